/**
 * The change feed of the quote-service: creations, revisions, retractions and mergers in the order of commits.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.quote.change;
