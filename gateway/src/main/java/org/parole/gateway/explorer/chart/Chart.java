package org.parole.gateway.explorer.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a picture of running totals shows.
 *
 * @param title what was promised to whom
 * @param subtitle what the lines and the band are
 * @param source who says so, and as recorded when
 * @param promised how many were promised; null where that is not known
 * @param promisedLabel the words beside that line
 * @param answer what the tally says at each date
 * @param lines what each claimant said, one line each
 * @param marks where sources disagree
 * @param locale whose words and numbers it uses
 */
@RegisterForReflection
public record Chart(String title, String subtitle, String source, Long promised, String promisedLabel,
        List<Answer> answer, List<Line> lines, List<Mark> marks, Locale locale) {

    /**
     * The tally at a date.
     *
     * @param on the date
     * @param low at least; null where unknown
     * @param best by the rule that was asked for; null where unknown
     * @param high at most; null where unknown
     */
    public record Answer(LocalDate on, Long low, Long best, Long high) {
    }

    /**
     * The running totals of one claimant.
     *
     * @param claimant whose they are
     * @param side whom the claimant belongs to
     * @param points in the order of their dates
     */
    public record Line(String claimant, String side, List<Point> points) {
    }

    /**
     * A figure as a claimant gave it.
     *
     * @param on its event date
     * @param value the figure
     * @param link where its evidence is shown
     * @param words what is said of it in a sentence
     */
    public record Point(LocalDate on, long value, String link, String words) {
    }

    /**
     * A conflict.
     *
     * @param on since when
     * @param value the figure at which it is shown
     * @param link where it is described
     * @param words the conflict in a sentence
     */
    public record Mark(LocalDate on, long value, String link, String words) {
    }

    /** Whether it shows more than one figure of one day, which a bar shows better; several claimants may have given that one. */
    public boolean isWorthALook() {
        return lines.stream().flatMap(line -> line.points().stream()).map(point -> List.of(point.on(), point.value()))
                .distinct().count() > 1
                || answer.stream().map(Answer::best).distinct().count() > 2;
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return answer.isEmpty() && lines.isEmpty();
    }
}
