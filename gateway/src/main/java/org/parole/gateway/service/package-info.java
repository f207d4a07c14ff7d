/**
 * Clients of the services: deadlines, retries and circuit breakers.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.service;
