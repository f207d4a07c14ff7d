package org.parole.kit.inflight;

/**
 * The bytes of an answer, written so that they count for as long as the client leaves them unread.
 *
 * @param bytes must not be changed any more
 */
public record WholeBody(byte[] bytes) {
}
