package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a document's text that anchors name, as one text.
 *
 * @param text  the parts, with an ellipsis between those that do not stand together
 * @param parts where each begins in that text, and where it stands in the document's
 */
record Passage(String text, List<Part> parts) {

    /** What is longer is cut off: nobody quotes it. */
    private static final int LONGEST = 20_000;

    private static final String ELLIPSIS = " \u2026 ";

    /** A part of the passage: where it begins in the joined passage, and in the text. */
    record Part(int joined, int start, int end) {
    }

    /** The parts that the checks of anchors have found; what two of them share counts once. */
    static Passage of(SourceText source, List<AnchorCheck> checks) {
        var text = new StringBuilder();
        List<Part> parts = new ArrayList<>();
        for (AnchorCheck check : checks.stream().sorted(Comparator.comparingInt(check -> check.spans().get(0).start()))
                .toList()) {
            List<TextPositionSelector> spans = check.spans();
            int start = source.utf16(spans.get(0).start());
            int end = source.utf16(spans.get(spans.size() - 1).end());
            if (!parts.isEmpty()) {
                int known = parts.get(parts.size() - 1).end;
                if (end <= known) {
                    continue;
                }
                start = Math.max(start, known);
                // Passages that do not stand together are joined by an ellipsis or not at all.
                text.append(start == known ? "" : isOneUtterance(source.value(), known, start) ? " " : ELLIPSIS);
            }
            parts.add(new Part(text.length(), start, end));
            text.append(source.value(), start, end);
            if (text.length() > LONGEST) {
                break;
            }
        }
        return new Passage(text.toString(), parts);
    }

    /** Whether nothing stands between two parts, or only who said it. */
    private static boolean isOneUtterance(String text, int end, int start) {
        return text.substring(end, start).codePoints().noneMatch(Character::isLetterOrDigit)
                || Attributions.isOne(text, end, start);
    }

    /** Where words stand in the passage, or null. */
    PassageFinder.Found find(String content) {
        PassageFinder.Found found = new PassageFinder(text, false).find(SourceText.nfc(content));
        return found != null ? found : new PassageFinder(text, true).find(SourceText.nfc(content));
    }

    /** The UTF-16 position in the document's text. */
    int inText(int joined) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (joined >= part.joined) {
                return Math.min(part.end, part.start + joined - part.joined);
            }
        }
        return parts.get(0).start;
    }

    /** The part of the document's text between two parts that an ellipsis joins, where that ellipsis is left out. */
    Optional<int[]> gapIn(int from, int to) {
        for (int i = 1; i < parts.size(); i++) {
            Part before = parts.get(i - 1);
            if (from <= parts.get(i).joined && to >= parts.get(i).joined
                    && text.substring(from, to).indexOf('\u2026') >= 0
                    && before.end < parts.get(i).start) {
                return Optional.of(new int[]{before.end, parts.get(i).start});
            }
        }
        return Optional.empty();
    }

    /** What stands in the document's text between parts, where the words of a quote go on from one to the next by an ellipsis. */
    List<int[]> gapsInside(int from, int to) {
        List<int[]> gaps = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            Part before = parts.get(i - 1);
            int joint = before.joined + before.end - before.start;
            if (from < joint && to > parts.get(i).joined
                    && text.substring(joint, parts.get(i).joined).equals(ELLIPSIS)) {
                gaps.add(new int[]{before.end, parts.get(i).start});
            }
        }
        return gaps;
    }
}
