/**
 * Evidence: the quote behind a figure, and the passage behind the quote.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.gateway.evidence;
