package org.parole.kit.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.parole.kit.language.NumberWords.Part;
import org.parole.kit.language.NumberWords.Role;

/** Puts the parts of a number in words together: two hundred and thirty, dreihundertfünf. */
final class NumberComposer {

    /** A number of more parts than this means nothing. */
    private static final int MOST_PARTS = 40;

    /** What was read: its value, and the sign after it. */
    record Read(Role role, BigDecimal value, boolean about, int end) {
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
        var first = part(from);
        if (first == null) {
            return null;
        }
        var part = first.value();
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
        var last = compose(first.end(), from);
        if (last == null || isOneSignAlone(from, last.end())) {
            return null;
        }
        return last;
    }

    /** What the words right behind digits multiply them by: 5 thousand, 3万. Null where they do not. */
    Read multiplied(BigDecimal number, int end) {
        reset();
        var found = part(end);
        if (found == null || !isScale(found.value()) || !Figures.isWordEnd(text, found.end())) {
            return null;
        }
        return new Read(Role.NUMBER, found.value().value(), found.value().role() == Role.ABOUT, found.end());
    }

    private void reset() {
        terms.clear();
        about = false;
        isArticle = false;
    }

    private Read compose(int firstEnd, int from) {
        var end = firstEnd;
        var last = readAt(end, null);
        for (var parts = 1; parts <= MOST_PARTS; parts++) {
            var joint = joint(end);
            var found = part(joint);
            if (found == null) {
                return last;
            }
            var role = found.value().role();
            if ((role == Role.ORDINAL || role == Role.PART) && joint == end && !terms.isEmpty()) {
                return ofShare(found, last);
            }
            if (role == Role.ORDINAL || role == Role.PART || !take(found.value(),
                    found.end())) {
                return last;
            }
            end = found.end();
            last = readAt(end, last);
        }
        return new Read(Role.ARTICLE, null, false, end);
    }

    /** 'Two thirds' is a fraction; 'hundred first' an ordinal. */
    private Read ofShare(Trie.Found<Part> found, Read last) {
        return Figures.isWordEnd(text, found.end()) ? new Read(Role.PART, null, false, found.end()) : last;
    }

    private Read readAt(int end, Read last) {
        if (!Figures.isWordEnd(text, end) || terms.isEmpty()) {
            return last;
        }
        var value = terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var role = isArticle && terms.size() == 1 && value.equals(BigDecimal.ONE) ? Role.ARTICLE : Role.NUMBER;
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
        var keep = terms.size();
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

    /** The longest part that ends where a word does; inside of compound words the longest number. */
    private Trie.Found<Part> part(int at) {
        if (at >= text.length()) {
            return null;
        }
        var whole = words.parts.longest(text.signs(), at, end -> Figures.isWordEnd(text, end));
        return whole != null
                ? whole
                : words.parts.longest(text.signs(), at, (part, end) -> part.role() == Role.NUMBER
                        || part.role() == Role.SCALE || isArticleInside(part));
    }

    private static boolean isArticleInside(Part part) {
        return part.role() == Role.ARTICLE && part.value() != null;
    }

    /** Behind an 'and', where there is one that a part follows. */
    private int joint(int end) {
        if (end >= text.length() || !Figures.isWordStart(text, end) && !isCompound(end)) {
            return end;
        }
        var and = words.and.longest(text.signs(), end, at -> true);
        if (and == null) {
            return end;
        }
        var found = part(and.end());
        var direct = part(end);
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
