package org.parole.kit.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.parole.kit.language.NumberWords.Part;
import org.parole.kit.language.NumberWords.Role;

/**
 * Puts the parts of a number together: two hundred and thirty, dreihundertfünf, half a million, two and a half thousand, and
 * what stands behind digits: 6.4k, 2万5千.
 */
final class NumberComposer {

    /** A number of more parts than this means nothing. */
    private static final int MOST_PARTS = 40;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** Languages that go on in digits behind a multiplier: 5 bin 200, 2万5千. Others would put a noun or a comma there. */
    private static final Set<String> GO_ON = Set.of("zh", "ja", "ko", "ru", "uk", "hi", "ur", "fa", "ps", "ar", "tr",
            "es", "pt");
    private static final int MOST_DIGITS = 9;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** What was read: its value, and the sign after it. */
    record Read(Role role, BigDecimal value, boolean about, int end) {
    }

    /** What is done to digits by what stands behind them: a half added, multiplied by the factor, the rest added. */
    record Multiplier(boolean half, BigDecimal factor, BigDecimal rest, boolean about, int end) {

        BigDecimal of(BigDecimal number) {
            return (half ? number.add(HALF) : number).multiply(factor).add(rest);
        }
    }

    /** A part that has found its place: what it adds, below what the next one must stay, and where it ends. */
    private record Term(BigDecimal value, BigDecimal scale, int end) {
    }

    private final Folding text;
    private final NumberWords words;
    private final List<Term> terms = new ArrayList<>();
    private boolean about;
    private boolean isArticle;

    NumberComposer(Folding text, NumberWords words) {
        this.text = text;
        this.words = words;
    }

    /** The number in words that begins at a sign, or null. */
    Read read(int from) {
        Trie.Found<Part> first = part(from);
        if (first == null) {
            return null;
        }
        Part part = first.value();
        Trie.Found<Part> whole = part.role() == Role.PART && part.value() != null ? scaleBehind(first.end()) : null;
        if (whole != null) {
            return shareOf(part.value(), whole);
        }
        if (part.role() == Role.ORDINAL || part.role() == Role.PART || part.role() == Role.VAGUE) {
            return Figures.isWordEnd(text, first.end())
                    ? new Read(part.role(), part.value(), false, first.end())
                    : null;
        }
        if (part.value() == null) {
            return new Read(Role.ARTICLE, null, false, first.end());
        }
        reset();
        take(part, first.end());
        Read last = compose(first.end(), from);
        if (last == null || isOneSignAlone(from, last.end())) {
            return null;
        }
        return last;
    }

    /** What stands right behind digits and multiplies them: 5 thousand, 3万, 6.4k, 2 and a half million. Null without it. */
    Multiplier multiplier(int end) {
        BigDecimal letter = letterBehind(end);
        if (letter != null) {
            return new Multiplier(false, letter, BigDecimal.ZERO, false, end + 1);
        }
        Trie.Found<String> half = words.halves.longest(text.signs(), end, at -> Figures.isWordEnd(text, at));
        Trie.Found<Part> found = part(half == null ? end : half.end());
        if (found == null || !isScale(found.value()) || !Figures.isWordEnd(text, found.end())) {
            return null;
        }
        BigDecimal factor = found.value().value();
        Read rest = rest(factor, found.end());
        return new Multiplier(half != null, factor, rest == null ? BigDecimal.ZERO : rest.value(),
                found.value().role() == Role.ABOUT, rest == null ? found.end() : rest.end());
    }

    /** 6.4k is 6,400 and 1.2M a million and more, in all languages; a small m may be metres. */
    private BigDecimal letterBehind(int end) {
        if (end >= text.length() || text.isApart(end) || !Figures.isWordEnd(text, end + 1)) {
            return null;
        }
        char written = text.source().charAt(text.start(end));
        return written == 'k' || written == 'K' ? THOUSAND : written == 'M' ? MILLION : null;
    }

