package org.parole.gateway.explorer.chart;

/** Breaks texts where a picture has no room for them. */
final class Wrap {

    private Wrap() {
    }

    /** At most this many characters a line, broken between words. */
    static String lines(String text, int perLine) {
        StringBuilder all = new StringBuilder();
        int length = 0;
        for (String word : text.strip().split("\\s+")) {
            if (length > 0 && length + 1 + word.length() > perLine) {
                all.append('\n');
                length = 0;
            } else if (length > 0) {
                all.append(' ');
                length++;
            }
            all.append(word);
            length += word.length();
        }
        return all.toString();
    }

    /** At most this many characters, with an ellipsis where some are left out. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
