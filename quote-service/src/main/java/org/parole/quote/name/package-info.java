/** When two names, in whatever spelling or script, may be those of one person or organisation. */
package org.parole.quote.name;
