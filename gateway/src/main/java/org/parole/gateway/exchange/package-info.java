/**
 * Exchanges with their directions side by side, and the reports about both together.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.gateway.exchange;
