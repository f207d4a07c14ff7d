package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.parole.kit.language.Folding;
import org.parole.quote.anchor.SentenceSpans.Span;

/**
 * Looks for words in a text: letter by letter first, then with the differences of writing set aside, then in pieces
 * around what was left out or put in. The first way that finds them decides.
 */
final class PassageFinder {

    /** How much an ellipsis may stand for, in folded UTF-16 units: about two paragraphs. */
    private static final int LONGEST_OMISSION = 1_000;
    /** How much square brackets may stand for: about a dozen words. */
    private static final int LONGEST_INSERTION = 80;
    /** How many letters square brackets inside a word may stand for. */
    private static final int LONGEST_WORD_PART = 16;
    /** Of longer texts, in UTF-16 units, no more than one folding is kept. */
    private static final int LONGEST_KEPT = 200_000;
    /** More places than this are not counted. */
    static final int MOST_PLACES = 1_000;

    private final String text;
    private final boolean isCaseless;
    private Folding folding;
    private Folding withoutBracketed;
    private List<Span> attributions;
    private final Map<Boolean, Uninterrupted> uninterrupted = new HashMap<>();

    /** A finder for a text in NFC. */
    PassageFinder(String text, boolean isCaseless) {
        this.text = text;
        this.isCaseless = isCaseless;
    }

    /** What was found: the way, all places, and what there is to say about it. */
    record Found(AnchorStatus status, List<Place> places, String detail) {
    }

    /** All places of the words, or null where they do not stand in the text. */
    Found find(String words) {
        List<Place> places = letterByLetter(words);
        if (!places.isEmpty()) {
            return new Found(AnchorStatus.EXACT, places, null);
        }
        Folding needle = Folding.loosely(words, isCaseless);
        places = folded(folding(), needle, 0, needle.length());
        if (!places.isEmpty()) {
            return new Found(AnchorStatus.NORMALISED, places,
                    "Found with the way of writing set aside: quotation marks,"
                            + " white space, dashes, line ends, points, digits and the like.");
        }
        var pieces = Needle.of(words, isCaseless);
        if (pieces.pieces().isEmpty()) {
            return null;
        }
        if (!pieces.isBroken()) {
            Needle.Piece piece = pieces.pieces().get(0);
            places = folded(folding(), piece.words(), piece.from(), piece.to());
            if (!places.isEmpty()) {
                return new Found(AnchorStatus.NORMALISED, places, "Found without the punctuation at its ends.");
            }
            if (text.indexOf('[') >= 0) {
                places = folded(withoutBracketed(), piece.words(), piece.from(), piece.to());
            }
            if (!places.isEmpty()) {
                return new Found(AnchorStatus.NORMALISED, places,
                        "Found with an editor's insertion in the text set aside.");
            }
            places = attributed(piece);
            return places.isEmpty()
                    ? null
                    : new Found(AnchorStatus.NORMALISED, places,
                            "Found with who said it set aside, which stands between two parts of the words.");
        }
        places = broken(pieces);
        return places.isEmpty()
                ? null
                : new Found(AnchorStatus.NORMALISED, places, "Found in parts, around what was left out or put in.");
    }

    private Folding folding() {
        if (folding == null) {
            folding = Folding.loosely(text, isCaseless);
        }
        return folding;
    }

    private Folding withoutBracketed() {
        if (withoutBracketed == null) {
            withoutBracketed = Folding.withoutBracketed(text);
        }
        return withoutBracketed;
    }

    private List<Place> letterByLetter(String words) {
        return wholeWords(Folding.findLiterally(text, words, MOST_PLACES).stream()
                .map(at -> place(List.of(new int[]{at, at + words.length()}), List.of())).toList());
    }

    private List<Place> folded(Folding in, Folding words, int from, int to) {
        if (from >= to || words.signs().substring(from, to).chars().noneMatch(PassageFinder::isWordCharacter)) {
            return List.of();
        }
        return wholeWords(in.find(words, from, to, MOST_PLACES).stream()
                .map(at -> place(List.of(new int[]{in.start(at), in.end(at + to - from - 1)}), List.of())).toList());
    }

    /** Around who said it: “We will,” she said, “free them all.” */
    private List<Place> attributed(Needle.Piece piece) {
        List<Span> cuts = attributions();
        for (boolean keepsPauses : cuts.isEmpty() ? new boolean[0] : new boolean[]{false, true}) {
            Uninterrupted way = uninterrupted(cuts, keepsPauses);
            List<Place> places = new ArrayList<>();
            for (int at : way.folding().find(piece.words(), piece.from(), piece.to(), MOST_PLACES)) {
                List<int[]> spans = way.inText(way.folding().start(at), way.folding().end(at + piece.length() - 1));
                if (spans.size() > 1) {
                    places.add(place(spans, IntStream.range(0, spans.size()).mapToObj(
                            i -> i == 0 ? piece : piece.behind(Needle.Gap.ATTRIBUTION)).toList()));
                }
            }
            if (!places.isEmpty()) {
                return wholeWords(places);
            }
        }
        return List.of();
    }

