package org.parole.quote.anchor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.parole.kit.language.Folding;

/** Checks a quote against the text of its document: where its anchors stand, and whether its words are those of the passage. */
public final class AnchorChecker {

    private final SourceText source;
    private final PassageFinder finder;
    private final PassageFinder caseless;

    private AnchorChecker(SourceText source) {
        this.source = source;
        this.finder = source == null ? null : new PassageFinder(source.value(), false);
        this.caseless = source == null ? null : new PassageFinder(source.value(), true);
    }

    /** A checker for one text, or for the lack of one when null. */
    public static AnchorChecker of(SourceText source) {
        return new AnchorChecker(source);
    }

    /**
     * Checks all anchors, and the words against the passage that they name; a quote without anchors is looked for by its
     * content.
     */
    public Verification verify(List<Anchor> anchors, QuotedWords words) {
        List<AnchorCheck> checks = anchors.isEmpty()
                ? List.of(byContent(words))
                : anchors.stream().map(this::check).toList();
        AnchorStatus worst = checks.get(0).status();
        for (AnchorCheck check : checks) {
            worst = worst.orWorse(check.status());
        }
        return new Verification(worst, new WordsChecker(source, finder).check(words, worst, checks), checks);
    }

    private AnchorCheck byContent(QuotedWords words) {
        var anchor = Anchor.ofWords(words.content());
        AnchorCheck whole = check(anchor);
        if (whole.status() != AnchorStatus.ORPHANED || words.claim() != WordsClaim.MARKED) {
            return whole;
        }
        Place place = new MixedPassage(source.value(), finder, caseless).find(SourceText.nfc(words.content()));
        return place == null
                ? whole
                : new AnchorCheck(AnchorStatus.NORMALISED, selector(anchor, place), spans(place),
                        "Found by the words in quotation marks; what is told around them stands there in another order.");
    }

    private List<TextPositionSelector> spans(Place place) {
        return place.spans().stream().map(span -> source.span(span[0], span[1])).toList();
    }

    /** Checks one anchor. */
    public AnchorCheck check(Anchor anchor) {
        if (source == null) {
            return new AnchorCheck(AnchorStatus.UNCHECKED, selector(anchor, null), List.of(),
                    "The document has no text to look in.");
        }
        Optional<TextPositionSelector> position = position(anchor);
        if (anchor.exact() == null) {
            return position.flatMap(source::describe)
                    .map(words -> new AnchorCheck(AnchorStatus.EXACT, words, List.of(position.get()), null))
                    .orElseGet(() -> new AnchorCheck(AnchorStatus.ORPHANED, selector(anchor, null), List.of(),
                            "The position is outside the text."));
        }
        PassageFinder.Found found = finder.find(SourceText.nfc(anchor.exact()));
        if (found == null) {
            found = caseless.find(SourceText.nfc(anchor.exact()));
            if (found != null) {
                found = new PassageFinder.Found(AnchorStatus.NORMALISED, found.places(),
                        "Found with capital and small letters set aside.");
            }
        }
        if (found == null) {
            return new AnchorCheck(AnchorStatus.ORPHANED, selector(anchor, null), List.of(),
                    "The words are not in the text." + TextDefects.hint(source.value()));
        }
        return choose(found, anchor);
    }

    private Optional<TextPositionSelector> position(Anchor anchor) {
        return anchor.hasPosition() && anchor.start() >= 0 && anchor.end() > anchor.start()
                ? Optional.of(new TextPositionSelector(anchor.start(), anchor.end()))
                : Optional.empty();
    }

    /** The place that is meant, where the position or the context tells. */
    private AnchorCheck choose(PassageFinder.Found found, Anchor anchor) {
        List<Place> places = found.places();
        if (places.size() > 1 && anchor.hasPosition()) {
            places = PassageFinder.keepIfAny(places, place -> isAt(place, anchor));
        }
        boolean byContext = places.size() > 1;
        if (byContext) {
            places = best(places, anchor);
        }
        Place place = places.get(0);
        List<TextPositionSelector> spans = spans(place);
        int all = found.places().size();
        String times = all >= PassageFinder.MOST_PLACES ? "at least " + all : String.valueOf(all);
        if (places.size() > 1) {
            return new AnchorCheck(AnchorStatus.AMBIGUOUS, selector(anchor, null), spans, "The words stand in the text "
                    + times + " times; a prefix or a suffix would tell them apart.");
        }
        String detail = join(found.detail(), byContext
                ? "The words stand in the text " + times + " times; the context fits this place best."
                : null);
        String contradiction = anchor.isHint() ? null : contradiction(place, anchor);
        return contradiction == null
                ? new AnchorCheck(found.status(), selector(anchor, place), spans, detail)
                : new AnchorCheck(AnchorStatus.NORMALISED, describe(anchor, place), spans,
                        join(detail, contradiction));
    }

