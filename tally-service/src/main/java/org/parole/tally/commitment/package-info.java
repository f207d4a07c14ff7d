/**
 * Commitments: who releases how many of whom, by when.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally.commitment;
