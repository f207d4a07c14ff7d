/**
 * The Parole gateway: the only public entrance.
 *
 * @see <a href="../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway;
