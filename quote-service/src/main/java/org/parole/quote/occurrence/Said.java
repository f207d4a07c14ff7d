package org.parole.quote.occurrence;

import java.time.Instant;

/**
 * What is compared of a quote.
 *
 * @param content    the words
 * @param language   of the words, as a BCP 47 tag
 * @param isReported whether a reporter's words tell what was said: 'they would' then stands for 'we will'
 * @param at         when it was said, or published where that is unknown
 */
public record Said(String content, String language, boolean isReported, Instant at) {
}
