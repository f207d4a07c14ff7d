/**
 * The quote-service's part in an intake: one document with its quotes, all of it or nothing.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.quote.intake;
