package org.parole.quote.occurrence;

import java.util.UUID;

/**
 * A quote that is about to be written, among others.
 *
 * @param speakerId as it stands for itself, mergers followed
 * @param wording   of its content
 */
public record Newcomer(UUID id, UUID speakerId, UUID documentId, Said said, Wording wording) {
}
