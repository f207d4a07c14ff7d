/**
 * The Parole quote-service: outlets, documents, speakers and quotes.
 *
 * @see <a href="../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.quote;
