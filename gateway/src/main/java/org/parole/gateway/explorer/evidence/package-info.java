/** A figure and the words that it rests on. */
package org.parole.gateway.explorer.evidence;
