/** Requests from their first byte to the last byte of their answers: bounds on the time and memory of each, however slow its client is. */
package org.parole.kit.inflight;
