package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what scrapers leave in texts. */
public final class TextDefects {

    private static final int MOST = 10_000;
    /** With their semicolon, and the commonest without it as well, as browsers read them. */
    private static final Pattern ENTITY = Pattern
            .compile("&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
                    + "|&(?:nbsp|quot|laquo|raquo|#160|#39|#34)|&(?:amp|lt|gt)(?![A-Za-z0-9=])");
    private static final Pattern TAG = Pattern
            .compile(
                    "</?(?:p|br|b|i|em|strong|a|div|span|h[1-6]|ul|ol|li|blockquote|q|img|script|style|table|tr|td|th|cite"
                            + "|section|article|figure|figcaption|sup|sub|u|hr|font|center|small|big|strike|s|del|ins|mark"
                            + "|header|footer|main|nav|aside|iframe|video|audio|source|picture|svg|path|form|input|button"
                            + "|label|pre|code|dl|dt|dd|thead|tbody|tfoot|caption|meta|link|html|head|body|title|noscript"
                            + "|abbr|time|details|summary|[a-z]{1,10}:[a-z]{1,20})(?:\\s[^<>]{0,2000})?/?>"
                            + "|</?[a-z][a-z0-9-]{0,20}\\s[a-z-]{1,20}=\"[^\"<]{0,500}\"[^<]{0,500}>|<!--|<!\\[CDATA\\[|<!DOCTYPE",
                    Pattern.CASE_INSENSITIVE);
    /** What a publishing system puts in the text, and replaces before it prints. */
    private static final Pattern SHORTCODE = Pattern
            .compile("\\[/?(?:caption|gallery|embed|playlist|blockquote|pullquote)(?:\\s[^\\[\\]]{0,500})?/?\\]",
                    Pattern.CASE_INSENSITIVE);

    /** A lost character, and what programs write for one. */
    private static final Pattern LOST = Pattern.compile("\uFFFD+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(?:[0-9A-Fa-f]{4}|\\{[0-9A-Fa-f]{1,6}\\})");

    /** What mail makes of letters beyond ASCII. */
    private static final Pattern QUOTED_PRINTABLE = Pattern.compile("(?:=[89A-F][0-9A-F]){2,8}+");

    private TextDefects() {
    }

    /** The kinds of defects in a text, each with its first example; none in a clean one. */
    public static List<TextDefect> in(String text) {
        List<TextDefect> defects = new ArrayList<>();
        add(defects, TextDefect.Kind.HTML_ENTITY, ENTITY, text, '&');
        int known = defects.size();
        add(defects, TextDefect.Kind.MARKUP, TAG, text, '<');
        if (defects.size() == known) {
            add(defects, TextDefect.Kind.MARKUP, SHORTCODE, text, '[');
        }
        Mojibake.in(text).ifPresent(defects::add);
        add(defects, TextDefect.Kind.REPLACEMENT_CHARACTER, LOST, text, '\uFFFD');
        known = defects.size();
        add(defects, TextDefect.Kind.ESCAPE, ESCAPE, text, '\\');
        if (defects.size() == known) {
            add(defects, TextDefect.Kind.ESCAPE, QUOTED_PRINTABLE, text, '=');
        }
        return List.copyOf(defects);
    }

    /** A sentence on why words may not have been found, or "". */
    static String hint(String text) {
        List<TextDefect> defects = in(text);
        return defects.isEmpty()
                ? ""
                : " The text holds " + name(defects.get(0).kind()) + " such as " + defects.get(0).example()
                        + ", which may be why.";
    }

    private static String name(TextDefect.Kind kind) {
        return switch (kind) {
            case HTML_ENTITY -> "HTML entities";
            case MARKUP -> "HTML markup";
            case MOJIBAKE -> "characters that were read in another charset,";
            case REPLACEMENT_CHARACTER -> "signs of lost characters";
            case ESCAPE -> "escapes of characters";
        };
    }

    private static void add(List<TextDefect> defects, TextDefect.Kind kind, Pattern pattern, String text, char sign) {
        int count = 0;
        String example = null;
        int start = 0;
        // From sign to sign, so that a text of nothing but '<' takes no longer than any other.
        Matcher matcher = pattern.matcher(text);
        for (int at = text.indexOf(sign); at >= 0 && count < MOST; at = text.indexOf(sign, at + 1)) {
            if (matcher.region(at, Math.min(text.length(), at + 2_100)).lookingAt()) {
                count++;
                if (example == null) {
                    example = matcher.group().length() <= 60 ? matcher.group() : matcher.group().substring(0, 60);
                    start = text.codePointCount(0, at);
                }
            }
        }
        if (count > 0) {
            defects.add(new TextDefect(kind, example, start, count));
        }
    }
}
