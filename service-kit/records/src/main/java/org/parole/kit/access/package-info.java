/**
 * Who asks: the gateway's tokens.
 *
 * @see <a href="../../../../../../../../../docs/glossary.md">Glossary</a>
 */
package org.parole.kit.access;
