package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private int asked;
    private int right;
    private int expected;
    private int found;
    private int shown;
    private int unexpected;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void theCountSaysWhatACarefulAnalystWouldPrint() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FILES)) {
            files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        files.stream().map(TrialTest::read).forEach(this::hold);
        System.out.printf(
                "Trial: %d of %d figures right (%.2f), %d of %d findings with the right type (%.2f), %d of %d found are false"
                        + " (%.2f)%n%s%n",
                right, asked, share(right, asked), found, expected, share(found, expected), unexpected, shown,
                share(unexpected, shown), String.join("\n", wrong));
        assertThat(share(right, asked)).as("figures right").isGreaterThanOrEqualTo(FIGURES_RIGHT);
        assertThat(share(found, expected)).as("findings with the right type").isGreaterThanOrEqualTo(FINDINGS_RIGHT);
        assertThat(share(unexpected, shown)).as("false findings").isLessThanOrEqualTo(FALSE_FINDINGS);
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
        for (TrialExchange.Answer answer : exchange.answers()) {
            asked++;
            String printed = answer.printed(exchange);
            if (printed.equals(answer.expected())) {
                right++;
            } else {
                wrong.add(exchange.name() + ": " + answer.asked() + " is " + printed + ", not " + answer.expected());
            }
        }
        List<Conflict> all = exchange.findings();
        Set<Conflict> matched = new java.util.HashSet<>();
        for (TrialExchange.Finding finding : exchange.expectedFindings()) {
            expected++;
            List<Conflict> its = all.stream().filter(finding::isIn).toList();
            if (its.isEmpty()) {
                wrong.add(exchange.name() + ": no " + finding);
            } else {
                found++;
                matched.addAll(its);
            }
        }
        shown += all.size();
        for (Conflict conflict : all) {
            if (!matched.contains(conflict)) {
                unexpected++;
                wrong.add(exchange.name() + ": " + conflict.type() + " " + new TreeSet<>(conflict.reports()) + " "
                        + Objects.toString(Sentences.in(Language.EN).text(conflict.text())));
            }
        }
    }
}
