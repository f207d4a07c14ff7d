/** From a number to the words behind it. */
package org.parole.gateway.evidence;
