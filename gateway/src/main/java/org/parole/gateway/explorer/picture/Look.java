package org.parole.gateway.explorer.picture;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.parole.gateway.compose.Query;
import org.parole.gateway.explorer.Switches;
import org.parole.gateway.explorer.chart.Theme;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a picture shows and how it looks. */
@RegisterForReflection
public class Look extends Switches {

    private static final int NARROWEST = 280;
    private static final int WIDEST = 2_400;
    private static final int LOWEST = 200;
    private static final int HIGHEST = 1_600;

    @QueryParam("width")
    public String width;
    @QueryParam("height")
    public String height;
    @QueryParam("theme")
    public String theme;

    /** In pixels. */
    int width() {
        return number("width", width, 860, NARROWEST, WIDEST);
    }

    /** In pixels. */
    int height() {
        return number("height", height, 500, LOWEST, HIGHEST);
    }

    /** Light or dark. */
    Theme theme() {
        if (theme == null || theme.isBlank() || theme.equals("light")) {
            return Theme.LIGHT;
        }
        if (theme.equals("dark")) {
            return Theme.DARK;
        }
        throw ProblemException.invalidParameter("theme", "must be light or dark");
    }

    /** Refuses what cannot be drawn before anybody is asked. */
    void check() {
        width();
        height();
        theme();
    }

    /** The three times; a picture has no control beside which an error could stand. */
    ThreeTimes checkedTimes() {
        ThreeTimes times = times();
        if (!errors().isEmpty()) {
            List<FieldError> all = new ArrayList<>();
            errors().forEach((name, error) -> all.add(new FieldError(name, error)));
            throw ProblemException.invalidParameters(all);
        }
        return times;
    }

    /** The address of one of the pictures with these parameters. */
    String address(String commitment, String file) {
        Query query = Query.of("/tallies/" + Query.segment(commitment) + '/' + file).with("policy", policyOrNull())
                .with("on", blankless(on)).with("publishedBy", blankless(publishedBy)).with("asOf", blankless(asOf))
                .with("lang", blankless(lang));
        return query.toString();
    }

    private static String blankless(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static int number(String name, String value, int usual, int least, int most) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number that is too small or too large.
        }
        throw ProblemException.invalidParameter(name, "must be a number of pixels from " + least + " to " + most);
    }
}
