/** Turning work away while there is too much of it. */
package org.parole.gateway.shed;
