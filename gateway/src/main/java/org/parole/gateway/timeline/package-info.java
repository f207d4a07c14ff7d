/**
 * The timeline: quotes and release reports in one order.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.timeline;
