/** Exchanges with their directions side by side, and what was said of both together. */
package org.parole.gateway.exchange;
