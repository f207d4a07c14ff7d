package org.parole.quote.occurrence;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;
import org.parole.kit.language.Markers;
import org.parole.kit.language.Qualifier;
import org.parole.kit.language.Qualifiers;
import org.parole.quote.occurrence.Deviation.Kind;

/**
 * Whether two wordings that are alike say the same: they agree in every number, in negation, conditions, modality and extent,
 * each in its order, no word of one stands in the place of another word of the other, and they were said at nearly one time.
 */
final class Meaning {

    /** What is said again later than this is another statement. */
    static final Duration WINDOW = Duration.ofDays(14);
    /** So many words after a negation tell what it negates. */
    private static final int SCOPE = 2;
    private static final Set<String> NE = Set.of("ne", "n");
    /** How far 'pas' stands from its 'ne', in UTF-16 units. */
    private static final int LONGEST_NEGATED = 30;
    /** Of the numbers of a longer list nobody says 'nearly'. */
    private static final int MOST_QUALIFIED = 100;

    private final Said said;
    private final List<Sign> figures;
    private final List<Sign> markers;
    private final String rest;

    private Meaning(Said said) {
        this.said = said;
        String content = said.content();
        List<Figure> read = Figures.in(content, said.language());
        this.figures = read.stream().map(figure -> number(figure, read, said)).toList();
        this.markers = counted(Markers.in(content, said.language())).stream()
                .filter(marker -> figures.stream()
                        .noneMatch(figure -> figure.start < marker.end() && marker.start() < figure.end))
                .map(marker -> new Sign(kindOf(marker.kind()), marker.start(), marker.end(), marker.text(), null,
                        Set.of(), marker.kind()))
                .toList();
        this.rest = without(content, Stream.concat(figures.stream(), markers.stream())
                .sorted(Comparator.comparingInt(Sign::start)).toList());
    }

    /** Of 'ne … pas' the first half is often left out: it counts only where nothing else negates. */
    private List<Markers.Marker> counted(List<Markers.Marker> markers) {
        if (!said.language().toLowerCase(Locale.ROOT).startsWith("fr")) {
            return markers;
        }
        return markers.stream().filter(one -> !NE.contains(one.text().toLowerCase(Locale.ROOT)) || markers.stream()
                .noneMatch(other -> other.kind() == Markers.Kind.NEGATION && other.start() > one.end()
                        && other.start() - one.end() <= LONGEST_NEGATED))
                .toList();
    }

    /** A number or a marker in a content. */
    private record Sign(Kind kind, int start, int end, String text, Figure figure, Set<Qualifier> qualifiers,
            Markers.Kind marker) {

        boolean agrees(Sign other, boolean isSameLanguage, boolean isReported) {
            if (kind == Kind.NUMBER) {
                return isSameNumber(figure, other.figure, isSameLanguage)
                        && (!isSameLanguage || qualifiers.equals(other.qualifiers));
            }
            // 'If' is not 'unless', 'all' not 'some'; but 'will' becomes 'would' where it is reported.
            return (marker == other.marker || isReported && isFuture(marker) && isFuture(other.marker))
                    && (kind == Kind.NEGATION || kind == Kind.MODALITY
                            || Alikeness.isSameWord(String.join(" ", Wording.of(text).words()),
                                    String.join(" ", Wording.of(other.text).words())));
        }
    }

    /** A number with the words that qualify it, so that a reader sees what 'nearly 100' and '100' differ in. */
    private static Sign number(Figure figure, List<Figure> all, Said said) {
        String content = said.content();
        Set<Qualifier> qualifiers = figure.kind() == Figure.Kind.COUNT && all.size() <= MOST_QUALIFIED
                ? Qualifiers.of(figure, all, content, said.language())
                : Set.of();
        String text = qualifiers.isEmpty()
                ? figure.text()
                : content.substring(wordsBefore(content, figure.start()), wordsAfter(content, figure.end())).strip();
        return new Sign(Kind.NUMBER, figure.start(), figure.end(), text, figure, qualifiers, null);
    }

    private static int wordsBefore(String content, int at) {
        int from = at;
        for (int words = 0; words < SCOPE && from > 0; words++) {
            from = content.lastIndexOf(' ', from - 2) + 1;
        }
        return from;
    }

    private static int wordsAfter(String content, int at) {
        int to = at;
        for (int words = 0; words < SCOPE && to < content.length(); words++) {
            int space = content.indexOf(' ', to + 1);
            to = space < 0 ? content.length() : space;
        }
        return to;
    }

    private static boolean isFuture(Markers.Kind kind) {
        return kind == Markers.Kind.FUTURE || kind == Markers.Kind.CONDITIONAL;
    }

    /** In one language 1.200 and 1,2 are two numbers, though either can be read as the other in some language. */
    private static boolean isSameNumber(Figure one, Figure other, boolean isSameLanguage) {
        return one.isSame(other) && (!isSameLanguage || one.value() == null || other.value() == null
                || one.kind() != Figure.Kind.COUNT || people(one).compareTo(people(other)) == 0);
    }

    /** The number as a count of people, which is whole. */
    private static BigDecimal people(Figure figure) {
        return figure.readings().stream().filter(reading -> reading.stripTrailingZeros().scale() <= 0).findFirst()
                .orElse(figure.value());
    }

    /** What a quote means, as far as it can be compared. */
    static Meaning of(Said said) {
        return new Meaning(said);
    }

