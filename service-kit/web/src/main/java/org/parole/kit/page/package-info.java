/**
 * Lists with opaque keyset cursors and their page keys.
 *
 * @see <a href="../../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.kit.page;
