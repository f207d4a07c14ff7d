/** Requests that are passed on as they are. */
package org.parole.gateway.passthrough;
