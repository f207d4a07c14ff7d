/**
 * Documents: published texts, stored as evidence to check quotes, and not for readers.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.quote.document;
