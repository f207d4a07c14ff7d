package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * The series of both sides of 2020 as docs/tallies.md prints it. With {@code -Dparole.docs.write=true} the test writes the
 * printed part anew.
 */
class PrintedSeriesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "tallies.md");
    private static final String BEGIN = "<!-- series: begin, made by PrintedSeriesTest -->";
    private static final String END = "<!-- series: end -->";

    @Test
    void the_document_prints_what_is_counted() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String expected = "\n" + section("The Afghan government frees Taliban prisoners", Claims.TALIBAN_PRISONERS)
                + section("The Taliban free government captives", Claims.GOVERNMENT_CAPTIVES);
        if (Boolean.getBoolean("parole.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + expected + document.substring(end));
        } else {
            assertThat(document.substring(begin, end)).isEqualTo(expected);
        }
    }

    private static String section(String title, String commitment) {
        List<Report> reports = Claims.of(commitment);
        Series series = Count.series(Claims.promised(commitment), reports, Question.on(LocalDate.parse("2020-07-12")),
                (int) LocalDate.parse("2020-02-29").toEpochDay(), Series.Pace.CHANGE);
        StringBuilder text = new StringBuilder(
                "\n### " + title + "\n\n| on | low | best | high | |\n|---|--:|--:|--:|---|\n");
        for (Series.Point point : series.points()) {
            Figures released = point.released();
            text.append("| ").append(LocalDate.ofEpochDay(point.day())).append(" | ").append(number(released.low()))
                    .append(" | ").append(number(released.best())).append(" | ").append(number(released.high()))
                    .append(" | ").append(released.reason() == null ? "" : released.reason()).append(" |\n");
        }
        text.append("\n| since | conflict | |\n|---|---|---|\n");
        for (Conflict conflict : series.conflicts()) {
            text.append("| ").append(conflict.since()).append(" | ").append(conflict.type()).append(" | ")
                    .append(conflict.text()).append(" (").append(String.join(", ", conflict.reports())).append(") |\n");
        }
        return text.toString();
    }

    private static String number(Long number) {
        return number == null ? "–" : Words.number(number);
    }
}
