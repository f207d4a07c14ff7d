package org.parole.gateway.explorer.chart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Draws charts: says what is to be drawn as a specification of lets-plot, which finds scales, ticks and shapes. */
@ApplicationScoped
public class Drawing {

    /** Below this width there is no room for names beside the lines. */
    private static final int WIDE = 560;
    private static final int FEW = 10;
    private static final int ROOM_FOR_NAMES = 26;
    private static final int LINE_OF_TEXT = 17;
    private static final int TEXTS = 135;
    private static final int MOST_NAMES = 9;
    /** Around a picture that is taken away, in its own units. */
    private static final int MARGIN = 16;
    private static final String X = "x";
    private static final String Y = "y";
    private static final String MAPPING = "mapping";
    private static final String GEOM = "geom";
    private static final String DATA = "data";
    private static final String COLOR = "color";
    private static final String LABEL = "label";
    private static final String FILL = "f";
    private static final String HUE = "c";
    private static final String GROUP = "g";

    /**
     * A chart as SVG.
     *
     * @param width in pixels
     * @param height in pixels
     * @param framed with title, subtitle and source, as a picture that is taken away must have
     * @param prefix of all ids in it, so that several can stand in one page; null for one that stands alone and has no links
     */
    public String svg(Chart chart, int width, int height, Theme theme, boolean framed, String prefix) {
        String raw = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                specification(chart, width - (framed ? 2 * MARGIN : 0), height - (framed ? 2 * MARGIN : 0), theme,
                        framed),
                null, (w, h, pixels) -> {
                    throw new IllegalStateException("There are no bitmaps in these charts");
                }, true);
        return new Finish(chart, width, height, theme, framed ? MARGIN : 0, prefix).apply(raw);
    }

    /**
     * Draws something that nobody sees: the first drawing loads the library, and no reader should wait for that. An executable has all of it
     * compiled already, and drawing would only cost it memory at the start.
     */
    void warmUp(@Observes StartupEvent started) {
        if (ImageMode.current().isNativeImage()) {
            return;
        }
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            LocalDate day = LocalDate.EPOCH;
            Chart chart = new Chart("", "", "", 2L, "", List.of(new Chart.Answer(day, 0L, 1L, 2L)),
                    List.of(new Chart.Line("", "MEDIA",
                            List.of(new Chart.Point(day, 1, "", ""), new Chart.Point(day.plusDays(40), 2, "", "")))),
                    List.of(), java.util.Locale.ENGLISH);
            svg(chart, 800, 400, Theme.LIGHT, true, null);
        });
    }

    private static Map<String, Object> specification(Chart chart, int width, int height, Theme theme, boolean framed) {
        boolean wide = width >= WIDE;
        List<Map<String, Object>> layers = new ArrayList<>();
        addPromise(layers, chart, theme);
        addBand(layers, chart, theme);
        addLines(layers, chart, theme);
        addBest(layers, chart, theme);
        addPoints(layers, chart, theme);
        if (wide) {
            addNames(layers, chart, theme, height);
        }
        Map<String, Object> plot = new HashMap<>();
        plot.put("kind", "plot");
        plot.put("layers", layers);
        plot.put("scales", scales(chart, theme, wide));
        plot.put("theme", look(theme));
        plot.put("ggsize", map("width", width, "height", height));
        if (framed) {
            int perLine = Math.max(24, width / 9);
            plot.put("ggtitle", map("text", Wrap.lines(chart.title(), perLine * 2 / 3), "subtitle",
                    Wrap.lines(chart.subtitle(), perLine)));
            plot.put("caption", map("text", Wrap.lines(chart.source(), perLine * 6 / 5)));
        }
        return plot;
    }

    private static void addPromise(List<Map<String, Object>> layers, Chart chart, Theme theme) {
        if (chart.promised() != null) {
            layers.add(map(GEOM, "hline", DATA, map(Y, List.of(chart.promised())), MAPPING, map("yintercept", Y), COLOR,
                    theme.muted, "size", 0.6, "linetype", "dashed"));
            layers.add(map(GEOM, "text", DATA,
                    map(X, List.of(millis(first(chart))), Y, List.of(chart.promised() - 0.012 * top(chart)), LABEL,
                            List.of(chart.promisedLabel())),
                    MAPPING, map(X, X, Y, Y, LABEL, LABEL), COLOR, theme.muted, "hjust", "left", "vjust", "top",
                    "size",
                    5.6));
        }
    }

    /** From low to high, a step at each date; where one of the two is unknown there is no band. */
    private static void addBand(List<Map<String, Object>> layers, Chart chart, Theme theme) {
        List<Object> x = new ArrayList<>();
        List<Object> low = new ArrayList<>();
        List<Object> high = new ArrayList<>();
        List<Object> group = new ArrayList<>();
        List<Chart.Answer> answers = chart.answer();
        int run = 0;
        for (int i = 0; i < answers.size(); i++) {
            Chart.Answer answer = answers.get(i);
            if (answer.low() == null || answer.high() == null) {
                run++;
                continue;
            }
            double until = i + 1 < answers.size() ? millis(answers.get(i + 1).on()) : end(chart);
            for (double time : new double[]{millis(answer.on()), until}) {
                x.add(time);
                low.add(answer.low());
                high.add(answer.high());
                group.add(run);
            }
        }
        if (!x.isEmpty()) {
            layers.add(map(GEOM, "ribbon", DATA, map(X, x, "low", low, "high", high, GROUP, group), MAPPING,
                    map(X, X, "ymin", "low", "ymax", "high", "group", GROUP), "fill", theme.band, "size", 0.0));
        }
    }

    private static void addBest(List<Map<String, Object>> layers, Chart chart, Theme theme) {
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        List<Object> group = new ArrayList<>();
        int run = 0;
        for (Chart.Answer answer : chart.answer()) {
            if (answer.best() == null) {
                run++;
                continue;
            }
            x.add(millis(answer.on()));
            y.add(answer.best());
            group.add(run);
        }
        if (!x.isEmpty() && chart.answer().get(chart.answer().size() - 1).best() != null) {
            // The last figure holds on.
            x.add(end(chart));
            y.add(y.get(y.size() - 1));
            group.add(run);
        }
        if (!x.isEmpty()) {
            layers.add(map(GEOM, "step", DATA, map(X, x, Y, y, GROUP, group), MAPPING,
                    map(X, X, Y, Y, "group", GROUP), COLOR, theme.best, "size", 1.5));
        }
    }

    // All lines are one layer, and so are all points and all names: the library goes through the whole picture for each layer.
    private static void addLines(List<Map<String, Object>> layers, Chart chart, Theme theme) {
        Columns columns = new Columns();
        for (int i = 0; i < chart.lines().size(); i++) {
            Chart.Line line = chart.lines().get(i);
            // From day to day: two figures of one day are two points, and no rise or fall. A running total goes on from the higher one.
            TreeMap<LocalDate, Long> days = new TreeMap<>();
            line.points().forEach(point -> days.merge(point.on(), point.value(), Math::max));
            if (days.size() > 1) {
                int group = i;
                days.forEach((on, value) -> columns.add(X, millis(on), Y, value, HUE, theme.side(line.side()), GROUP,
                        group));
            }
        }
        columns.addTo(layers, map(X, X, Y, Y, COLOR, HUE, "group", GROUP), GEOM, "line", "size", 0.8);
    }

    /** Each point has a fill of its own, by which {@link Finish} knows which one it is. */
    private static void addPoints(List<Map<String, Object>> layers, Chart chart, Theme theme) {
        Columns points = new Columns();
        Columns marks = new Columns();
        int number = 0;
        for (Chart.Line line : chart.lines()) {
            for (Chart.Point point : line.points()) {
                points.add(X, millis(point.on()), Y, point.value(), FILL, Finish.mark(number++), HUE,
                        theme.side(line.side()));
            }
        }
        for (Chart.Mark mark : chart.marks()) {
            marks.add(X, millis(mark.on()), Y, mark.value(), FILL, Finish.mark(number++), HUE, theme.paper);
        }
        points.addTo(layers, map(X, X, Y, Y, "fill", FILL, COLOR, HUE), GEOM, "point", "shape", 21, "size", 3.4);
        marks.addTo(layers, map(X, X, Y, Y, "fill", FILL, COLOR, HUE), GEOM, "point", "shape", 23, "size", 4.6);
    }

    /** Names beside the ends of lines that reach far enough, moved apart where they would overlap. */
    private static void addNames(List<Map<String, Object>> layers, Chart chart, Theme theme, int height) {
        LocalDate end = last(chart);
        long days = Math.max(1, end.toEpochDay() - first(chart).toEpochDay());
        List<Chart.Line> named = chart.lines().stream()
                .filter(line -> end.toEpochDay() - lastOf(line).on().toEpochDay() <= days / 4)
                .sorted(Comparator.<Chart.Line>comparingLong(line -> lastOf(line).value()).reversed()).limit(MOST_NAMES)
                .toList();
        double room = (double) top(chart) * LINE_OF_TEXT / Math.max(60, height - TEXTS);
        double free = Double.MAX_VALUE;
        Columns columns = new Columns();
        for (Chart.Line line : named) {
            double y = Math.min(lastOf(line).value(), free - room);
            if (chart.promised() != null && Math.abs(y - chart.promised()) < room / 2) {
                // Below the line of the promise, which would strike it out.
                y = chart.promised() - room / 2;
            }
            free = y;
            columns.add(X, end(chart) + 0.01 * days * 86_400_000.0, Y, y, LABEL,
                    Wrap.cut(line.claimant(), ROOM_FOR_NAMES), HUE, theme.side(line.side()));
        }
        columns.addTo(layers, map(X, X, Y, Y, LABEL, LABEL, COLOR, HUE), GEOM, "text", "hjust", "left", "size", 5.6);
    }

    private static List<Map<String, Object>> scales(Chart chart, Theme theme, boolean wide) {
        LocalDate first = first(chart);
        LocalDate last = last(chart);
        double days = Math.max(1, last.toEpochDay() - first.toEpochDay());
        double beyond = wide && !chart.lines().isEmpty() ? 0.3 : 0.03;
        String form = days > 730 ? "%Y" : days > 120 ? "%b %Y" : "%e %b";
        Map<String, Object> figures = map("aesthetic", Y, "format", ",d", "limits",
                List.of(-0.02 * top(chart), top(chart) * 1.06), "expand", List.of(0, 0));
        if (top(chart) <= FEW) {
            // People are counted whole.
            figures.put("breaks", LongStream.rangeClosed(0, top(chart)).asDoubleStream().boxed().toList());
        }
        return List.of(
                map("aesthetic", X, "datetime", true, "format", form, "limits",
                        List.of(millis(first) - 0.02 * days * 86_400_000.0,
                                millis(last) + beyond * days * 86_400_000.0),
                        "expand", List.of(0, 0), "breaks", breaks(first, last, wide ? 5 : 3)),
                figures, asTheyAre("fill"), asTheyAre(COLOR));
    }

    /** The colours of the columns are colours, and no values for which the library would choose some. */
    private static Map<String, Object> asTheyAre(String aesthetic) {
        return map("aesthetic", aesthetic, "scale_mapper_kind", "identity", "guide", "none");
    }

    /** Dates within what is known: beyond the last one stand the names. */
    private static List<Object> breaks(LocalDate first, LocalDate last, int most) {
        long days = last.toEpochDay() - first.toEpochDay();
        List<Object> all = new ArrayList<>();
        if (days > 45) {
            long months = Math.max(1, Math.round(days / 30.0 / most));
            for (LocalDate day = first.withDayOfMonth(1).plusMonths(1); !day.isAfter(last); day = day
                    .plusMonths(months)) {
                all.add(millis(day));
            }
        } else {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(Math.max(1, days / most))) {
                all.add(millis(day));
            }
        }
        return all;
    }

    private static Map<String, Object> look(Theme theme) {
        Map<String, Object> none = map("blank", true);
        Map<String, Object> text = map(COLOR, theme.muted, "size", 12.0, "blank", false);
        Map<String, Object> look = map("name", "minimal", "legend_position", "none", "axis_title", none);
        look.put("plot_background", map("fill", theme.paper, COLOR, theme.paper, "size", 0.0, "blank", false));
        look.put("panel_grid_major_y", map(COLOR, theme.grid, "size", 0.6, "blank", false));
        look.put("panel_grid_major_x", none);
        look.put("panel_grid_minor", none);
        look.put("axis_text", text);
        look.put("axis_line_x", map(COLOR, theme.muted, "size", 0.8, "blank", false));
        look.put("axis_ticks_x", map(COLOR, theme.muted, "size", 0.8, "blank", false));
        look.put("plot_title", map(COLOR, theme.ink, "size", 20.0, "face", "bold", "blank", false));
        look.put("plot_subtitle", map(COLOR, theme.muted, "size", 14.0, "blank", false));
        look.put("plot_caption", map(COLOR, theme.muted, "size", 11.0, "hjust", 0, "blank", false));
        return look;
    }

    private static Chart.Point lastOf(Chart.Line line) {
        return line.points().get(line.points().size() - 1);
    }

    private static Stream<LocalDate> dates(Chart chart) {
        return Stream.concat(chart.answer().stream().map(Chart.Answer::on),
                chart.lines().stream().flatMap(line -> line.points().stream()).map(Chart.Point::on));
    }

    private static LocalDate first(Chart chart) {
        return dates(chart).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDate last(Chart chart) {
        LocalDate last = dates(chart).max(Comparator.naturalOrder()).orElseThrow();
        return last.equals(first(chart)) ? last.plusDays(1) : last;
    }

    /** A little after the last date, so that what holds then can be seen. */
    private static double end(Chart chart) {
        return millis(last(chart)) + 0.025 * (millis(last(chart)) - millis(first(chart)));
    }

    private static long top(Chart chart) {
        return Stream.of(Stream.of(chart.promised()), chart.answer().stream().map(Chart.Answer::high),
                chart.answer().stream().map(Chart.Answer::low),
                chart.lines().stream().flatMap(line -> line.points().stream()).map(Chart.Point::value),
                chart.marks().stream().map(Chart.Mark::value)).flatMap(all -> all).filter(Objects::nonNull)
                .mapToLong(Long::longValue).max().orElse(1);
    }

    private static double millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** The data of a layer, column by column. */
    private static final class Columns {

        private final Map<String, Object> values = new HashMap<>();

        /** Adds a row: names of columns, each with its value. */
        @SuppressWarnings("unchecked")
        void add(Object... row) {
            for (int i = 0; i < row.length; i += 2) {
                ((List<Object>) values.computeIfAbsent((String) row[i], name -> new ArrayList<>())).add(row[i + 1]);
            }
        }

        /** Adds a layer, unless it is empty. */
        void addTo(List<Map<String, Object>> layers, Map<String, Object> mapping, Object... settings) {
            if (!values.isEmpty()) {
                Map<String, Object> layer = map(settings);
                layer.put(DATA, values);
                layer.put(MAPPING, mapping);
                layers.add(layer);
            }
        }
    }

    // The library takes maps that can be changed, and no nulls.
    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
