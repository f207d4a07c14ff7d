/** Quotes: who said what, in which role, through whom, where it stands, and whether it really stands there. */
package org.parole.quote.quote;