    /** The smaller number in digits that goes on behind a multiplier, or null. */
    private Read rest(BigDecimal factor, int end) {
        if (!GO_ON.contains(words.language) || end >= text.length()) {
            return null;
        }
        Trie.Found<String> and = words.and.longest(text.signs(), end, at -> true);
        int from = and == null ? end : and.end();
        int to = from;
        while (to < text.length() && to - from < MOST_DIGITS && Figures.isDigit(text.signs().charAt(to))
                && (to == from || !text.isApart(to))) {
            to++;
        }
        int before = text.end(end - 1);
        String between = from < text.length()
                ? text.source().substring(before, Math.max(before, text.start(from)))
                : "";
        if (to == from || between.codePoints().anyMatch(c -> !Character.isLetter(c) && !Signs.isSpace(c))
                || to < text.length() && ".,:/%-".indexOf(text.signs().charAt(to)) >= 0) {
            return null;
        }
        var value = new BigDecimal(text.signs().substring(from, to));
        Trie.Found<Part> scale = part(to);
        boolean isScaled = scale != null && isScale(scale.value()) && Figures.isWordEnd(text, scale.end());
        if (isScaled && scale.value().value().compareTo(factor) >= 0) {
            // Each multiplier is smaller than the one before: no text makes this call itself more than a few times.
            return null;
        }
        if (isScaled) {
            value = value.multiply(scale.value().value());
            to = scale.end();
            Read more = rest(scale.value().value(), to);
            if (more != null) {
                value = value.add(more.value());
                to = more.end();
            }
        }
        return value.compareTo(factor) < 0 ? new Read(Role.NUMBER, value, false, to) : null;
    }

    /** What a fraction is taken of: half a million, a quarter of a million. Null where no multiplier follows. */
    private Trie.Found<Part> scaleBehind(int end) {
        Trie.Found<String> joint = words.joints.longest(text.signs(), end, at -> Figures.isWordEnd(text, at));
        Trie.Found<Part> found = part(joint == null ? end : joint.end());
        return found != null && isScale(found.value()) && Figures.isWordEnd(text, found.end()) ? found : null;
    }

    private static Read shareOf(BigDecimal share, Trie.Found<Part> whole) {
        return new Read(Role.NUMBER, share.multiply(whole.value().value()).round(MathContext.DECIMAL32), true,
                whole.end());
    }

    private void reset() {
        terms.clear();
        about = false;
        isArticle = false;
    }

    private Read compose(int firstEnd, int from) {
        int end = firstEnd;
        Read last = readAt(end, null);
        for (int parts = 1; parts <= MOST_PARTS; parts++) {
            int half = half(end);
            if (half > end) {
                end = half;
                last = readAt(end, last);
            }
            int joint = joint(end);
            Trie.Found<Part> found = part(joint);
            if (found == null) {
                return last;
            }
            Role role = found.value().role();
            if ((role == Role.ORDINAL || role == Role.PART) && joint == end && !terms.isEmpty()) {
                return ofShare(found, last);
            }
            if (role == Role.VAGUE && found.value().value() == null && joint == end
                    && Figures.isWordEnd(text, found.end())) {
                // Two dozens of a word for dozens that has no number of its own: not two.
                return new Read(Role.VAGUE, null, false, found.end());
            }
            if (role == Role.ORDINAL || role == Role.PART || !take(found.value(), found.end())) {
                return last;
            }
            end = found.end();
            last = readAt(end, last);
        }
        return new Read(Role.ARTICLE, null, false, end);
    }

    /** 'And a half' behind a number adds a half of its last unit; the end of the number where nothing of the kind stands. */
    private int half(int end) {
        if (terms.isEmpty()) {
            return end;
        }
        Trie.Found<String> found = words.halves.longest(text.signs(), end, at -> Figures.isWordEnd(text, at));
        Term last = terms.get(terms.size() - 1);
        boolean isUnit = last.scale().compareTo(BigDecimal.ONE) == 0;
        if (found == null || !isUnit && last.scale().compareTo(THOUSAND) < 0) {
            return end;
        }
        terms.set(terms.size() - 1,
                new Term(last.value().add(last.scale().multiply(HALF)), BigDecimal.ONE, found.end()));
        isArticle = false;
        return found.end();
    }

    /** 'Two thirds' is a fraction; 'eine halbe Million' a number; 'hundred first' an ordinal. */
    private Read ofShare(Trie.Found<Part> found, Read last) {
        if (!Figures.isWordEnd(text, found.end())) {
            return last;
        }
        Trie.Found<Part> whole = scaleBehind(found.end());
        if (whole != null && found.value().role() == Role.PART && found.value().value() != null) {
            BigDecimal times = terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            return shareOf(times.multiply(found.value().value()), whole);
        }
        return new Read(Role.PART, whole == null ? share(found.value()) : null, false,
                whole == null ? found.end() : whole.end());
    }

