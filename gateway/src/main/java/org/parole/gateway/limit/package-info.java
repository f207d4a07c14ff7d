/**
 * Rate limits for each caller.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.limit;
