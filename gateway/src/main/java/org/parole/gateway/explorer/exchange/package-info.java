/** An exchange: both directions side by side. */
package org.parole.gateway.explorer.exchange;
