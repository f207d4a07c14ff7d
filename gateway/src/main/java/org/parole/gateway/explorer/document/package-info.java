/** A document, as far as it may be shown: the passages that were quoted, in their surroundings. */
package org.parole.gateway.explorer.document;
