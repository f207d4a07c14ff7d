package org.parole.gateway.explorer.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Missing;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.TimeParameters;
import org.parole.gateway.compose.Views;
import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.Formats;
import org.parole.gateway.explorer.Words;
import org.parole.gateway.explorer.text.TallyTexts;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.time.ThreeTimes;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what a chart of a commitment shows: the series of its tally, and the running totals as they were reported. */
@ApplicationScoped
public class ChartSource {

    /** Up to this many running totals are drawn; of more, some from each part of the time. */
    private static final int MOST = 200;
    private static final int SLICES = 10;
    private static final int OF_EACH_SLICE = 20;
    private static final int MOST_FOR_CHANGES = 2_000;
    private static final int MOST_FOR_WEEKS = 4_000;
    private static final int MOST_LINES = 16;
    private static final String SERIES = "series";
    private static final String REPORTS = "runningTotals";
    private static final String NEWEST = "newestTotal";

    private final Composer composer;

    ChartSource(Composer composer) {
        this.composer = composer;
    }

    /**
     * What was read.
     *
     * @param series the tally's series; null where it is missing
     * @param reports the running totals that were reported, or some of them
     * @param whole whether these are all
     * @param missing what is missing
     */
    public record Read(JsonNode series, List<Data> reports, boolean whole, List<Missing> missing) {
    }

    /**
     * Reads the series and the running totals of one commitment. Where there are very many, the series has an answer for each week or
     * month instead of for each change, because each answer is counted by itself.
     */
    public Uni<Read> read(String commitment, ThreeTimes times, String policy, Views.Request request) {
        Part oldest = new Part(REPORTS, ServiceName.TALLIES,
                TimeParameters.addAll(totals(commitment).with("limit", MOST), times).toString());
        Part newest = new Part(NEWEST, ServiceName.TALLIES, TimeParameters
                .addAll(totals(commitment).with("order", "newest").with("limit", 1), times).toString());
        return composer.fetch(List.of(oldest, newest), request.deadline(), request.caller()).flatMap(first -> {
            List<Data> reports = items(first, REPORTS);
            LocalDate begin = reports.isEmpty() ? null : day(reports.get(0).text("eventOn"));
            LocalDate end = items(first, NEWEST).isEmpty() ? null : day(items(first, NEWEST).get(0).text("eventOn"));
            boolean whole = first.get(REPORTS) == null || !first.get(REPORTS).hasNonNull("next") || begin == null
                    || end == null;
            List<Part> parts = new ArrayList<>(whole ? List.of() : slices(commitment, times, begin, end));
            List<Part> slices = List.copyOf(parts);
            String step = whole ? null : step(begin, day(reports.get(reports.size() - 1).text("eventOn")), end);
            parts.add(new Part(SERIES, ServiceName.TALLIES,
                    TimeParameters.addAll(Query.of("/api/v1/tallies/series").with("commitment", commitment), times)
                            .with("policy", policy).with("step", step).toString()));
            return composer.fetch(parts, request.deadline(), request.caller()).map(second -> {
                List<Missing> missing = new ArrayList<>(first.missing());
                missing.addAll(second.missing());
                List<Data> some = whole
                        ? reports
                        : slices.stream().flatMap(slice -> items(second, slice.name()).stream()).toList();
                return new Read(second.get(SERIES), some, whole, missing);
            });
        });
    }

    /** How far apart the answers of a series are, by how many totals there are if all of the time has as many as its beginning. */
    private static String step(LocalDate begin, LocalDate read, LocalDate end) {
        long about = MOST * (ChronoUnit.DAYS.between(begin, end) + 1) / (ChronoUnit.DAYS.between(begin, read) + 1);
        return about <= MOST_FOR_CHANGES ? "CHANGE" : about <= MOST_FOR_WEEKS ? "WEEK" : "MONTH";
    }

    private static Query totals(String commitment) {
        return Query.of("/api/v1/release-reports").with("commitment", commitment).with("basis", "CUMULATIVE");
    }

