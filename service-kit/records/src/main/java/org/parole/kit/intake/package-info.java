/**
 * A service's part in an intake: it prepares the records, keeps them invisible, and commits or drops them after the gateway's decision.
 *
 * @see <a href="../../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.kit.intake;
