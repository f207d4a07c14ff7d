/** One document with its quotes, written whole or not at all, together with what other services write of it. */
package org.parole.quote.intake;
