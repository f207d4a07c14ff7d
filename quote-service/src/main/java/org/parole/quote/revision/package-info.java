/** What all records have in common: nothing is overwritten, every change is a new revision with its time and reason. */
package org.parole.quote.revision;
