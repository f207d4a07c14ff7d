package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/**
 * Whole exchanges against what an analyst wrote down beforehand, in the files beside {@code trial/README.md}. It prints which
 * share is right, and what is not.
 */
class TrialTest {

    private static final Path FILES = Path.of("src", "test", "resources", "trial");
    private static final double FIGURES_RIGHT = 0.9;
    private static final double FINDINGS_RIGHT = 0.9;
    private static final double FALSE_FINDINGS = 0.1;

    /** The rounds of exchanges that were written down before they were tried, in their order: beginnings of file names. */
    private static final List<String> ROUNDS = List.of("blind-", "fresh-", "second-", "third-", "fourth-", "fifth-",
            "sixth-", "seventh-", "eighth-", "ninth-");

    /** How many came out as they were written down. */
    private static final class Score {
        private int asked;
        private int right;
        private int expected;
        private int found;
        private int shown;
        private int unexpected;

        private String in(String whichOnes) {
            return String.format(Locale.ROOT,
                    "%s: %d of %d figures right (%.2f), %d of %d findings with the right type (%.2f), %d of %d found are"
                            + " false (%.2f)%n",
                    whichOnes, right, asked, share(right, asked), found, expected, share(found, expected), unexpected,
                    shown, share(unexpected, shown));
        }
    }

    private final Score all = new Score();
    private final Map<String, Score> rounds = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void the_count_says_what_a_careful_analyst_would_print() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FILES)) {
            files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(40);
        ROUNDS.forEach(round -> rounds.put(round, new Score()));
        files.stream().map(TrialTest::read).forEach(this::hold);
        System.out.print(all.in("Trial"));
        rounds.forEach((round, score) -> System.out.print(score.in("Of these, " + round + "*")));
        System.out.println(String.join("\n", wrong));
        assertThat(rounds.get("blind-").asked).isGreaterThan(100);
        assertThat(rounds.get("blind-").expected).isGreaterThan(30);
        check("all", all);
        rounds.forEach(TrialTest::check);
    }

    private static void check(String which, Score score) {
        assertThat(share(score.right, score.asked)).as("figures right of " + which)
                .isGreaterThanOrEqualTo(FIGURES_RIGHT);
        assertThat(share(score.found, score.expected)).as("findings with the right type of " + which)
                .isGreaterThanOrEqualTo(FINDINGS_RIGHT);
        assertThat(share(score.unexpected, score.shown)).as("false findings of " + which)
                .isLessThanOrEqualTo(FALSE_FINDINGS);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static TrialExchange read(Path file) {
        try {
            return TrialExchange.read(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hold(TrialExchange exchange) {
        List<Score> scores = new ArrayList<>(List.of(all));
        rounds.forEach((round, score) -> {
            if (exchange.name().startsWith(round)) {
                scores.add(score);
            }
        });
        for (TrialExchange.Answer answer : exchange.answers()) {
            String printed = answer.printed(exchange);
            boolean right = printed.equals(answer.expected());
            scores.forEach(score -> {
                score.asked++;
                score.right += right ? 1 : 0;
            });
            if (!right) {
                wrong.add(exchange.name() + ": " + answer.asked() + " is " + printed + ", not " + answer.expected());
            }
        }
        List<Conflict> shown = exchange.findings();
        Set<Conflict> matched = new HashSet<>();
        for (TrialExchange.Finding finding : exchange.expectedFindings()) {
            List<Conflict> its = shown.stream().filter(finding::isIn).toList();
            matched.addAll(its);
            scores.forEach(score -> {
                score.expected++;
                score.found += its.isEmpty() ? 0 : 1;
            });
            if (its.isEmpty()) {
                wrong.add(exchange.name() + ": no " + finding);
            }
        }
        scores.forEach(score -> {
            score.shown += shown.size();
            score.unexpected += shown.size() - matched.size();
        });
        shown.stream().filter(conflict -> !matched.contains(conflict)).forEach(conflict -> wrong
                .add(exchange.name() + ": " + conflict.type() + " " + new TreeSet<>(conflict.reports()) + " "
                        + Sentences.in(Language.EN).text(conflict.text())));
    }
}
