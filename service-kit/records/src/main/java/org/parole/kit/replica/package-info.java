/**
 * Reads that a replica answers, and the token by which a client reads its own writes.
 *
 * @see <a href="../../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.kit.replica;