    /** Two thirds, one third: what so many parts come to; null where it is no fraction. */
    private BigDecimal share(Part part) {
        BigDecimal times = terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (part.role() == Role.PART) {
            return part.value() == null ? null : times.multiply(part.value());
        }
        // One third: the ordinal of so many parts.
        boolean isOne = times.compareTo(BigDecimal.ONE) == 0 && NumberWords.PLURAL_SHARES.contains(words.language)
                && part.value().compareTo(TWO) > 0;
        return isOne ? BigDecimal.ONE.divide(part.value(), MathContext.DECIMAL64) : null;
    }

    private Read readAt(int end, Read last) {
        if (!Figures.isWordEnd(text, end) || terms.isEmpty()) {
            return last;
        }
        BigDecimal value = terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        Role role = isArticle && terms.size() == 1 && value.equals(BigDecimal.ONE) ? Role.ARTICLE : Role.NUMBER;
        return new Read(role, value, about, terms.get(terms.size() - 1).end());
    }

    private boolean take(Part part, int end) {
        if (isScale(part)) {
            return multiply(part, end);
        }
        if (part.value() == null) {
            return false;
        }
        if (part.value().signum() == 0 && !terms.isEmpty()) {
            // In Chinese a zero holds the place of what is not there: 一百零五.
            return words.language.equals("zh") || words.language.equals("ja");
        }
        if (!terms.isEmpty() && terms.get(terms.size() - 1).scale().compareTo(part.value()) <= 0) {
            return false;
        }
        isArticle = terms.isEmpty() && part.role() == Role.ARTICLE;
        terms.add(new Term(part.value(), part.scale(), end));
        return true;
    }

    private boolean multiply(Part part, int end) {
        var sum = BigDecimal.ZERO;
        int keep = terms.size();
        while (keep > 0 && terms.get(keep - 1).value().compareTo(part.value()) < 0) {
            sum = sum.add(terms.get(--keep).value());
        }
        if (keep > 0 && terms.get(keep - 1).scale().compareTo(part.value()) <= 0) {
            return false;
        }
        while (terms.size() > keep) {
            terms.remove(terms.size() - 1);
        }
        about |= part.role() == Role.ABOUT;
        terms.add(new Term((sum.signum() == 0 ? BigDecimal.ONE : sum).multiply(part.value()), part.scale(), end));
        return true;
    }

    private static boolean isScale(Part part) {
        return part.value() != null
                && (part.role() == Role.SCALE || part.role() == Role.ABOUT || part.role() == Role.VAGUE);
    }

    /**
     * The longest part that ends where a word does; inside of compound words the longest number behind which the word goes on
     * with another one: kaksisataa and neljä, though a form of the first ends in an n.
     */
    private Trie.Found<Part> part(int at) {
        if (at >= text.length()) {
            return null;
        }
        Trie.Found<Part> whole = words.parts.longest(text.signs(), at, end -> Figures.isWordEnd(text, end));
        if (whole != null) {
            return whole;
        }
        List<Trie.Found<Part>> inside = words.parts.all(text.signs(), at).stream()
                .filter(found -> isInside(found.value())).toList();
        return inside.stream().filter(found -> isPartAt(found.end())).findFirst()
                .or(() -> inside.stream().findFirst()).orElse(null);
    }

    private boolean isPartAt(int at) {
        return words.parts.longest(text.signs(), at, (part, end) -> isInside(part)) != null;
    }

    private static boolean isInside(Part part) {
        return part.role() == Role.NUMBER || part.role() == Role.SCALE || isArticleInside(part);
    }

    private static boolean isArticleInside(Part part) {
        return part.role() == Role.ARTICLE && part.value() != null;
    }

    /** Behind an 'and', where there is one that a part follows. */
    private int joint(int end) {
        if (end >= text.length() || !Figures.isWordStart(text, end) && !isCompound(end)) {
            return end;
        }
        Trie.Found<String> and = words.and.longest(text.signs(), end, at -> true);
        if (and == null) {
            return end;
        }
        Trie.Found<Part> found = part(and.end());
        Trie.Found<Part> direct = part(end);
        return found == null || direct != null && direct.end() >= found.end() ? end : and.end();
    }

    private boolean isCompound(int end) {
        return Character.isLetter(text.signs().codePointBefore(end));
    }

    /** In Chinese, Japanese and Korean a sign that can be a number is part of many other words. */
    private boolean isOneSignAlone(int from, int end) {
        return !words.counters.isEmpty() && end - from == 1 && words.before(text, from) == null
                && words.counters.stream().noneMatch(counter -> text.signs().startsWith(counter, end));
    }
}
