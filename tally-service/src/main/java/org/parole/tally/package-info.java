/**
 * The Parole tally-service: agreements, commitments, exchanges, release reports and tallies.
 *
 * @see <a href="../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally;
