package org.parole.quote.anchor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Folding;
import org.parole.kit.language.Markers;

/** Compares the words of a quote with those of the passage that its anchors name. */
final class WordsChecker {

    private static final Set<Figure.Kind> AMOUNTS = EnumSet.of(Figure.Kind.COUNT, Figure.Kind.VAGUE,
            Figure.Kind.FRACTION, Figure.Kind.PERCENTAGE, Figure.Kind.MONEY);
    private static final String SENTENCE_ENDS = ".!?\u061F\u3002\uFF01\uFF1F\u0964\u06D4";
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]{1,200})\\]");
    private static final Pattern TRAILING_BRACKETS = Pattern.compile("\\[([^\\[\\]]{0,200})\\][\\s\\p{P}]*$");

    private final SourceText source;
    private final PassageFinder finder;

    WordsChecker(SourceText source, PassageFinder finder) {
        this.source = source;
        this.finder = finder;
    }

    WordsCheck check(QuotedWords words, AnchorStatus passage, List<AnchorCheck> checks) {
        if (passage.compareTo(AnchorStatus.AMBIGUOUS) > 0) {
            return WordsCheck.of(WordsStatus.UNCHECKED, null);
        }
        if (words.claim() == WordsClaim.NONE) {
            return WordsCheck.of(WordsStatus.PARAPHRASE, null);
        }
        Passage whole = Passage.of(source, checks);
        if (words.claim() == WordsClaim.MARKED) {
            return marked(words, whole);
        }
        WordsCheck best = compare(words.content(), words.languages(), whole, true);
        // Words in the document's own language are compared themselves, whatever is called their original.
        if (best.status() == WordsStatus.ALTERED && words.original() != null && words.isTranslated()) {
            best = compare(words.original(), words.languagesOfOriginal(), whole, true);
        }
        if (best.status() == WordsStatus.ALTERED && words.original() == null && words.isTranslated()) {
            return WordsCheck.of(WordsStatus.UNCHECKED,
                    "The quote is in another language than the document, and its original wording is not given.");
        }
        return best;
    }

    private WordsCheck marked(QuotedWords words, Passage passage) {
        List<String> stretches = Stretches.in(words.content());
        if (stretches.isEmpty()) {
            WordsCheck whole = compare(words.content(), words.languages(), passage, false);
            return whole.status() != WordsStatus.ALTERED
                    ? whole
                    : WordsCheck.of(WordsStatus.UNCHECKED,
                            "Nothing in the quote stands in quotation marks, so that no words could be compared.");
        }
        var told = new QuotedInTold(words.content(), words.languages(), stretches);
        var edges = new SentenceEdges(source.value(), words.languages());
        List<Omission> omitted = new ArrayList<>();
        for (String stretch : stretches) {
            WordsCheck check = compare(stretch, words.languages(), passage, false);
            if (check.status() == WordsStatus.ALTERED) {
                if (words.isTranslated()) {
                    return WordsCheck.of(WordsStatus.UNCHECKED,
                            "The quote is in another language than the document.");
                }
                return check;
            }
            // What stands around a stretch is told in other words.
            check.omitted().stream().filter(part -> isInside(part, check)).forEach(omitted::add);
            Place place = passage.find(stretch).places().get(0);
            int start = passage.inText(place.start());
            int end = passage.inText(place.end());
            String putIn = told.putIn(stretch, edges.spans().sentenceAround(start, end));
            if (putIn != null) {
                return altered(start, end, putIn, "The quote denies what the text does not deny: '" + putIn + "'.");
            }
            Stream.of(edges.turningBefore(start), edges.turningAfter(end))
                    .filter(turning -> turning != null
                            && told.leavesOut(source.value().substring(turning.start(), turning.end())))
                    .forEach(turning -> add(turning, omitted));
        }
        return shortened(omitted);
    }

    private static boolean isInside(Omission part, WordsCheck check) {
        return check.omitted().size() > 2 && part != check.omitted().get(0)
                && part != check.omitted().get(check.omitted().size() - 1);
    }

    private WordsCheck compare(String content, List<String> languages, Passage passage, boolean isWhole) {
        PassageFinder.Found found = passage.find(content);
        if (found == null) {
            return different(content, passage);
        }
        Place place = found.places().get(0);
        var edges = new SentenceEdges(source.value(), languages);
        if (isCut(place, passage, edges)) {
            return altered(passage.inText(place.start()), passage.inText(place.end()), content,
                    "The quote begins or ends inside a word or a number of the text.");
        }
        Figure number = place.spans().size() > 1
                ? null
                : SameNumbers.different(passage.text().substring(place.start(), place.end()), content, languages);
        if (number != null) {
            return altered(passage.inText(place.start() + number.start()), passage.inText(place.start() + number.end()),
                    content, "A number is written so that it is another one in the language of the text.");
        }
        boolean isBracketed = passage.text().substring(place.start(), place.end()).indexOf('[') >= 0;
        Matcher trailing = TRAILING_BRACKETS.matcher(content);
        // Brackets that stand in the text itself put nothing in.
        String insertedAtEnd = !isBracketed && trailing.find() ? trailing.group(1) : "";
        String changed = isBracketed ? null : BracketedLetters.changed(place, passage.text(), content);
        if (changed != null) {
            return altered(passage.inText(place.start()), passage.inText(place.end()), changed,
                    "The square brackets make another word of one in the text: '" + changed + "'.");
        }
        String inserted = turningInsertion(place, insertedAtEnd, languages);
        if (inserted != null) {
            return altered(passage.inText(place.start()), passage.inText(place.end()), inserted,
                    "What the square brackets put in turns the statement round: '" + inserted + "'.");
        }
        List<Omission> omitted = new ArrayList<>();
        if (isBracketed && content.indexOf('[') < 0) {
            turningBrackets(passage, place, languages, omitted);
        }
        leftOut(passage, 0, place.start(), languages, omitted);
        replaced(place.pieces().isEmpty() ? "" : place.pieces().get(0).inserted(), 0, edges, omitted);
        if (isWhole && omitted.isEmpty()) {
            beforeTheWords(place, passage.inText(place.start()), edges, omitted);
        }
        for (int i = 1; i < place.spans().size(); i++) {
            Needle.Piece piece = place.pieces().get(i);
            if (piece.before() == Needle.Gap.ATTRIBUTION) {
                deniedBetween(passage, place.spans().get(i - 1)[1], place.spans().get(i)[0], languages, omitted);
            } else if (piece.before() != Needle.Gap.LETTERS) {
                int known = omitted.size();
                leftOut(passage, place.spans().get(i - 1)[1], place.spans().get(i)[0], languages, omitted);
                replaced(piece.before() == Needle.Gap.INSERTION ? piece.inserted() : "", known, edges, omitted);
            }
        }
        for (int[] span : place.spans()) {
            passage.gapsInside(span[0], span[1]).forEach(gap -> leftOut(gap[0], gap[1], languages, omitted));
        }
        int known = omitted.size();
        leftOut(passage, place.end(), passage.text().length(), languages, omitted);
        replaced(insertedAtEnd, known, edges, omitted);
        if (isWhole && omitted.size() == known) {
            afterTheWords(insertedAtEnd, passage.inText(place.end()), edges, omitted);
        }
        return shortened(omitted);
    }

    /** What turns the words round right before them, or what square brackets stand there in place of. */
    private void beforeTheWords(Place place, int start, SentenceEdges edges, List<Omission> omitted) {
        Needle.Piece first = place.pieces().isEmpty() ? null : place.pieces().get(0);
        if (first != null && first.before() == Needle.Gap.LETTERS) {
            return;
        }
        replaced(first == null ? "" : first.inserted(), edges.spans().wordBefore(start), edges, omitted);
        if (omitted.isEmpty()) {
            add(edges.turningBefore(start), omitted);
        }
    }

    private void afterTheWords(String inserted, int end, SentenceEdges edges, List<Omission> omitted) {
        int known = omitted.size();
        replaced(inserted, edges.spans().wordAfter(end), edges, omitted);
        if (omitted.size() == known) {
            add(edges.turningAfter(end), omitted);
        }
    }

    /** Brackets in the place of words that were left out turn those round where they say something else. */
    private static void replaced(String inserted, int known, SentenceEdges edges, List<Omission> omitted) {
        if (!inserted.isBlank() && omitted.size() > known && edges.saysMore(omitted.get(known).text(), inserted)) {
            omitted.set(known, omitted.get(known).turning());
        }
    }

    private void replaced(String inserted, SentenceSpans.Span word, SentenceEdges edges, List<Omission> omitted) {
        if (!inserted.isBlank() && !word.isBlank(source.value())
                && edges.saysMore(source.value().substring(word.start(), word.end()), inserted)) {
            add(word, omitted);
        }
    }

    private void add(SentenceSpans.Span part, List<Omission> omitted) {
        if (part != null && part.start() < part.end()) {
            TextPositionSelector span = source.span(part.start(), part.end());
            omitted.add(
                    new Omission(source.value().substring(part.start(), part.end()), span.start(), span.end(), true));
        }
    }

    /** An attribution is no part of what was said, unless it says that it was not. */
    private void deniedBetween(Passage passage, int from, int to, List<String> languages, List<Omission> omitted) {
        if (turnsRound(passage.text().substring(from, to), languages)) {
            add(new SentenceSpans.Span(passage.inText(from), passage.inText(to)), omitted);
        }
    }

    /** What stands in the text's own brackets belongs to what was said where it turns it round: 'We will [not] go'. */
    private void turningBrackets(Passage passage, Place place, List<String> languages, List<Omission> omitted) {
        Matcher brackets = BRACKETS.matcher(passage.text()).region(place.start(), place.end());
        while (brackets.find()) {
            if (turnsRound(brackets.group(1), languages)) {
                add(new SentenceSpans.Span(passage.inText(brackets.start()), passage.inText(brackets.end())), omitted);
            }
        }
    }

    /** Words that are cut at the edge of the passage may be cut in the text. */
    private boolean isCut(Place place, Passage passage, SentenceEdges edges) {
        if (place.isCut() || edges.numberAcross(passage.inText(place.start())) != null
                || edges.numberAcross(passage.inText(place.end())) != null) {
            return true;
        }
        String text = source.value();
        return WordEdges.isCutBefore(text, passage.inText(place.start()))
                && place.pieces().stream().limit(1).noneMatch(piece -> piece.before() == Needle.Gap.LETTERS)
                || WordEdges.isCutAfter(text, passage.inText(place.end()));
    }

    /** What an editor has put in that negates or restricts what was said, or null. */
    private static String turningInsertion(Place place, String atEnd, List<String> languages) {
        return Stream.concat(place.pieces().stream().map(Needle.Piece::inserted), Stream.of(atEnd))
                .filter(inserted -> !inserted.isEmpty() && changesClaim(inserted, languages)).findFirst()
                .orElse(null);
    }

    /** A negation, a condition, a modality, an amount: what nobody but the speaker may add. */
    private static boolean changesClaim(String inserted, List<String> languages) {
        return languages.stream().anyMatch(language -> Markers.in(inserted, language).stream()
                .anyMatch(marker -> marker.kind() != Markers.Kind.FUTURE)
                || Figures.in(inserted, language).stream().anyMatch(figure -> AMOUNTS.contains(figure.kind())));
    }

    private void leftOut(Passage passage, int from, int to, List<String> languages, List<Omission> omitted) {
        if (from >= to) {
            return;
        }
        String left = passage.text().substring(from, to);
        if (left.codePoints().noneMatch(Character::isLetterOrDigit)) {
            passage.gapIn(from, to).ifPresent(gap -> leftOut(gap[0], gap[1], languages, omitted));
            return;
        }
        int leading = left.length() - left.stripLeading().length();
        int start = passage.inText(from + leading);
        int end = passage.inText(to - (left.length() - left.stripTrailing().length()));
        TextPositionSelector span = source.span(start, Math.max(start + 1, end));
        omitted.add(new Omission(left.strip(), span.start(), span.end(), turns(left, languages)));
    }

    /** What stands in the text between two anchors. */
    private void leftOut(int start, int end, List<String> languages, List<Omission> omitted) {
        String left = source.value().substring(start, end);
        TextPositionSelector span = source.span(start, end);
        omitted.add(new Omission(shown(left), span.start(), span.end(), turns(left, languages)));
    }

    private static boolean turns(String left, List<String> languages) {
        // Where no language of the words is known, nobody can tell that nothing has been turned round.
        return languages.stream().noneMatch(Markers::areKnown) && left.codePoints().anyMatch(Character::isLetterOrDigit)
                || turnsRound(left, languages) || isWithinSentence(left) && weakens(left, languages)
                || languages.stream().anyMatch(language -> !Figures.in(left, language).isEmpty());
    }

    /** In the middle of a sentence a 'might' or a 'would' belongs to what is said; a whole sentence says its own. */
    private static boolean isWithinSentence(String left) {
        return left.codePoints().noneMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0);
    }

    private static boolean weakens(String left, List<String> languages) {
        return languages.stream().anyMatch(language -> Markers.in(left, language).stream()
                .anyMatch(marker -> marker.kind() == Markers.Kind.POSSIBILITY
                        || marker.kind() == Markers.Kind.CONDITIONAL || marker.kind() == Markers.Kind.OBLIGATION
                        || marker.kind() == Markers.Kind.EXTENT));
    }

    private static boolean turnsRound(String words, List<String> languages) {
        return languages.stream().anyMatch(language -> Markers.turnIn(words, language));
    }

    private static WordsCheck shortened(List<Omission> omitted) {
        if (omitted.isEmpty()) {
            return WordsCheck.of(WordsStatus.SAME, null);
        }
        Optional<Omission> turning = omitted.stream().filter(Omission::changesMeaning).findFirst();
        return new WordsCheck(WordsStatus.SHORTENED, omitted, null, turning
                .map(part -> "What is left out changes the meaning: '" + shown(part.text()) + "'.")
                .orElse("Words of the passage are left out."));
    }

    private static String shown(String words) {
        return words.length() <= Difference.LONGEST
                ? words
                : words.substring(0, Graphemes.boundaryAtOrBefore(words, Difference.LONGEST)) + '\u2026';
    }

    private WordsCheck altered(int start, int end, String quote, String detail) {
        TextPositionSelector span = source.span(start, Math.max(start + 1, end));
        return new WordsCheck(WordsStatus.ALTERED, List.of(),
                new Difference(shown(source.value().substring(start, end)), shown(quote), span.start(), span.end()),
                detail);
    }

    /** The words between what is the same at the beginning and at the end. */
    private WordsCheck different(String content, Passage passage) {
        var one = Folding.caseless(passage.text());
        var other = Folding.caseless(content);
        int most = Math.min(one.length(), other.length());
        int before = 0;
        while (before < most && one.signs().charAt(before) == other.signs().charAt(before)) {
            before++;
        }
        before = wordBefore(one, other, before);
        int after = 0;
        while (after < most - before && one.signs().charAt(one.length() - 1 - after) == other.signs()
                .charAt(other.length() - 1 - after)) {
            after++;
        }
        after = wordAfter(one, other, after);
        int start = before < one.length() ? one.start(before) : passage.text().length();
        int end = after < one.length() - before ? one.end(one.length() - 1 - after) : start;
        int quoteStart = before < other.length() ? other.start(before) : content.length();
        int quoteEnd = after < other.length() - before ? other.end(other.length() - 1 - after) : quoteStart;
        int from = passage.inText(start);
        int to = Math.max(from, passage.inText(end));
        TextPositionSelector span = source.span(Math.min(from, source.value().length() - 1),
                Math.max(Math.min(from, source.value().length() - 1) + 1, to));
        return new WordsCheck(WordsStatus.ALTERED, List.of(),
                new Difference(shown(passage.text().substring(start, end)),
                        shown(content.substring(quoteStart, quoteEnd)), span.start(), span.end()),
                "The words of the quote are not those of the passage.");
    }

    private static int wordBefore(Folding one, Folding other, int common) {
        int at = common;
        while (at > 0 && !(one.isApart(at) && other.isApart(at))) {
            at--;
        }
        return at;
    }

    private static int wordAfter(Folding one, Folding other, int common) {
        int count = common;
        while (count > 0 && !(one.isApart(one.length() - count) && other.isApart(other.length() - count))) {
            count--;
        }
        return count;
    }
}
