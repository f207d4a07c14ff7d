package org.parole.quote.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures which quotes are taken for one statement, on pairs made by hand: half of them are made to mislead. */
class SamenessTest {

    private static final Instant SAID = Instant.parse("2020-04-07T00:00:00Z");
    private static final double PRECISION = 0.99;
    private static final double RECALL = 0.9;

    private enum Answer {
        SAME, NEAR, DIFFERENT
    }

    /**
     * A line of sameness-pairs.txt.
     *
     * @param right       what a careful editor would say
     * @param misleads    whether it was made to mislead
     * @param daysBetween how long after the first the second was said
     * @param first       one wording
     * @param second      the other one
     */
    private record Pair(String language, Answer right, boolean misleads, int daysBetween, String first, String second) {

        static Pair of(String line) {
            String[] fields = line.split("\\s*\\|\\s*", 6);
            return new Pair(fields[0], Answer.valueOf(fields[1]), fields[2].equals("!"), Integer.parseInt(fields[3]),
                    fields[4], fields[5]);
        }

        Answer found() {
            var one = new Said(first, language, false, SAID);
            var other = new Said(second, language, false, SAID.plus(Duration.ofDays(daysBetween)));
            if (Similarity.of(Wording.of(first), Wording.of(second)) == 0) {
                return Answer.DIFFERENT;
            }
            return Meaning.of(one).differencesFrom(Meaning.of(other)).isEmpty() ? Answer.SAME : Answer.NEAR;
        }

        List<Deviation> differences() {
            return Meaning.of(new Said(first, language, false, SAID))
                    .differencesFrom(Meaning.of(new Said(second, language, false, SAID)));
        }

        @Override
        public String toString() {
            return language + " " + right + ": " + first + " | " + second;
        }
    }

    private static List<Pair> pairs() throws IOException {
        try (InputStream stream = SamenessTest.class.getResourceAsStream("/sameness-pairs.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Pair::of).toList();
        }
    }

    @Test
    void two_quotes_are_one_statement_with_high_precision_and_recall() throws IOException {
        Map<Answer, Map<Answer, Integer>> answers = new EnumMap<>(Answer.class);
        List<String> wrong = new ArrayList<>();
        for (Pair pair : pairs()) {
            Answer found = pair.found();
            answers.computeIfAbsent(pair.right(), right -> new EnumMap<>(Answer.class)).merge(found, 1, Integer::sum);
            if (found == Answer.SAME != (pair.right() == Answer.SAME)) {
                wrong.add("found " + found + " " + pair.differences() + " but is " + pair);
            }
        }
        Integer right = answers.get(Answer.SAME).getOrDefault(Answer.SAME, 0);
        int found = answers.values().stream().mapToInt(row -> row.getOrDefault(Answer.SAME, 0)).sum();
        int all = answers.get(Answer.SAME).values().stream().mapToInt(Integer::intValue).sum();
        var precision = (double) right / found;
        var recall = (double) right / all;
        System.out.printf("Sameness: precision %.3f, recall %.3f on %d pairs; right answer by answer found: %s%n",
                precision, recall, pairs().size(), answers);
        wrong.forEach(System.out::println);
        assertThat(precision).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(PRECISION);
        assertThat(recall).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void what_is_alike_in_words_but_not_in_meaning_is_near_and_not_lost() throws IOException {
        List<Pair> near = pairs().stream().filter(pair -> pair.right() == Answer.NEAR).toList();
        long found = near.stream().filter(pair -> pair.found() == Answer.NEAR).count();
        System.out.printf("Near: %d of %d%n", found, near.size());
        assertThat((double) found / near.size()).isGreaterThanOrEqualTo(RECALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u200C", "\u201C", "7", "not ", "one hundred ", "we ", "\u4E0D", "al-",
            "a \u2026 "})
    void hostile_wordings_are_compared_in_bounded_time(String unit) {
        String content = unit.repeat(10_000 / unit.length());
        var said = new Said(content, "en", false, SAID);
        var other = new Said("x " + content.substring(0, content.length() - 10) + " y", "en", false, SAID);
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            var meaning = Meaning.of(said);
            for (int i = 0; i < 10; i++) {
                Similarity.of(Wording.of(content), Wording.of(other.content()));
                assertThat(meaning.differencesFrom(Meaning.of(other))).hasSizeLessThanOrEqualTo(6);
            }
        });
    }

    @Test
    void the_pairs_are_of_many_languages_and_half_of_them_are_made_to_mislead() throws IOException {
        Map<String, Integer> languages = new HashMap<>();
        pairs().forEach(pair -> languages.merge(pair.language(), 1, Integer::sum));
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(languages.values().stream().filter(count -> count >= 15)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(pairs().stream().filter(Pair::misleads).count()).isGreaterThanOrEqualTo(pairs().size() / 2);
    }
}
