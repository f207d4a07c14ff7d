/** The Parole tally-service. */
package org.parole.tally;
