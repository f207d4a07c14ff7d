package org.parole.quote.imports;

import java.util.regex.Pattern;

import org.parole.quote.quote.QuoteKind;

/** Tells by the quotation marks in and around a passage how its words are given. */
final class QuotationMarks {

    private static final String MARKS = "\"“”„‟«»‹›「」『』＂";
    private static final Pattern MARKED = Pattern.compile("[" + MARKS + "][^" + MARKS + "]+[" + MARKS + "]");
    private static final Pattern WHOLLY = Pattern.compile("\\s*[" + MARKS + "]([^" + MARKS + "]+)[" + MARKS + "]\\s*");

    private QuotationMarks() {
    }

    /**
     * How the words of a passage are given: between marks, as they were said; partly so; else in the reporter's words, which claims
     * the least.
     *
     * @param before what stands right before it, or null
     * @param after  what stands right after it, or null
     */
    static QuoteKind kindOf(String passage, String before, String after) {
        if (WHOLLY.matcher(passage).matches()) {
            return QuoteKind.DIRECT;
        }
        if (MARKED.matcher(passage).find()) {
            return QuoteKind.MIXED;
        }
        return endsWithMark(before) && startsWithMark(after) ? QuoteKind.DIRECT : QuoteKind.INDIRECT;
    }

    /** The words of a passage without the marks around all of it. */
    static String without(String passage) {
        var wholly = WHOLLY.matcher(passage);
        return (wholly.matches() ? wholly.group(1) : passage).strip();
    }

    private static boolean endsWithMark(String text) {
        String before = text == null ? "" : text.stripTrailing();
        return !before.isEmpty() && MARKS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean startsWithMark(String text) {
        String after = text == null ? "" : text.stripLeading();
        return !after.isEmpty() && (MARKS.indexOf(after.charAt(0)) >= 0
                || after.length() > 1 && ",.!?".indexOf(after.charAt(0)) >= 0 && MARKS.indexOf(after.charAt(1)) >= 0);
    }
}
