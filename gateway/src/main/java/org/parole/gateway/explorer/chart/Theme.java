package org.parole.gateway.explorer.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/** The colours of a picture: those of the pages' style, light or dark. */
public enum Theme {
    /** Dark on white. */
    LIGHT("#ffffff", "#16202a", "#56616d", "#dfe4e8", "#0f7b6c", "#bfe3dc", "#b0341a"),
    /** Light on black. */
    DARK("#11171d", "#eef2f5", "#a9b4bf", "#2c3640", "#3cc7b2", "#1d4a45", "#ff8a6b");

    private static final Map<String, String> SIDES_LIGHT = Map.of("RELEASING_PARTY", "#1f62ad", "RECEIVING_PARTY",
            "#b5421a", "MEDIATOR", "#7a3fa0", "MONITOR", "#8a6100", "MEDIA", "#5f6b76");
    private static final Map<String, String> SIDES_DARK = Map.of("RELEASING_PARTY", "#6cb0f5", "RECEIVING_PARTY",
            "#ff9a70", "MEDIATOR", "#c79bee", "MONITOR", "#e0b64a", "MEDIA", "#a5b0bb");

    final String paper;
    final String ink;
    final String muted;
    final String grid;
    final String best;
    final String band;
    final String conflict;

    Theme(String paper, String ink, String muted, String grid, String best, String band, String conflict) {
        this.paper = paper;
        this.ink = ink;
        this.muted = muted;
        this.grid = grid;
        this.best = best;
        this.band = band;
        this.conflict = conflict;
    }

    /** The colour of who says so. */
    String side(String side) {
        Map<String, String> sides = this == LIGHT ? SIDES_LIGHT : SIDES_DARK;
        return sides.getOrDefault(side, sides.get("MEDIA"));
    }

    /** What each colour is called in the pages' style, so that a picture within a page follows the reader's theme. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(paper, "paper");
        names.put(ink, "ink");
        names.put(muted, "muted");
        names.put(grid, "grid");
        names.put(best, "best");
        names.put(band, "band");
        names.put(conflict, "conflict");
        (this == LIGHT ? SIDES_LIGHT : SIDES_DARK)
                .forEach(
                        (side, colour) -> names.put(colour, side.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        return names;
    }
}
