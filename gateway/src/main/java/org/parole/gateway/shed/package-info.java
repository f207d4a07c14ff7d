/**
 * Concurrency limits with slots and queues; refuses requests under overload.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.shed;
