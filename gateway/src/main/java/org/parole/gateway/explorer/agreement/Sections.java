package org.parole.gateway.explorer.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /**
     * What was read of a direction.
     *
     * @param direction who frees whom
     * @param read what its chart is drawn from
     */
    public record Found(Direction direction, ChartSource.Read read) {
    }

    /** Reads the directions that the switches ask for. */
    public Uni<List<Found>> read(List<Direction> all, Switches switches, String policy, Views.Request request) {
        String wanted = switches.directionOrNull();
        List<Uni<Found>> reads = all.stream().filter(direction -> wanted == null || direction.slug().equals(wanted))
                .limit(MOST_DIRECTIONS).map(direction -> charts
                        .read(direction.slug(), switches.times(), policy, request)
                        .map(read -> new Found(direction, read)))
                .toList();
        return reads.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.combine().all().unis(reads).with(Found.class, list -> list);
    }

    /** Draws them. */
    public List<Section> of(List<Found> found, Switches switches, String policy, Locale locale) {
        List<Section> sections = new ArrayList<>();
        for (Found one : found) {
            sections.add(section(one, switches, policy, locale, sections.size()));
        }
        return sections;
    }

    private Section section(Found found, Switches switches, String policy, Locale locale, int number) {
        Chart chart = ChartSource.chart(found.direction(), found.read(), policy,
                switches.times().asOf == null ? null : switches.times().asOf.toString(), locale);
        String query = switches.tallyQuery();
        String parameters = "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + locale.getLanguage();
        if (chart.isEmpty() || !chart.isWorthALook()) {
            return new Section(found.direction(), null, null, null, parameters);
        }
        return new Section(found.direction(), chart,
                new RawString(drawing.svg(chart, WIDE, WIDE_HEIGHT, Theme.LIGHT, false, "c" + number)),
                new RawString(drawing.svg(chart, NARROW, NARROW_HEIGHT, Theme.LIGHT, false, "n" + number)),
                parameters);
    }
}
