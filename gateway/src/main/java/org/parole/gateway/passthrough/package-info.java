/**
 * Requests that the gateway passes through unchanged.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.passthrough;
