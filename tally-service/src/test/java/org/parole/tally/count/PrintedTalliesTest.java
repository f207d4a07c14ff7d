package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/**
 * The series in docs/tallies.md are what the count says. {@code -Dparole.docs=write} prints them anew.
 */
class PrintedTalliesTest {

    private static final Sentences EN = Sentences.in(Language.EN);
    private static final Path FILE = Path.of("..", "docs", "tallies.md");
    private static final String BEGIN = "<!-- series: printed by PrintedTalliesTest -->\n";
    private static final String END = "<!-- /series -->\n";

    @Test
    void the_document_says_what_the_count_says() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        assertThat(end).isGreaterThanOrEqualTo(begin);
        if ("write".equals(System.getProperty("parole.docs"))) {
            Files.writeString(FILE, document.substring(0, begin) + printed() + document.substring(end));
            return;
        }
        assertThat(document.substring(begin, end)).isEqualTo(printed());
    }

    @Test
    void each_rule_has_an_example_with_a_test_that_there_is() throws IOException {
        String document = Files.readString(FILE);
        Matcher row = Pattern.compile("(?m)^\\| (\\d+) \\| .+ \\| .+ \\| `(\\w+)\\.(\\w+)` \\|$").matcher(document);
        List<Integer> rules = new ArrayList<>();
        while (row.find()) {
            rules.add(Integer.valueOf(row.group(1)));
            assertThat(testsIn(row.group(2))).as(row.group()).contains("void " + row.group(3) + "(");
        }
        assertThat(rules).containsExactlyElementsOf(IntStream.rangeClosed(1, 19).boxed().toList());
    }

    private static String testsIn(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return Files.readString(files.filter(file -> file.endsWith(name + ".java")).findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + name)));
        }
    }

    private static String printed() {
        StringBuilder text = new StringBuilder();
        print(text, "The government frees Taliban prisoners: 5,000 promised", Sample.TALIBAN_PRISONERS);
        print(text, "The Taliban free captives of the government: 1,000 promised", Sample.GOVERNMENT_CAPTIVES);
        return text.toString();
    }

    private static void print(StringBuilder text, String title, String commitment) {
        List<Report> reports = Sample.of(commitment);
        Question question = Question.on(LocalDate.parse("2020-07-12"));
        Series series = Count.series(Sample.promised(commitment), reports, question, ReportBuilder.day("2020-02-29"),
                Series.Pace.CHANGE);
        text.append("\n### ").append(title).append("\n\n`").append(commitment)
                .append("`\n\n| on | low | best | high | whose figures low and high are |\n|---|--:|--:|--:|---|\n");
        for (Series.Point point : series.points()) {
            Figures released = point.released();
            text.append("| ").append(LocalDate.ofEpochDay(point.day())).append(" | ").append(number(released.low()))
                    .append(" | ").append(number(released.best())).append(" | ").append(number(released.high()))
                    .append(" | ").append(owners(released)).append(" |\n");
        }
        text.append("\n| since | conflict | in words | reports |\n|---|---|---|---|\n");
        for (Conflict conflict : series.conflicts()) {
            text.append("| ").append(conflict.since()).append(" | ").append(conflict.type()).append(" | ")
                    .append(EN.text(conflict.text())).append(" | ").append(String.join(", ", conflict.reports()))
                    .append(" |\n");
        }
        text.append("\n| since | gap | reports |\n|---|---|---|\n");
        for (Gap gap : series.gaps()) {
            text.append("| ").append(gap.since()).append(" | ").append(EN.text(gap.text())).append(" | ")
                    .append(String.join(", ", gap.reports())).append(" |\n");
        }
    }

    private static String owners(Figures released) {
        Bound low = released.bounds().low();
        Bound high = released.bounds().high();
        String whose = owner(low);
        return low.equals(high) ? whose : whose + "; " + owner(high);
    }

    private static String owner(Bound bound) {
        return bound.claimant() + ", " + bound.eventOn() + (bound.carried() ? ", carried" : "")
                + (bound.open() ? ", open" : "");
    }

    private static String number(Long number) {
        return number == null ? "null" : String.format(Locale.ENGLISH, "%,d", number);
    }
}
