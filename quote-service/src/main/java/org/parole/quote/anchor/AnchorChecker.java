package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.parole.quote.anchor.FoldedText.Brackets;

/**
 * Looks for words in a text: letter by letter first, then with ever more differences of writing set aside. The first
 * way that finds them decides.
 */
public final class AnchorChecker {

    /** How much an ellipsis may stand for, in folded UTF-16 characters: about two paragraphs. */
    private static final int LONGEST_OMISSION = 1_000;
    /** How much square brackets may stand for: about a dozen words. */
    private static final int LONGEST_INSERTION = 80;
    /** How many letters square brackets inside a word may stand for. */
    private static final int LONGEST_WORD_PART = 16;
    /** More places than this are not counted. */
    private static final int MOST_PLACES = 1_000;

    private final SourceText source;
    private final FoldedText[] folded = new FoldedText[Brackets.values().length];

    private AnchorChecker(SourceText source) {
        this.source = source;
    }

    /** A checker for one text, or for the lack of one when null. */
    public static AnchorChecker of(SourceText source) {
        return new AnchorChecker(source);
    }

    /** Checks all anchors; a quote without anchors is looked for by its content. */
    public Verification verify(List<Anchor> anchors, String content) {
        var checks = (anchors.isEmpty() ? List.of(Anchor.ofWords(content)) : anchors).stream().map(this::check)
                .toList();
        var worst = checks.get(0);
        for (var check : checks) {
            worst = check.status().compareTo(worst.status()) > 0 ? check : worst;
        }
        return new Verification(worst.status(), worst.detail(), checks);
    }

    /** Checks one anchor. */
    public AnchorCheck check(Anchor anchor) {
        if (source == null) {
            return new AnchorCheck(AnchorStatus.UNCHECKED, selector(anchor, null), List.of(),
                    "The document has no text to look in.");
        }
        var position = position(anchor);
        if (anchor.exact() == null) {
            return position.flatMap(source::describe)
                    .map(words -> new AnchorCheck(AnchorStatus.EXACT, words, List.of(position.get()), null))
                    .orElseGet(() -> new AnchorCheck(AnchorStatus.ORPHANED, selector(anchor, null), List.of(),
                            "The position is outside the text."));
        }
        var exact = SourceText.nfc(anchor.exact());
        return letterByLetter(exact).map(places -> found(AnchorStatus.EXACT, anchor, places, null))
                .or(() -> folded(exact, Brackets.KEEP, Brackets.KEEP, false)
                        .map(places -> found(AnchorStatus.NORMALISED, anchor, places,
                                "Found with the shape of quotation marks, dashes, ellipses and white space set aside.")))
                .or(() -> folded(exact, Brackets.KEEP, Brackets.KEEP, true)
                        .map(places -> found(AnchorStatus.NORMALISED, anchor, places,
                                "Found without the punctuation at its ends.")))
                .or(() -> folded(exact, Brackets.DROP_MARKS, Brackets.DROP_MARKS, true)
                        .map(places -> found(AnchorStatus.NORMALISED, anchor, places,
                                "Found with square brackets set aside.")))
                .or(() -> folded(exact, Brackets.DROP_WHOLE, Brackets.KEEP, true)
                        .map(places -> found(AnchorStatus.NORMALISED, anchor, places,
                                "Found with an editor's insertion in the text set aside.")))
                .or(() -> broken(exact, Brackets.KEEP).or(() -> broken(exact, Brackets.DROP_MARKS))
                        .map(places -> found(AnchorStatus.NORMALISED, anchor, places,
                                "Found in parts, around what was left out or put in.")))
                .orElseGet(() -> new AnchorCheck(AnchorStatus.ORPHANED, selector(anchor, null), List.of(),
                        "The words are not in the text."));
    }

    /** Spans of the source, in UTF-16 positions, that together hold the words once. */
    private record Place(List<int[]> spans) {
        int start() {
            return spans.get(0)[0];
        }

        int end() {
            return spans.get(spans.size() - 1)[1];
        }
    }

    private Optional<TextPositionSelector> position(Anchor anchor) {
        return anchor.hasPosition() && anchor.start() >= 0 && anchor.end() > anchor.start()
                ? Optional.of(new TextPositionSelector(anchor.start(), anchor.end()))
                : Optional.empty();
    }

