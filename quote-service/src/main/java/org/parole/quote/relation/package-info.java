/**
 * Relations between quotes: denies, repeats, corrects, retracts, responds to.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.quote.relation;
