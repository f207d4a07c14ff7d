package org.parole.quote.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of a document of brat. Offsets are code points of the file as it is, and some tools count them without a byte order mark, or
 * with one line feed for CR LF: the reading in which the most annotations find their words is taken.
 */
final class BratText {

    private static final int CONTEXT = 32;

    private final String counted;
    private final int length;

    private BratText(String counted) {
        this.counted = counted;
        this.length = counted.codePointCount(0, counted.length());
    }

    /** Code points from one up to, and without, another. */
    record Span(int start, int end) {
    }

    static BratText of(byte[] bytes, List<BratFile.Mention> mentions) throws CharacterCodingException {
        String raw = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        Set<String> readings = new LinkedHashSet<>(List.of(raw));
        readings.add(withoutMark(raw));
        readings.add(raw.replace("\r\n", "\n"));
        readings.add(withoutMark(raw.replace("\r\n", "\n")));
        return readings.stream().map(BratText::new)
                // Of several that are as good, the first: the file as it is.
                .max(Comparator.<BratText>comparingLong(reading -> mentions.stream().filter(reading::has).count())
                        .thenComparing(reading -> -new ArrayList<>(readings).indexOf(reading.counted)))
                .orElseThrow();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** In code points, as the offsets count them. */
    int length() {
        return length;
    }

    /** The text as it is kept: without a byte order mark, with line feeds. */
    String kept() {
        return kept(counted);
    }

    private static String kept(String part) {
        return withoutMark(part).replace("\r\n", "\n");
    }

    /** Whether the words of an annotation stand where it says. */
    boolean has(BratFile.Mention mention) {
        return mention.spans().stream().allMatch(span -> span.end() <= length)
                && oneLine(words(mention.spans())).equals(oneLine(mention.words()));
    }

    /** What stands at spans, with a space between them. */
    String words(List<Span> spans) {
        return String.join(" ", spans.stream().map(this::at).toList());
    }

    String at(Span span) {
        return kept(counted.substring(utf16(span.start()), utf16(span.end())));
    }

    String before(Span span) {
        return kept(counted.substring(utf16(Math.max(0, span.start() - CONTEXT)), utf16(span.start())));
    }

    String after(Span span) {
        return kept(counted.substring(utf16(span.end()), utf16(Math.min(length, span.end() + CONTEXT))));
    }

    /** Spans in the order of the text, those with nothing but white space between them as one: brat breaks spans at the end of a line. */
    List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (span.start() <= last.end() || at(new Span(last.end(), span.start())).isBlank())) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** Where a span stands in the text as Parole keeps it: in NFC. */
    Span position(Span span) {
        int start = keptLength(span.start());
        return new Span(start, start + codePoints(nfc(at(span))));
    }

    private int keptLength(int offset) {
        return codePoints(nfc(kept(counted.substring(0, utf16(offset)))));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private int utf16(int codePoints) {
        return counted.offsetByCodePoints(0, codePoints);
    }

    /** Words with one space for any white space, as brat shows them. */
    static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
