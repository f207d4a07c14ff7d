package org.parole.quote.anchor;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds characters whose bytes in UTF-8 were read as Windows-1252 or Latin 1 ({@code weâ€™ll}), or as Windows-1251: signs that
 * stand for the bytes of one character, one after the other. Takes time that is linear in the length of the text.
 */
final class Mojibake {

    private static final int MOST = 10_000;
    private static final int NONE = -1;
    /** From a sign of Windows-1252 to its byte, where that is one of those that go on with a character: 80 to BF. */
    private static final int[] BYTES = bytes();
    /** Signs that stand behind a word by themselves. */
    private static final String PUNCTUATION = "\u00A0\u00AB\u00BB\u2039\u203A\u2013\u2014\u2026\u2018\u2019\u201A"
            + "\u201C\u201D\u201E\u00B7\u00BF\u00A1";
    /** Cyrillic read as Windows-1251. */
    private static final Pattern CYRILLIC = Pattern
            .compile("(?:[\u0420\u0421][\u0402\u0403\u0453\u0409\u040A\u040C\u040B\u040F"
                    + "\u0452\u0459\u045A\u045C\u045B\u045F\u040E\u045E\u0408\u0490\u0401\u0404\u0407\u0406\u0456\u0491\u0451\u0454"
                    + "\u0458\u0405\u0455\u0457\u00B0\u00B1\u00B5\u00B6\u00B7\u2116\u2020\u2021\u2030\u2122\u203A\u00A4\u00A6\u00A7\u00A9"
                    + "\u00AC\u00AE\u201E\u2039\u2022\u201A\u00A0\u00BB\u00AB\u2026\u2018\u2019\u201C\u201D\u2013\u2014]){3,40}");

    private Mojibake() {
    }

    /** What of it a text holds, with the first example; empty where it holds none. */
    static Optional<TextDefect> in(String text) {
        int count = 0;
        int start = 0;
        String example = null;
        Matcher cyrillic = CYRILLIC.matcher(text);
        for (int at = 0; at < text.length() && count < MOST;) {
            int end = endAt(text, at);
            if (end == at && (text.charAt(at) == 0x420 || text.charAt(at) == 0x421)
                    && cyrillic.region(at, text.length()).lookingAt()) {
                end = cyrillic.end();
            }
            if (end > at) {
                count++;
                if (example == null) {
                    example = text.substring(at, end);
                    start = text.codePointCount(0, at);
                }
            }
            at = Math.max(at + 1, end);
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new TextDefect(TextDefect.Kind.MOJIBAKE, example, start, count));
    }

    /** The end of what stands for the bytes of one character, or the place where none begins. */
    private static int endAt(String text, int at) {
        char lead = text.charAt(at);
        if (lead < 0xC2 || lead > 0xF4) {
            return at;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int words = 0;
        for (int i = 1; i < length; i++) {
            char next = at + i < text.length() ? text.charAt(at + i) : ' ';
            if (byteOf(next) == NONE) {
                return at;
            }
            words += PUNCTUATION.indexOf(next) < 0 ? 1 : 0;
        }
        boolean isOne = length == 2 ? isPair(text, at, words > 0) : words > 0;
        return isOne ? at + length : at;
    }

    /** Two letters of one alphabet, which stand in a word of several; of Latin ones a single one will do. */
    private static boolean isPair(String text, int at, boolean isWord) {
        char lead = text.charAt(at);
        boolean isLatin = lead <= 0xC5;
        if (isLatin) {
            // 'IRMÃ»' is a word in capitals before a mark, 'dÃ»' is none.
            return isWord || at > 0 && Character.isLowerCase(text.charAt(at - 1))
                    || lead == 0xC2 && (at == 0 || !Character.isUpperCase(text.charAt(at - 1)));
        }
        boolean isKnown = lead == 0xCE || lead == 0xCF || lead >= 0xD0 && lead <= 0xDB;
        int next = at + 2;
        return isKnown && (next + 1 < text.length() && Math.abs(text.charAt(next) - lead) <= 3
                && byteOf(text.charAt(next + 1)) != NONE
                || at > 1 && Math.abs(text.charAt(at - 2) - lead) <= 3 && byteOf(text.charAt(at - 1)) != NONE
                        && text.charAt(at - 2) >= 0xC2);
    }

    private static int byteOf(char sign) {
        if (sign >= 0x80 && sign <= 0xBF) {
            return sign;
        }
        int at = sign < 0x150 || sign > 0x2130 ? NONE : Arrays.binarySearch(BYTES, sign);
        return at < 0 ? NONE : 0x80;
    }

    private static int[] bytes() {
        var bytes = new byte[0x20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252")).chars().filter(sign -> sign > 0xFF && sign != 0xFFFD)
                .sorted().toArray();
    }
}