    private List<Span> attributions() {
        if (attributions == null) {
            attributions = Attributions.in(text);
        }
        return attributions;
    }

    /** Kept for the next words, unless the text is so long that both ways of it would take much memory. */
    private Uninterrupted uninterrupted(List<Span> cuts, boolean keepsPauses) {
        if (text.length() > LONGEST_KEPT) {
            return new Uninterrupted(text, cuts, keepsPauses, isCaseless);
        }
        return uninterrupted.computeIfAbsent(keepsPauses,
                keeps -> new Uninterrupted(text, cuts, keeps, isCaseless));
    }

    private static boolean isWordCharacter(int c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate((char) c);
    }

    private List<Place> broken(Needle needle) {
        Folding in = folding();
        List<Needle.Piece> pieces = needle.pieces();
        List<List<Integer>> places = new ArrayList<>();
        for (Needle.Piece piece : pieces) {
            places.add(in.find(piece.words(), piece.from(), piece.to(), MOST_PLACES));
        }
        // From the last piece back: keep what can be continued to the end, so that no choice is ever taken back.
        for (int i = pieces.size() - 2; i >= 0; i--) {
            List<Integer> following = places.get(i + 1);
            int length = pieces.get(i).length();
            Needle.Gap gap = pieces.get(i + 1).before();
            places.set(i, places.get(i).stream().filter(at -> next(at + length, gap, following) >= 0).toList());
        }
        List<Place> found = new ArrayList<>();
        for (Integer first : places.get(0)) {
            if (pieces.get(0).before() == Needle.Gap.LETTERS && lettersBefore(first) > LONGEST_WORD_PART) {
                continue;
            }
            Place place = from(first, pieces, places);
            // Two beginnings with one end are one place: the nearer beginning is the better one.
            if (!found.isEmpty() && found.get(found.size() - 1).end() == place.end()) {
                found.remove(found.size() - 1);
            }
            found.add(place);
        }
        return wholeWords(found);
    }

    private Place from(int first, List<Needle.Piece> pieces, List<List<Integer>> places) {
        Folding in = folding();
        List<int[]> spans = new ArrayList<>();
        int at = first;
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                at = next(at, pieces.get(i).before(), places.get(i));
            }
            int end = at + pieces.get(i).length();
            // The words begin at the letters that square brackets replaced: [W]e stands at we.
            int start = i == 0 && pieces.get(0).before() == Needle.Gap.LETTERS ? at - lettersBefore(at) : at;
            spans.add(new int[]{in.start(start), in.end(end - 1)});
            at = end;
        }
        return place(List.copyOf(spans), pieces);
    }

    private int lettersBefore(int sign) {
        int start = sign;
        while (start > 0 && !folding().isApart(start) && Character.isLetter(folding().signs().charAt(start - 1))) {
            start--;
        }
        return sign - start;
    }

    /** The first of the places that follows the end of the piece before with no more than the gap in between, or -1. */
    private int next(int end, Needle.Gap gap, List<Integer> places) {
        int from = Collections.binarySearch(places, end);
        for (int i = from >= 0 ? from : -from - 1; i < places.size(); i++) {
            Integer at = places.get(i);
            if (at - end > widest(gap)) {
                return -1;
            }
            if (gap != Needle.Gap.LETTERS || isOneWord(end, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isOneWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetter(folding().signs().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int widest(Needle.Gap gap) {
        return switch (gap) {
            case NONE, ATTRIBUTION -> 0;
            case OMISSION -> LONGEST_OMISSION;
            case INSERTION -> LONGEST_INSERTION;
            case LETTERS -> LONGEST_WORD_PART;
        };
    }

    private Place place(List<int[]> spans, List<Needle.Piece> pieces) {
        boolean isCut = false;
        for (int i = 0; i < spans.size(); i++) {
            boolean opensInWord = !pieces.isEmpty() && pieces.get(i).before() == Needle.Gap.LETTERS;
            boolean closesInWord = i + 1 < pieces.size() && pieces.get(i + 1).before() == Needle.Gap.LETTERS;
            isCut |= !opensInWord && WordEdges.isCutBefore(text, spans.get(i)[0])
                    || !closesInWord && WordEdges.isCutAfter(text, spans.get(i)[1]);
        }
        return new Place(spans, pieces, isCut);
    }

    /** Those that stand between whole characters, and of these those that are whole words, if any is. */
    private List<Place> wholeWords(List<Place> places) {
        List<Place> whole = places.stream().filter(
                place -> Graphemes.isBoundary(text, place.start()) && Graphemes.isBoundary(text, place.end())).toList();
        return keepIfAny(whole, place -> !place.isCut());
    }

    static List<Place> keepIfAny(List<Place> places, Predicate<Place> condition) {
        List<Place> kept = places.stream().filter(condition).toList();
        return kept.isEmpty() ? places : kept;
    }
}
