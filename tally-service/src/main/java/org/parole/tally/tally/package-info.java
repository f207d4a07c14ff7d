/**
 * Tallies over HTTP: applies {@code org.parole.tally.count} to the reports on record.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally.tally;
