/** Relations between quotes: what denies, repeats, corrects, retracts or responds to what. */
package org.parole.quote.relation;