    static String join(String first, String second) {
        return first == null ? second : second == null ? first : first + " " + second;
    }

    private boolean isAt(Place place, Anchor anchor) {
        TextPositionSelector span = source.span(place.start(), place.end());
        return span.start() == anchor.start() && span.end() == anchor.end();
    }

    /** The places whose surroundings have most in common with the prefix and the suffix: all of them where none has. */
    private List<Place> best(List<Place> places, Anchor anchor) {
        Folding prefix = anchor.prefix() == null ? null : Folding.loosely(anchor.prefix(), false);
        Folding suffix = anchor.suffix() == null ? null : Folding.loosely(anchor.suffix(), false);
        List<Integer> scores = places.stream()
                .map(place -> (prefix == null ? 0 : common(before(place, prefix), prefix, true))
                        + (suffix == null ? 0 : common(after(place, suffix), suffix, false)))
                .toList();
        int best = scores.stream().mapToInt(Integer::intValue).max().orElse(0);
        return IntStream.range(0, places.size()).filter(i -> scores.get(i) == best)
                .mapToObj(places::get).toList();
    }

    /** Folding shortens more often than it lengthens: enough of the source for all of the prefix. */
    private Folding before(Place place, Folding prefix) {
        return Folding.loosely(source.before(place.start(), prefix.source().length() * 2 + 64), false);
    }

    private Folding after(Place place, Folding suffix) {
        return Folding.loosely(source.after(place.end(), suffix.source().length() * 2 + 64), false);
    }

    /**
     * How much two texts have in common at their ends or beginnings: the letters of whole words, and one more where the
     * context fits as a whole. Punctuation alone tells little.
     */
    private static int common(Folding text, Folding context, boolean atEnds) {
        int most = Math.min(text.length(), context.length());
        int letters = 0;
        int score = 0;
        for (int i = 0; i < most; i++) {
            int one = atEnds ? text.length() - 1 - i : i;
            int other = atEnds ? context.length() - 1 - i : i;
            char sign = text.signs().charAt(one);
            if (sign != context.signs().charAt(other)) {
                return score;
            }
            letters += Character.isLetterOrDigit(sign) ? 1 : 0;
            if (i + 1 == context.length()) {
                return letters + 1;
            }
            int edge = atEnds ? one : one + 1;
            if (text.isApart(edge) || !Character.isLetterOrDigit(text.signs().charAt(edge))
                    || !Character.isLetterOrDigit(text.signs().charAt(edge - 1))) {
                score = letters;
            }
        }
        return score;
    }

    /** What the text has where the client has given something else, or null where it agrees. */
    private String contradiction(Place place, Anchor anchor) {
        if (anchor.prefix() != null) {
            var prefix = Folding.loosely(anchor.prefix(), false);
            if (!before(place, prefix).signs().endsWith(prefix.signs())) {
                return "The text contradicts the prefix: before the words stands '"
                        + source.before(place.start(), SourceText.SELECTOR_CONTEXT_LENGTH) + "'.";
            }
        }
        if (anchor.suffix() != null) {
            var suffix = Folding.loosely(anchor.suffix(), false);
            if (!after(place, suffix).signs().startsWith(suffix.signs())) {
                return "The text contradicts the suffix: after the words stands '"
                        + source.after(place.end(), SourceText.SELECTOR_CONTEXT_LENGTH) + "'.";
            }
        }
        return null;
    }

    /** The client's words, with context from the text where the client gave none and the place is certain. */
    private TextQuoteSelector selector(Anchor anchor, Place place) {
        boolean isGiven = anchor.prefix() != null || anchor.suffix() != null;
        if (place != null && (!isGiven || anchor.isHint())) {
            return describe(anchor, place);
        }
        // Without a certain place, nothing is given out as the text's own.
        return place == null
                ? new TextQuoteSelector(SourceText.nfc(anchor.exact()), null, null)
                : new TextQuoteSelector(SourceText.nfc(anchor.exact()), SourceText.nfc(anchor.prefix()),
                        SourceText.nfc(anchor.suffix()));
    }

    private TextQuoteSelector describe(Anchor anchor, Place place) {
        return new TextQuoteSelector(SourceText.nfc(anchor.exact()),
                source.before(place.start(), SourceText.SELECTOR_CONTEXT_LENGTH),
                source.after(place.end(), SourceText.SELECTOR_CONTEXT_LENGTH));
    }
}
