package org.parole.gateway.explorer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;

import org.parole.gateway.compose.Query;
import org.parole.kit.json.InvalidValueException;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.kit.time.ThreeTimes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The switches of a page as its address has them. A browser without scripts sends empty ones too, which mean the same as none; what is wrong
 * is told at the switch.
 */
@RegisterForReflection
public class Switches {

    private static final List<String> POLICIES = List.of("consensus", "latest", "cautious", "verified");

    @QueryParam("policy")
    public String policy;
    @QueryParam("on")
    public String on;
    @QueryParam("publishedBy")
    public String publishedBy;
    @QueryParam("asOf")
    public String asOf;
    @QueryParam("direction")
    public String direction;
    @QueryParam("lang")
    public String lang;

    private final Map<String, String> errors = new LinkedHashMap<>();
    private ThreeTimes times;

    /** The rules by which a best figure can be chosen. */
    public List<String> policies() {
        return POLICIES;
    }

    /** The three times; what cannot be read is left out and stands in {@link #errors()}. */
    public ThreeTimes times() {
        if (times == null) {
            times = new ThreeTimes();
            times.on = read("on", on, PartialDate::parse);
            times.publishedBy = read("publishedBy", publishedBy, PublicationTime::parse);
            times.asOf = read("asOf", asOf, AsOf::parse);
            if (policyOrNull() != null && !POLICIES.contains(policy)) {
                errors.put("policy", "must be one of " + String.join(", ", POLICIES));
            }
        }
        return times;
    }

    /** What is wrong, by the name of the switch. */
    public Map<String, String> errors() {
        times();
        return errors;
    }

    /** The policy as the services take it; null for their own choice. */
    public String policyOrNull() {
        return given(policy);
    }

    /** The one commitment that is to be shown; null for all. */
    public String directionOrNull() {
        return given(direction);
    }

    /** The switches as parameters of an address, without a question mark. */
    public String query() {
        String query = Query.of("").with("policy", given(policy)).with("on", given(on))
                .with("publishedBy", given(publishedBy)).with("asOf", given(asOf)).with("direction", given(direction))
                .toString();
        return query.isEmpty() ? "" : query.substring(1);
    }

    /** The same without the direction, as the parameters of a tally. */
    public String tallyQuery() {
        String query = Query.of("").with("policy", given(policy)).with("on", given(on))
                .with("publishedBy", given(publishedBy)).with("asOf", given(asOf)).toString();
        return query.isEmpty() ? "" : query.substring(1);
    }

    /** Whether any of them is set. */
    public boolean areSet() {
        return !query().isEmpty();
    }

    private <T> T read(String name, String value, Function<String, T> reader) {
        if (given(value) == null) {
            return null;
        }
        try {
            return reader.apply(value.strip());
        } catch (InvalidValueException e) {
            errors.put(name, e.getMessage());
            return null;
        }
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
