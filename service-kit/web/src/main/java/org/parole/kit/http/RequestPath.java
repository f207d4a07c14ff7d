package org.parole.kit.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells paths that have one reading from those that two programs may read differently. Access is decided by a path, and the framework
 * routes by a path: where both see the same characters, nobody can come in by another spelling.
 */
public final class RequestPath {

    private static final String PLAIN_BESIDE_LETTERS_AND_DIGITS = "-._~";
    // What else RFC 3986 lets a segment contain, but for the semicolon, behind which frameworks hide parameters.
    private static final String DELIMITERS = "!$&'()*+,=:@";
    private static final String NEVER_EVEN_ENCODED = "/\\%;";

    /** What is wrong with a path. */
    public enum Defect {
        /** Characters that a path cannot have, or a percent sign that encodes nothing. */
        MALFORMED,
        /** Well-formed, but another spelling of some other path. */
        AMBIGUOUS
    }

    private RequestPath() {
    }

    /**
     * What is wrong with the path of a request, as it came.
     *
     * @return null when it has one reading: plain characters written plainly, no spaces, no parameters, no empty or dot segments, and below
     *         {@code /api} and {@code /internal} no slash at the end
     */
    public static Defect defectOf(String path) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return Defect.MALFORMED;
        }
        Defect found = characters(path);
        if (found == null && (hasOddSegment(path) || endsOddly(path))) {
            return Defect.AMBIGUOUS;
        }
        return found;
    }

    private static Defect characters(String path) {
        Defect found = null;
        boolean beyondAscii = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int octet = octet(path, i);
                if (octet < 0) {
                    return Defect.MALFORMED;
                }
                beyondAscii |= octet > 0x7F;
                if (octet <= 0x20 || octet == 0x7F || octet < 0x80
                        && (isPlain((char) octet) || NEVER_EVEN_ENCODED.indexOf(octet) >= 0)) {
                    found = Defect.AMBIGUOUS;
                }
                i += 2;
            } else if (c == ';') {
                found = Defect.AMBIGUOUS;
            } else if (c != '/' && !isPlain(c) && DELIMITERS.indexOf(c) < 0) {
                return Defect.MALFORMED;
            }
        }
        return beyondAscii && !isUtf8(path) ? Defect.MALFORMED : found;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || PLAIN_BESIDE_LETTERS_AND_DIGITS.indexOf(c) >= 0;
    }

    /** The octet that is encoded at this percent sign; -1 when none is. */
    private static int octet(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return -1;
        }
        int high = hex(path.charAt(percent + 1));
        int low = hex(path.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    // Not Character.digit, for which the digits of all scripts are digits.
    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isUtf8(String path) {
        byte[] octets = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                octets[length++] = (byte) octet(path, i);
                i += 2;
            } else {
                octets[length++] = (byte) path.charAt(i);
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasOddSegment(String path) {
        int begin = 1;
        while (begin <= path.length()) {
            int end = path.indexOf('/', begin);
            boolean last = end < 0;
            int length = (last ? path.length() : end) - begin;
            if (length == 0 && !last || path.startsWith(".", begin) && (length == 1
                    || length == 2 && path.charAt(begin + 1) == '.')) {
                return true;
            }
            begin = last ? path.length() + 1 : end + 1;
        }
        return false;
    }

    private static boolean endsOddly(String path) {
        return path.endsWith("/") && (path.startsWith("/api/") || path.startsWith("/internal/"));
    }
}
