/**
 * Exchanges: two or more parties release people in one arrangement.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally.exchange;
