/**
 * The record of a speaker: its quotes and claims beside the tallies.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#quotes">Glossary</a>
 */
package org.parole.gateway.speaker;
