/** Parties: the sides. */
package org.parole.tally.party;
