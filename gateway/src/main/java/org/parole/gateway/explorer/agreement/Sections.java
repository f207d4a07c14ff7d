package org.parole.gateway.explorer.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Views;
import org.parole.gateway.explorer.Direction;
import org.parole.gateway.explorer.Switches;
import org.parole.gateway.explorer.chart.Chart;
import org.parole.gateway.explorer.chart.ChartSource;
import org.parole.gateway.explorer.chart.Drawing;
import org.parole.gateway.explorer.chart.Theme;

import io.quarkus.qute.RawString;
import io.smallrye.mutiny.Uni;

/** Reads and draws the directions of an agreement or an exchange. */
@ApplicationScoped
public class Sections {

    private static final int MOST_DIRECTIONS = 8;
    private static final int WIDE = 980;
    private static final int WIDE_HEIGHT = 480;
    private static final int NARROW = 380;
    private static final int NARROW_HEIGHT = 360;

    private final ChartSource charts;
    private final Drawing drawing;

    Sections(ChartSource charts, Drawing drawing) {
        this.charts = charts;
        this.drawing = drawing;
    }

    /** Reads what the charts of commitments are drawn from, by their slugs: of those that the switches ask for. */
    public Uni<Map<String, ChartSource.Read>> read(List<String> commitments, Switches switches, String policy,
            Views.Request request) {
        List<String> wanted = commitments.stream().filter(slug -> isWanted(slug, switches)).limit(MOST_DIRECTIONS)
                .toList();
        List<Uni<ChartSource.Read>> reads = wanted.stream()
                .map(slug -> charts.read(slug, switches.times(), policy, request)).toList();
        return reads.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.combine().all().unis(reads).with(ChartSource.Read.class, all -> {
                    Map<String, ChartSource.Read> found = new LinkedHashMap<>();
                    for (int i = 0; i < all.size(); i++) {
                        found.put(wanted.get(i), all.get(i));
                    }
                    return found;
                });
    }

    /** Draws the directions that the switches ask for. */
    public List<Section> of(List<Direction> all, Map<String, ChartSource.Read> reads, Switches switches, String policy,
            Locale locale) {
        List<Section> sections = new ArrayList<>();
        all.stream().filter(direction -> isWanted(direction.slug(), switches)).limit(MOST_DIRECTIONS)
                .forEach(direction -> sections.add(section(direction,
                        reads.getOrDefault(direction.slug(), new ChartSource.Read(null, List.of(), true, List.of())),
                        switches, policy, locale, sections.size())));
        return sections;
    }

    private static boolean isWanted(String slug, Switches switches) {
        String wanted = switches.directionOrNull();
        return wanted == null || slug.equals(wanted);
    }

    private Section section(Direction direction, ChartSource.Read read, Switches switches, String policy, Locale locale,
            int number) {
        Chart chart = ChartSource.chart(direction, read, policy,
                switches.times().asOf == null ? null : switches.times().asOf.toString(), locale);
        String query = switches.tallyQuery();
        String parameters = "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + locale.getLanguage();
        if (chart.isEmpty() || !chart.isWorthALook()) {
            return new Section(direction, null, null, null, parameters);
        }
        return new Section(direction, chart,
                new RawString(drawing.svg(chart, WIDE, WIDE_HEIGHT, Theme.LIGHT, false, "c" + number)),
                new RawString(drawing.svg(chart, NARROW, NARROW_HEIGHT, Theme.LIGHT, false, "n" + number)),
                parameters);
    }
}
