/** Tallies over HTTP: the count of {@code org.parole.tally.count} over the reports on record. */
package org.parole.tally.tally;
