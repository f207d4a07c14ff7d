package org.parole.quote.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text as they stand there, each with the forms in which the index holds it: AT&amp;T, П’ять, pointed Arabic,
 * scripts without spaces by two characters.
 */
final class FoldedWords {

    private static final Pattern WORD = Pattern
            .compile(
                    "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}]|[&\\-\u2010\u2011'\"\u2018\u2019\u201C\u201D\u02BC`\u05F3\u05F4"
                            + "\u200C\u200D](?=[\\p{L}\\p{N}]))*+");

    /**
     * A word, or two characters of a script without spaces.
     *
     * @param forms what the index may hold of it
     */
    private record Place(int start, int end, Set<String> forms) {
    }

    private final String text;
    private final List<Place> places = new ArrayList<>();

    private FoldedWords(String text) {
        this.text = text;
    }

    /** The words of a text in a language. */
    static FoldedWords of(String language, String text) {
        var words = new FoldedWords(text);
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(language, word.start(), word.end());
        }
        return words;
    }

    private void add(String language, int start, int end) {
        int from = start;
        int at = start;
        while (at < end) {
            int next = text.offsetByCodePoints(at, 1);
            if (SearchText.isDense(text.substring(at, next))) {
                word(language, from, at);
                pair(language, at, next, end);
                from = next;
            }
            at = next;
        }
        word(language, from, end);
    }

    private void pair(String language, int at, int next, int end) {
        places.add(new Place(at, next, Set.of(SearchText.folded(language, text.substring(at, next)))));
        if (next < end) {
            int last = text.offsetByCodePoints(next, 1);
            if (SearchText.isDense(text.substring(next, last))) {
                places.add(new Place(at, last, Set.of(SearchText.folded(language, text.substring(at, last)))));
            }
        }
    }

    private void word(String language, int from, int to) {
        if (from < to) {
            String folded = SearchText.folded(language, text.substring(from, to));
            Set<String> forms = new LinkedHashSet<>(Acronyms.formsIn(folded));
            forms.addAll(List.of(SearchText.open(folded).strip().split(" +")));
            forms.add(SearchText.closed(folded).strip());
            forms.remove("");
            places.add(new Place(from, to, forms));
        }
    }

    /** All forms. */
    List<String> list() {
        return places.stream().flatMap(place -> place.forms.stream()).distinct().toList();
    }

    /** The text with the words marked of which a form is wanted. */
    String marked(Predicate<String> isWanted) {
        var marked = new StringBuilder(text.length() + 16);
        int from = 0;
        int open = -1;
        int until = -1;
        for (Place place : places) {
            if (place.forms.stream().noneMatch(isWanted)) {
                continue;
            }
            if (open >= 0 && place.start > until) {
                marked.append(text, from, open).append(Snippet.START).append(text, open, until).append(Snippet.STOP);
                from = until;
                open = -1;
            }
            open = open < 0 ? place.start : open;
            until = Math.max(until, place.end);
        }
        if (open >= 0) {
            marked.append(text, from, open).append(Snippet.START).append(text, open, until).append(Snippet.STOP);
            from = until;
        }
        return marked.append(text, from, text.length()).toString();
    }
}