    /** What keeps this and another one, which is alike in words, from being one statement; nothing where they are one. */
    List<Deviation> differencesFrom(Meaning other) {
        List<Deviation> found = new ArrayList<>();
        boolean isSameLanguage = said.language().equalsIgnoreCase(other.said.language());
        boolean isReported = said.isReported() || other.said.isReported();
        compare(figures, other.figures, isSameLanguage, isReported, found);
        for (Kind kind : List.of(Kind.NEGATION, Kind.CONDITION, Kind.MODALITY, Kind.EXTENT)) {
            compare(ofKind(kind), other.ofKind(kind), isSameLanguage, isReported, found);
        }
        if (found.isEmpty()) {
            scopes(other, found);
        }
        if (found.isEmpty()) {
            Alikeness.of(rest, said, other.rest, other.said).ifPresent(found::add);
        }
        if (Duration.between(said.at(), other.said.at()).abs().compareTo(WINDOW) > 0) {
            found.add(inTime(said, other.said));
        }
        return found;
    }

    /** That two were said too far apart. */
    static Deviation inTime(Said one, Said other) {
        return new Deviation(Kind.TIME, day(one), day(other));
    }

    private static String day(Said said) {
        return said.at().toString().substring(0, 10);
    }

    private List<Sign> ofKind(Kind kind) {
        return markers.stream().filter(marker -> marker.kind == kind).toList();
    }

    /** The first that has no equal in the other, or that stands in another order. */
    private static void compare(List<Sign> ours, List<Sign> theirs, boolean isSameLanguage, boolean isReported,
            List<Deviation> found) {
        int most = Math.min(ours.size(), theirs.size());
        int before = 0;
        while (before < most && ours.get(before).agrees(theirs.get(before), isSameLanguage, isReported)) {
            before++;
        }
        if (before == ours.size() && before == theirs.size()) {
            return;
        }
        int after = 0;
        while (after < most - before
                && ours.get(ours.size() - 1 - after).agrees(theirs.get(theirs.size() - 1 - after), isSameLanguage,
                        isReported)) {
            after++;
        }
        String here = texts(ours.subList(before, ours.size() - after));
        String there = texts(theirs.subList(before, theirs.size() - after));
        found.add(new Deviation((ours.isEmpty() ? theirs : ours).get(0).kind, here, there));
    }

    private static String texts(List<Sign> signs) {
        return signs.isEmpty() ? null : String.join(", ", signs.stream().map(Sign::text).toList());
    }

    /** A negation that has moved to another word turns another part of the sentence round. */
    private void scopes(Meaning other, List<Deviation> found) {
        List<Sign> ours = ofKind(Kind.NEGATION);
        List<Sign> theirs = other.ofKind(Kind.NEGATION);
        for (int i = 0; i < ours.size(); i++) {
            Surroundings here = around(ours.get(i));
            Surroundings there = other.around(theirs.get(i));
            if (!here.isSameAs(there)) {
                found.add(new Deviation(Kind.NEGATION, here.text(), there.text()));
                return;
            }
        }
    }

    /** The words beside a sign. */
    private record Surroundings(String sign, List<String> before, List<String> after) {

        boolean isSameAs(Surroundings other) {
            return after.stream().anyMatch(one -> other.after.stream().anyMatch(two -> Alikeness.isSameWord(one, two)))
                    || before.isEmpty() && other.before.isEmpty()
                    || !before.isEmpty() && !other.before.isEmpty()
                            && Alikeness.isSameWord(before.get(before.size() - 1),
                                    other.before.get(other.before.size() - 1))
                    || after.isEmpty() && other.after.isEmpty() && before.stream()
                            .anyMatch(one -> other.before.stream().anyMatch(two -> Alikeness.isSameWord(one, two)));
        }

        String text() {
            return sign + (after.isEmpty() ? "" : " " + String.join(" ", after));
        }
    }

    private Surroundings around(Sign sign) {
        // 'Are not going to free' and 'aren't gonna free' deny the same.
        String content = withoutModality();
        List<String> before = Wording.of(content.substring(0, sign.start)).words();
        List<String> after = Wording.of(content.substring(sign.end)).words();
        return new Surroundings(sign.text, sign.start == 0 ? List.of() : last(before),
                sign.end == content.length() ? List.of() : after.subList(0, Math.min(SCOPE, after.size())));
    }

    private String withoutModality() {
        var content = new StringBuilder(said.content());
        markers.stream().filter(marker -> marker.kind == Kind.MODALITY)
                .forEach(marker -> content.replace(marker.start, marker.end, " ".repeat(marker.end - marker.start)));
        return content.toString();
    }

    private static List<String> last(List<String> words) {
        return words.subList(Math.max(0, words.size() - SCOPE), words.size());
    }

    private static Kind kindOf(Markers.Kind kind) {
        return switch (kind) {
            case NEGATION -> Kind.NEGATION;
            case CONDITION -> Kind.CONDITION;
            case POSSIBILITY, OBLIGATION, FUTURE, CONDITIONAL -> Kind.MODALITY;
            case EXTENT -> Kind.EXTENT;
        };
    }

    private static String without(String content, List<Sign> signs) {
        var rest = new StringBuilder();
        int from = 0;
        for (Sign sign : signs) {
            if (sign.start >= from) {
                rest.append(content, from, sign.start).append(' ');
                from = sign.end;
            }
        }
        return rest.append(content.substring(from)).toString();
    }
}
