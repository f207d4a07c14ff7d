/** When two quotes are the same words in different documents. */
package org.parole.quote.occurrence;
