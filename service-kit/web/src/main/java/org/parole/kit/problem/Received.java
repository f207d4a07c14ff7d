package org.parole.kit.problem;

import java.util.Collection;
import java.util.Locale;

import org.parole.kit.text.Names;

/** What a request has where something else was expected: the second half of an error's detail. */
public final class Received {

    private static final int SHOWN = 60;

    private Received() {
    }

    /**
     * The value in words, such as {@code "; it is 'xyz'"} or {@code "; it has 51 items"}. Empty for a missing value, and for a text that
     * cannot be shown on one line. A text of more than {@value #SHOWN} characters is shown by its beginning and its length.
     */
    public static String value(Object value) {
        if (value instanceof CharSequence text) {
            if (text.isEmpty()) {
                return "; it is empty";
            }
            return isShowable(text) ? "; it is " + shown(text.toString()) : "";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return "; it is " + value;
        }
        return size(value);
    }

    /** The size of the value in words, such as {@code "; it has 734 characters"}; empty for a value that has no size. */
    public static String size(Object value) {
        if (value instanceof CharSequence text) {
            return "; it has " + counted(text.length(), "character");
        }
        if (value instanceof Collection<?> items) {
            return "; it has " + counted(items.size(), "item");
        }
        return "";
    }

    private static String counted(int count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static boolean isShowable(CharSequence text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        });
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? "'" + Names.isolated(text) + "'"
                : "'" + Names.isolated(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "…' with "
                        + counted(text.length(), "character");
    }
}
