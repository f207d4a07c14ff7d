/**
 * Outlets: the publishers of documents.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.quote.outlet;
