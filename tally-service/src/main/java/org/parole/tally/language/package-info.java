/** What the count finds, in the languages of its readers. */
package org.parole.tally.language;
