package org.parole.quote.search;

/** A passage with the words that were found marked, safe to put into a page as it is. */
public final class Snippet {

    /** A content up to this length is shown whole. */
    public static final int SHOWN_WHOLE = 300;

    /** The two characters for private use that stand around a word that was found. */
    static final String START = "\uE000";
    static final String STOP = "\uE001";

    private static final String MARKS = "StartSel=" + START + ", StopSel=" + STOP + ", ";

    /** How PostgreSQL marks a short text. */
    public static final String WHOLE = MARKS + "HighlightAll=true";

    /** How it cuts passages out of a long one. */
    public static final String PASSAGES = MARKS
            + "MaxWords=35, MinWords=15, MaxFragments=2, FragmentDelimiter=\" \u2026 \"";

    private Snippet() {
    }

    /** The SQL of a text without those two characters, so that nobody can bring them in. */
    public static String cleaned(String column) {
        return "translate(" + column + ", '" + START + STOP + "', '')";
    }

    /** Whether a word is marked in it. */
    public static boolean isMarked(String headline) {
        return headline.contains(START);
    }

    /** Whether a content is shown whole. */
    public static boolean isShownWhole(String content) {
        return content.codePointCount(0, content.length()) <= SHOWN_WHOLE;
    }

    /** The same of a text that was read. */
    static String clean(String text) {
        return text.replace(START, "").replace(STOP, "");
    }

    /** HTML in which nothing is markup but {@code <mark>} around the words that were found. */
    public static String html(String headline) {
        var html = new StringBuilder(headline.length() + 32);
        for (int i = 0; i < headline.length(); i++) {
            switch (headline.charAt(i)) {
                case '\uE000' -> html.append("<mark>");
                case '\uE001' -> html.append("</mark>");
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(headline.charAt(i));
            }
        }
        return html.toString();
    }
}
