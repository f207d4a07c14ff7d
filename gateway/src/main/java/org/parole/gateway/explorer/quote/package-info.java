/** A quote: how it was checked, how it came here, and where else it stands. */
package org.parole.gateway.explorer.quote;
