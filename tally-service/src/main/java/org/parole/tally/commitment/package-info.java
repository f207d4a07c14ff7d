/** Commitments: who is to release how many of whom. */
package org.parole.tally.commitment;