    private AnchorCheck found(AnchorStatus status, Anchor anchor, List<Place> places, String detail) {
        var candidates = places;
        if (candidates.size() > 1 && anchor.hasPosition()) {
            candidates = keepIfAny(candidates, place -> isAt(place, anchor));
        }
        if (candidates.size() > 1) {
            candidates = keepIfAny(candidates, place -> standsBetween(place, anchor));
        }
        var place = candidates.get(0);
        var spans = place.spans().stream().map(span -> source.span(span[0], span[1])).toList();
        if (candidates.size() > 1) {
            var times = places.size() >= MOST_PLACES ? "at least " + MOST_PLACES : String.valueOf(candidates.size());
            return new AnchorCheck(AnchorStatus.AMBIGUOUS, selector(anchor, null), spans,
                    "The words stand in the text " + times + " times; a prefix or a suffix would tell them apart.");
        }
        return new AnchorCheck(status, selector(anchor, place), spans, detail);
    }

    private static List<Place> keepIfAny(List<Place> places, Predicate<Place> condition) {
        var kept = places.stream().filter(condition).toList();
        return kept.isEmpty() ? places : kept;
    }

    private boolean isAt(Place place, Anchor anchor) {
        var span = source.span(place.start(), place.end());
        return span.start() == anchor.start() && span.end() == anchor.end();
    }

    private boolean standsBetween(Place place, Anchor anchor) {
        return endsWith(place.start(), anchor.prefix()) && startsWith(place.end(), anchor.suffix());
    }

    private boolean endsWith(int utf16, String prefix) {
        if (prefix == null) {
            return true;
        }
        var wanted = fold(prefix);
        // Folding shortens more often than it lengthens: look at enough of the source.
        return fold(source.before(utf16, prefix.length() * 2 + 64)).endsWith(wanted);
    }

    private boolean startsWith(int utf16, String suffix) {
        return suffix == null || fold(source.after(utf16, suffix.length() * 2 + 64)).startsWith(fold(suffix));
    }

    private static String fold(String text) {
        return FoldedText.of(SourceText.nfc(text), Brackets.KEEP).value();
    }

    /** The client's words, with context from the text where the client gave none and the place is certain. */
    private TextQuoteSelector selector(Anchor anchor, Place place) {
        var prefix = SourceText.nfc(anchor.prefix());
        var suffix = SourceText.nfc(anchor.suffix());
        if (place != null && prefix == null && suffix == null) {
            prefix = source.before(place.start(), SourceText.SELECTOR_CONTEXT_LENGTH);
            suffix = source.after(place.end(), SourceText.SELECTOR_CONTEXT_LENGTH);
        }
        return new TextQuoteSelector(SourceText.nfc(anchor.exact()), prefix, suffix);
    }

    private Optional<List<Place>> letterByLetter(String exact) {
        var text = source.value();
        var places = occurrences(text, exact).stream()
                .map(at -> new Place(List.of(new int[]{at, at + exact.length()}))).toList();
        return preferWholeWords(places);
    }

    private Optional<List<Place>> folded(String exact, Brackets inText, Brackets inWords, boolean trimmed) {
        if (inText != Brackets.KEEP && exact.indexOf('[') < 0 && source.value().indexOf('[') < 0) {
            return Optional.empty();
        }
        var text = text(inText);
        var words = FoldedText.of(exact, inWords).value();
        if (trimmed) {
            words = withoutPunctuationAtEnds(words);
        }
        if (words.isBlank()) {
            return Optional.empty();
        }
        var length = words.length();
        var places = occurrences(text.value(), words).stream()
                .map(at -> new Place(List.of(sourceSpan(text, at, at + length)))).toList();
        return preferWholeWords(places);
    }

