package org.parole.quote.anchor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.parole.kit.language.Markers;

/**
 * The quoted stretches of a quote that tells the rest in its own words: 'they would not “free all”'. What the text denies or
 * restricts right beside a stretch has to be told, and what is told to be denied has to be denied in the text.
 */
final class QuotedInTold {

    private static final Set<Markers.Kind> TURNING = EnumSet.of(Markers.Kind.NEGATION, Markers.Kind.CONDITION,
            Markers.Kind.POSSIBILITY, Markers.Kind.CONDITIONAL);

    private static final Set<Markers.Kind> DENYING = EnumSet.of(Markers.Kind.NEGATION, Markers.Kind.CONDITION);

    private final String content;
    private final List<String> languages;
    private final String told;

    QuotedInTold(String content, List<String> languages, List<String> stretches) {
        this.content = content;
        this.languages = languages;
        String rest = content;
        for (String stretch : stretches) {
            rest = rest.replace(stretch, " ");
        }
        this.told = rest;
    }

    /** Whether what turns a stretch round in the text is not told, neither in the same nor in other words. */
    boolean leavesOut(String turning) {
        Set<Markers.Kind> kinds = kinds(turning);
        // 'Refused to' tells all of 'would not'.
        kinds.retainAll(kinds.contains(Markers.Kind.NEGATION) ? DENYING : TURNING);
        return !kinds(told).containsAll(kinds);
    }

    /** What the quote denies of a stretch that its sentence in the text does not deny, or null. */
    String putIn(String stretch, String around) {
        int at = content.indexOf(stretch);
        var edges = new SentenceEdges(content, languages);
        SentenceSpans.Span before = at < 0 ? null : edges.turningBefore(at);
        if (before == null) {
            return null;
        }
        String denied = content.substring(before.start(), before.end());
        return kinds(denied).contains(Markers.Kind.NEGATION) && !kinds(around).contains(Markers.Kind.NEGATION)
                && !kinds(around).contains(Markers.Kind.CONDITION) ? denied : null;
    }

    private Set<Markers.Kind> kinds(String words) {
        return languages.stream().flatMap(language -> Markers.in(words, language).stream()).map(Markers.Marker::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Markers.Kind.class)));
    }
}
