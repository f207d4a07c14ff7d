package org.parole.kit.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes, as a request names it (RFC 9110, 14.1.2).
 *
 * @param first the first byte, or null where the last ones are asked for
 * @param last  the last byte, or null for the end; of the last ones, how many
 */
record ByteRange(Long first, Long last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** The range of a header; empty where it is absent, invalid, of several ranges or of other units, which may all be ignored. */
    static Optional<ByteRange> of(String header) {
        Matcher range = header == null ? null : ONE.matcher(header);
        if (range == null || !range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        Long first = range.group(1).isEmpty() ? null : Long.valueOf(range.group(1));
        Long last = range.group(2).isEmpty() ? null : Long.valueOf(range.group(2));
        return first != null && last != null && last < first
                ? Optional.empty()
                : Optional.of(new ByteRange(first, last));
    }

    /** The first byte in a file of a length; at or behind its end where the file has none of the range. */
    long from(long length) {
        return first != null ? first : last == 0 ? length : Math.max(0, length - last);
    }

    /** The byte behind the last one. */
    long until(long length) {
        return first == null || last == null ? length : Math.min(length, last + 1);
    }
}