    private Optional<List<Place>> broken(String exact, Brackets inText) {
        var needle = Needle.of(withoutPunctuationAtEnds(FoldedText.of(exact, Brackets.KEEP).value()));
        if (needle.isEmpty() || !needle.isBroken()) {
            return Optional.empty();
        }
        var text = text(inText);
        var pieces = needle.pieces();
        var places = new ArrayList<List<Integer>>();
        for (var piece : pieces) {
            places.add(occurrences(text.value(), piece.words()));
        }
        // From the last piece back: keep what can be continued to the end, so that no choice is ever taken back.
        for (var i = pieces.size() - 2; i >= 0; i--) {
            var following = places.get(i + 1);
            var length = pieces.get(i).words().length();
            var gap = pieces.get(i + 1).before();
            places.set(i, places.get(i).stream().filter(at -> next(text, at + length, gap, following) >= 0).toList());
        }
        var found = new ArrayList<Place>();
        for (var first : places.get(0)) {
            if (!startsCleanly(text, first, pieces.get(0))) {
                continue;
            }
            var spans = new ArrayList<int[]>();
            var at = (int) first;
            for (var i = 0; i < pieces.size(); i++) {
                if (i > 0) {
                    at = next(text, at, pieces.get(i).before(), places.get(i));
                }
                var end = at + pieces.get(i).words().length();
                spans.add(sourceSpan(text, i == 0 ? beginning(text.value(), at, pieces.get(0)) : at, end));
                at = end;
            }
            var place = new Place(List.copyOf(spans));
            // Two beginnings with one end are one place: the nearer beginning is the better one.
            if (!found.isEmpty() && found.get(found.size() - 1).end() == place.end()) {
                found.remove(found.size() - 1);
            }
            found.add(place);
        }
        return preferWholeWords(found);
    }

    private static boolean startsCleanly(FoldedText text, int at, Needle.Piece piece) {
        return piece.before() != Needle.Gap.LETTERS || lettersBefore(text.value(), at) <= LONGEST_WORD_PART;
    }

    /** The words begin at the letters that square brackets replaced: {@code [W]e} stands at {@code we}. */
    private static int beginning(String text, int at, Needle.Piece first) {
        return first.before() == Needle.Gap.LETTERS ? at - lettersBefore(text, at) : at;
    }

    private static int lettersBefore(String text, int at) {
        var start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return at - start;
    }

    /** The first of the places that follows the end of the piece before with no more than the gap in between, or -1. */
    private static int next(FoldedText text, int end, Needle.Gap gap, List<Integer> places) {
        var from = Collections.binarySearch(places, end);
        for (var i = from >= 0 ? from : -from - 1; i < places.size(); i++) {
            var at = places.get(i);
            if (at - end > widest(gap)) {
                return -1;
            }
            if (gap != Needle.Gap.LETTERS || text.value().substring(end, at).chars().allMatch(Character::isLetter)) {
                return at;
            }
        }
        return -1;
    }

    private static int widest(Needle.Gap gap) {
        return switch (gap) {
            case NONE -> 0;
            case OMISSION -> LONGEST_OMISSION;
            case INSERTION -> LONGEST_INSERTION;
            case LETTERS -> LONGEST_WORD_PART;
        };
    }

    private Optional<List<Place>> preferWholeWords(List<Place> places) {
        var text = source.value();
        var whole = places.stream().filter(
                place -> Graphemes.isBoundary(text, place.start()) && Graphemes.isBoundary(text, place.end())).toList();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(keepIfAny(whole, place -> Graphemes.isWordBoundary(text, place.start())
                && Graphemes.isWordBoundary(text, place.end())));
    }

    private static int[] sourceSpan(FoldedText text, int start, int end) {
        return new int[]{text.sourceStart(start), text.sourceEnd(end - 1)};
    }

    private static List<Integer> occurrences(String text, String words) {
        var found = new ArrayList<Integer>();
        for (var at = text.indexOf(words); at >= 0 && found.size() < MOST_PLACES; at = text.indexOf(words, at + 1)) {
            found.add(at);
        }
        return found;
    }

    /** Closing punctuation belongs to the sentence around a quotation as often as to the quotation. */
    private static String withoutPunctuationAtEnds(String words) {
        var start = 0;
        var end = words.length();
        while (start < end && " '".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " '.,;:".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(start, end);
    }

    private FoldedText text(Brackets brackets) {
        var at = brackets.ordinal();
        if (folded[at] == null) {
            folded[at] = FoldedText.of(source.value(), brackets);
        }
        return folded[at];
    }
}
