/** The feed of changes: what was created, revised, retracted and merged, in the order of the commits. */
package org.parole.quote.change;
