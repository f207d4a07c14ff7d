/**
 * One search over quotes, speakers, agreements and release reports.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.search;
