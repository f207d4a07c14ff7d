/**
 * Quotes: who said what, in which role, through whom, in which document, and whether its text confirms it.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.quote.quote;
