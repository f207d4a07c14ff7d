/**
 * Record keeping: revisions in the order of commits, the change feed, who recorded what, and safe retries.
 *
 * @see <a href="../../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.kit.record;
