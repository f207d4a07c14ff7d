/**
 * One change feed over both services.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#records-and-time">Glossary</a>
 */
package org.parole.gateway.change;
