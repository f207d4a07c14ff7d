/**
 * Parties: states, armed groups, coalitions, mediators and monitors.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally.party;
