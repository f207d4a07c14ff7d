/** Limits how much is under way at once, and sheds the rest. */
package org.parole.gateway.shed;
