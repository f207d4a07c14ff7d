package org.parole.gateway.timeline;

import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.TimeParameters;
import org.parole.kit.text.Slug;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What both services can be asked by; what is given must all hold. */
@RegisterForReflection
public class TimelineFilter extends ThreeTimes {

    @Parameter(description = "Only quotes about this agreement, and reports about its commitments.", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Slug
    public String agreement;

    @Parameter(description = "Only quotes by speakers for this party, and reports about commitments by it or towards it.", example = "taliban")
    @QueryParam("party")
    @Slug
    public String party;

    @Parameter(description = "Only what is known to have been said or to have happened on this date or later.", example = "2020-04-01")
    @QueryParam("from")
    public PartialDate from;

    @Parameter(description = "Only what is known to have been said or to have happened by this date. Unlike `on`, it omits quotes with an unknown date.", example = "2020-05-31")
    @QueryParam("to")
    public PartialDate to;

    /** The quotes that are asked for, oldest first. */
    String quotes() {
        return TimeParameters.addAll(Query.of("/api/v1/quotes").with("order", "OLDEST").with("agreement", agreement)
                .with("party", party).with("saidFrom", from).with("saidTo", to), this).toString();
    }

    /** The release reports that are asked for, oldest first. */
    String reports() {
        ThreeTimes times = new ThreeTimes();
        times.on = earlier(on, to);
        times.publishedBy = publishedBy;
        times.asOf = asOf;
        return TimeParameters
                .addAll(Query.of("/api/v1/release-reports").with("agreement", agreement).with("party", party)
                        .with("from", from), times)
                .toString();
    }

    /** Every report has a date, so that {@code on} and {@code to} mean the same for them. */
    private static PartialDate earlier(PartialDate a, PartialDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.to().isAfter(b.to()) ? b : a;
    }

    /** What a cursor is bound to. */
    List<String> fingerprint() {
        return java.util.stream.Stream.of(agreement, party, from, to, on, publishedBy, asOf)
                .map(value -> Objects.toString(value, "")).toList();
    }
}
