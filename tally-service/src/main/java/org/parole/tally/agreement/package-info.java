/**
 * Agreements: what they say, who signed them and whom they bind.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally.agreement;
