package org.parole.gateway.explorer.comparison;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.parole.gateway.compose.Query;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is compared, as the address has it. */
@RegisterForReflection
public class TwoSides {

    @QueryParam("commitment")
    public String commitment;
    @QueryParam("aOn")
    public String aOn;
    @QueryParam("aPublishedBy")
    public String aPublishedBy;
    @QueryParam("aAsOf")
    public String aAsOf;
    @QueryParam("aPolicy")
    public String aPolicy;
    @QueryParam("bOn")
    public String bOn;
    @QueryParam("bPublishedBy")
    public String bPublishedBy;
    @QueryParam("bAsOf")
    public String bAsOf;
    @QueryParam("bPolicy")
    public String bPolicy;
    @QueryParam("lang")
    public String lang;

    /** Whether there are two answers to compare. */
    public boolean areComplete() {
        return commitment != null && !commitment.isBlank() && !(a().isEmpty() && b().isEmpty());
    }

    /** The comparison as the tally-service is asked for it. */
    String address() {
        String common = "policy:consensus";
        return Query.of("/api/v1/tallies/compare").with("commitment", commitment)
                .with("a", a().isEmpty() ? common : a()).with("b", b().isEmpty() ? common : b())
                .with("include", "STEPS").with("include", "CLAIMANTS").toString();
    }

    private String a() {
        return side(aOn, aPublishedBy, aAsOf, aPolicy);
    }

    private String b() {
        return side(bOn, bPublishedBy, bAsOf, bPolicy);
    }

    private static String side(String on, String publishedBy, String asOf, String policy) {
        return Stream.of(named("on", on), named("publishedBy", publishedBy), named("asOf", asOf),
                named("policy", policy)).filter(text -> !text.isEmpty()).collect(Collectors.joining(","));
    }

    private static String named(String name, String value) {
        return value == null || value.isBlank() ? "" : name + ':' + value.strip();
    }
}