    /** The first running totals of each part of the time from the oldest to the newest. */
    private static List<Part> slices(String commitment, ThreeTimes times, LocalDate begin, LocalDate end) {
        long days = ChronoUnit.DAYS.between(begin, end) + 1;
        List<Part> slices = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            LocalDate from = begin.plusDays(days * i / SLICES);
            LocalDate until = begin.plusDays(days * (i + 1) / SLICES - 1);
            if (!from.isAfter(until)) {
                Query query = totals(commitment).with("limit", OF_EACH_SLICE).with("from", from).with("on", until)
                        .with("publishedBy", times.publishedBy);
                slices.add(new Part(REPORTS + ' ' + i, ServiceName.TALLIES,
                        TimeParameters.addRecordTime(query, times).toString()));
            }
        }
        return slices;
    }

    private static List<Data> items(Parts parts, String name) {
        return parts.get(name) == null ? List.of() : Data.list(parts.get(name).get("items"));
    }

    /**
     * The chart of a direction.
     *
     * @param policy by which best is chosen; null for the services' choice
     * @param pinned the record time that was asked for, as text; null for now
     */
    public static Chart chart(Direction direction, Read read, String policy, String pinned, Locale locale) {
        TallyTexts texts = Words.texts(TallyTexts.class, locale);
        List<Chart.Line> lines = lines(direction, read.reports(), locale);
        String promised = direction.promised() == null
                ? null
                : texts.promisedLine(Formats.number(direction.promised(), locale));
        return new Chart(texts.chartTitle(direction.category(), direction.releasing()),
                texts.chartSubtitle(Words.policy(policy == null ? "consensus" : policy, locale)),
                source(direction, read.reports(), pinned, texts, locale)
                        + (read.whole() ? "" : ' ' + texts.sampled(MOST, read.reports().size())),
                direction.promised(), promised,
                answers(read.series()),
                lines, marks(direction), locale);
    }

    private static String source(Direction direction, List<Data> reports, String pinned, TallyTexts texts,
            Locale locale) {
        TreeSet<String> outlets = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        reports.stream().map(report -> report.text("outlet")).filter(Objects::nonNull).forEach(outlets::add);
        if (direction.tally() != null) {
            direction.tally().list("claimants").forEach(line -> outlets.addAll(line.texts("outlets")));
        }
        String newest = reports.stream().map(report -> report.text("recordedAt")).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
        String named = String.join(", ", outlets.stream().limit(8).toList());
        String sources = outlets.size() > 8 ? texts.andMore(named, outlets.size() - 8) : named;
        String time = pinned != null ? pinned : newest;
        if (time == null) {
            return texts.chartSourceUnrecorded(sources.isEmpty() ? "–" : sources);
        }
        return texts.chartSource(sources.isEmpty() ? "–" : sources, Formats.moment(time, (Object) locale));
    }

    private static List<Chart.Answer> answers(JsonNode series) {
        List<Chart.Answer> answers = new ArrayList<>();
        JsonNode on = series == null ? null : series.get("on");
        if (on != null) {
            for (int i = 0; i < on.size(); i++) {
                LocalDate day = day(on.get(i).asText());
                if (day != null) {
                    answers.add(new Chart.Answer(day, at(series, "low", i), at(series, "best", i),
                            at(series, "high", i)));
                }
            }
        }
        return answers;
    }

    private static Long at(JsonNode series, String name, int i) {
        JsonNode value = series.path(name).path(i);
        return value.isNumber() ? (Long) value.longValue() : null;
    }

    /** One line for each claimant as the tally groups them, those with the most figures first where there are too many. */
    private static List<Chart.Line> lines(Direction direction, List<Data> reports, Locale locale) {
        Map<String, Data> groups = new HashMap<>();
        if (direction.tally() != null) {
            for (Data line : direction.tally().list("claimants")) {
                Stream.concat(Stream.of(line.text("claimant")), line.texts("names").stream())
                        .filter(Objects::nonNull).forEach(name -> groups.putIfAbsent(name + '|' + line.text("side"),
                                line));
            }
        }
        Map<String, List<Chart.Point>> points = new LinkedHashMap<>();
        Map<String, String> sides = new HashMap<>();
        for (Data report : reports) {
            String stage = report.text("stage");
            Data quantity = report.data("quantity");
            LocalDate day = report.text("eventOn") == null ? null : day(report.text("eventOn"));
            if (!"REPORTED".equals(stage) && !"VERIFIED".equals(stage) || quantity == null || day == null) {
                continue;
            }
            Long value = quantity.number("min") != null ? quantity.number("min") : quantity.number("max");
            if (value == null) {
                continue;
            }
            String side = Objects.toString(report.text("sourceKind"), "MEDIA");
            String name = report.data("claimant") == null ? "?" : report.data("claimant").text("name");
            Data group = groups.get(name + '|' + side);
            String claimant = group == null ? name : group.text("claimant");
            points.computeIfAbsent(claimant + '|' + side, unknown -> new ArrayList<>())
                    .add(new Chart.Point(day, value, "/release-reports/" + report.text("id"),
                            words(report, quantity, name, locale)));
            sides.put(claimant + '|' + side, side);
        }
        if (direction.tally() != null) {
            direction.tally().list("claimants").forEach(line -> addTotalInForce(line, points, sides, locale));
        }
        return points.entrySet().stream()
                .sorted(Comparator
                        .comparingInt((Map.Entry<String, List<Chart.Point>> entry) -> -entry.getValue().size()))
                .limit(MOST_LINES).map(entry -> {
                    entry.getValue().sort(Comparator.comparing(Chart.Point::on));
                    return new Chart.Line(entry.getKey().substring(0, entry.getKey().lastIndexOf('|')),
                            sides.get(entry.getKey()), entry.getValue());
                }).toList();
    }

    /** Where a claimant's own releases after its last total raise it, the tally's line ends higher than what was reported as a total. */
    private static void addTotalInForce(Data line, Map<String, List<Chart.Point>> points, Map<String, String> sides,
            Locale locale) {
        Data total = line.data("total");
        LocalDate day = line.text("eventOn") == null ? null : day(line.text("eventOn"));
        List<String> reports = line.texts("reports");
        if (!line.is("inForce") || total == null || total.number("best") == null || day == null || reports.isEmpty()) {
            return;
        }
        String key = line.text("claimant") + '|' + line.text("side");
        List<Chart.Point> known = points.computeIfAbsent(key, unknown -> new ArrayList<>());
        if (known.stream().noneMatch(point -> !point.on().isBefore(day))) {
            known.add(new Chart.Point(day, total.number("best"),
                    "/release-reports/" + reports.get(reports.size() - 1),
                    Words.texts(TallyTexts.class, locale).lineTotal(Formats.number(total.number("best"), locale),
                            Formats.date(line.text("eventOn"), locale), line.text("claimant"))));
        }
        sides.put(key, line.text("side"));
    }

    private static String words(Data report, Data quantity, String claimant, Locale locale) {
        Data evidence = report.data("evidence");
        String quotation = evidence == null ? null : evidence.text("quotation");
        String words = quotation != null ? quotation : quantity.text("wording");
        String outlet = report.text("outlet");
        return Formats.quantity(quantity, locale) + " · " + Formats.date(report.text("eventOn"), locale) + " · "
                + claimant + (outlet == null || outlet.equals(claimant) ? "" : " (" + outlet + ")")
                + (words == null ? "" : " – " + words);
    }

    private static List<Chart.Mark> marks(Direction direction) {
        List<Chart.Mark> marks = new ArrayList<>();
        List<Data> conflicts = direction.tally() == null ? List.of() : direction.tally().list("conflicts");
        for (int i = 0; i < conflicts.size(); i++) {
            Data conflict = conflicts.get(i);
            LocalDate since = conflict.text("since") == null ? null : day(conflict.text("since"));
            Long value = conflict.list("figures").stream().map(figure -> figure.number("high"))
                    .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
            if (since != null && value != null && !"PLAN_VS_DONE".equals(conflict.text("type"))) {
                marks.add(new Chart.Mark(since, value, "#" + direction.slug() + "-conflict-" + (i + 1),
                        Objects.toString(conflict.text("text"), "")));
            }
        }
        return marks;
    }

    /** The first day of a day, month or year; null for anything else. */
    private static LocalDate day(String date) {
        if (date == null) {
            return null;
        }
        try {
            return LocalDate.parse(date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
