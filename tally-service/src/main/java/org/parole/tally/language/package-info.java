/**
 * The sentences of tallies in the languages of their readers.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#tallies">Glossary</a>
 */
package org.parole.tally.language;
