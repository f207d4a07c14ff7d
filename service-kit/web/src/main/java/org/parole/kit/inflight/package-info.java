/** Requests from their first byte to the last one of their answers: what each may cost in time and memory, however slow its client is. */
package org.parole.kit.inflight;
