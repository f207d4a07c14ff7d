package org.parole.kit.json;

/** What is asked of every string that comes from outside. */
public final class Strings {

    private Strings() {
    }

    /** What is wrong with the text ("must not contain NUL …"), or null where nothing is. */
    public static String defectOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not contain the character U+0000";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must not contain half of a surrogate pair (U+" + Integer.toHexString(c).toUpperCase() + ")";
            }
        }
        return null;
    }
}
