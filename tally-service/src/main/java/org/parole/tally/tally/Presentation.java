package org.parole.tally.tally;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.parole.tally.language.Sentences;

/**
 * In which language an answer is told, and how much of it: a tally over thousands of reports stays an answer of a few kilobytes
 * unless more is asked for. Numbers beside the lists say how long they are in full.
 */
final class Presentation {

    /** An answer over so many reports has all of it, asked for or not. */
    static final int WHOLE = 100;
    /** The most ids of reports that one list has. */
    static final int REPORTS = 5;
    /** The most lines of claims. */
    static final int CLAIMANTS = 10;
    /** The most conflicts, gaps or open plans. */
    static final int FINDINGS = 8;
    /** The most steps of an explanation. */
    static final int STEPS = 20;
    /** The most reports that a comparison goes through. */
    static final int COMPARED = 10;

    private final Sentences sentences;
    private final Set<Include> include;

    Presentation(Sentences sentences, Set<Include> include) {
        this.sentences = sentences;
        this.include = Set.copyOf(include);
    }

    /** A sentence in the language of the answer; null for null. */
    String text(org.parole.tally.count.Sentence sentence) {
        return sentences.text(sentence);
    }

    boolean includes(Include what) {
        return include.contains(what);
    }

    /** The ids that a list shows: those that were recorded last. */
    List<String> reports(List<String> ids) {
        return includes(Include.REPORTS) || ids.size() <= REPORTS ? ids : ids.subList(ids.size() - REPORTS, ids.size());
    }

    /** The first of a list of reports whose order says what matters. */
    List<String> firstReports(List<String> ids) {
        return includes(Include.REPORTS) ? ids : first(ids, REPORTS);
    }

    /** The lines of claims that are shown, in their order: those that matter most, if there are more. */
    <T> List<T> claimants(List<T> lines, Predicate<T> mattersMost) {
        if (includes(Include.CLAIMANTS) || lines.size() <= CLAIMANTS) {
            return lines;
        }
        List<T> chosen = new ArrayList<>(lines.stream().filter(mattersMost).limit(CLAIMANTS).toList());
        lines.stream().filter(mattersMost.negate()).limit((long) CLAIMANTS - chosen.size()).forEach(chosen::add);
        Set<T> kept = new HashSet<>(chosen);
        return lines.stream().filter(kept::contains).toList();
    }

    /** The conflicts, gaps or open plans that are shown. */
    <T> List<T> findings(List<T> all) {
        return includes(Include.FINDINGS) ? all : first(all, FINDINGS);
    }

    static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }
}
