package org.parole.quote.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameMatcherTest {

    private record Pair(boolean same, String one, String two) {
    }

    static List<Pair> pairs() throws IOException {
        try (var file = new BufferedReader(new InputStreamReader(
                NameMatcherTest.class.getResourceAsStream("/name-pairs.txt"), StandardCharsets.UTF_8))) {
            return file.lines().filter(line -> line.startsWith("= |") || line.startsWith("# |"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Pair(parts[0].equals("="), parts[1], parts[2])).toList();
        }
    }

    @Test
    void precision_and_recall_on_pairs_made_by_hand() throws IOException {
        int right = 0;
        List<Pair> wronglyOne = new ArrayList<>();
        List<Pair> wronglyTwo = new ArrayList<>();
        for (Pair pair : pairs()) {
            Optional<NameMatch> one = NameMatcher.sameAs(pair.one, pair.two);
            assertThat(NameMatcher.sameAs(pair.two, pair.one).isPresent()).as("%s the other way round", pair)
                    .isEqualTo(one.isPresent());
            if (one.isPresent() && pair.same) {
                right++;
            } else if (one.isPresent()) {
                wronglyOne.add(pair);
            } else if (pair.same) {
                wronglyTwo.add(pair);
            }
        }
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(300);
        var precision = (double) right / (right + wronglyOne.size());
        var recall = (double) right / (right + wronglyTwo.size());
        System.out.printf("Names: precision %.3f, recall %.3f; wrongly one: %s; wrongly two: %s%n", precision, recall,
                wronglyOne, wronglyTwo);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void the_index_yields_every_pair_that_the_matcher_finds() throws IOException {
        for (Pair pair : pairs()) {
            if (NameMatcher.sameAs(pair.one, pair.two).isPresent()) {
                assertThat(Collections.disjoint(NameCodes.of(List.of(pair.one)).names(),
                        NameCodes.of(List.of(pair.two)).names())).as(pair.toString()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Javid Faisal | JAVID FAISAL | SAME_NAME",
            "Qari Yusuf Ahmadi | Yusuf Ahmadi | TITLE_OR_PARTICLE",
            "Yahya Sinwar | Yahya al-Sinwar | TITLE_OR_PARTICLE",
            "Viktor Orbán | Orbán Viktor | WORD_ORDER", "Yusuf Ahmedi | Yousuf Ahmadi | OTHER_SPELLING",
            "Sergei Lavrov | Сергей Лавров | OTHER_SCRIPT", "Ashraf Ghani | Mohammad Ashraf Ghani | SHORTER_NAME"})
    void the_reason_is_the_largest_difference(String one, String two, NameReason reason) {
        assertThat(NameMatcher.sameAs(one, two)).get().extracting(NameMatch::reason).isEqualTo(reason);
    }

    @Test
    void the_nearer_name_has_the_higher_score() {
        String searched = "Yusuf Ahmadi";
        List<String> names = List.of("Yusuf Ahmadi", "Yusuf al-Ahmadi", "Yousef Ahmedi", "Mohammad Yusuf Ahmadi",
                "Ahmadi");
        List<Float> scores = names.stream().map(name -> NameMatcher.find(searched, List.of(name)).orElseThrow().score())
                .toList();
        assertThat(scores).isSortedAccordingTo(Collections.reverseOrder()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"al ", "van der ", "bin ", "a ", "abd al-", "ʼ", "\u0301", "\u200C", "王", "\"", "1",
            "ibn Ali "})
    void a_name_that_is_none_takes_no_time(String part) {
        String name = part.repeat(500);
        assertThat(Duration.ofNanos(time(name))).isLessThan(Duration.ofSeconds(2));
    }

    private static long time(String name) {
        NameMatcher.sameAs("Javid Faisal", "Javed Faisal");
        long start = System.nanoTime();
        assertThat(NameCodes.of(List.of(name)).names()).hasSizeLessThanOrEqualTo(400);
        NameMatcher.sameAs(name, name + "x");
        NameMatcher.find(name, List.of("Javid Faisal", name));
        return System.nanoTime() - start;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A B | Abe", "A B | Abu", "A B | A. Bashir", "A B | Ahmad Bashir", "A B | A",
            "A B | B A", "A B | А Б", "A B | A B C", "А Б | Аб", "A. | B.", "Colonel D | Colonel",
            "Colonel D | Colonel E",
            "Mr. B | B. Karimi", "ا ب | اب", "X | Xi", "V. Petrov | K. Petrov", "В. Петров | K. Petrov"})
    void single_letters_match_nobody_by_themselves(String one, String two) {
        assertThat(NameMatcher.sameAs(one, two)).isEmpty();
        assertThat(NameMatcher.sameAs(two, one)).isEmpty();
        assertThat(NameMatcher.find(one, List.of(two))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A B | a b", "В. Петров | V. Petrov", "이 명박 | 이 명박"})
    void initials_stand_beside_a_name_and_equal_names_are_one(String one, String two) {
        assertThat(NameMatcher.sameAs(one, two)).isPresent();
    }
}
