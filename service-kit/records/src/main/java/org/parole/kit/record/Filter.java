package org.parole.kit.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The conditions of a list, as HQL with named parameters. */
public final class Filter {

    private final StringBuilder hql = new StringBuilder("not retracted");
    private final Map<String, Object> parameters = new HashMap<>();

    /** What was not retracted and counted at a record time, or counts now for null. */
    public static Filter asOf(Instant asOf) {
        var filter = new Filter();
        return asOf == null
                ? filter.and("latest")
                : filter.and("recordedFrom <= :asOf and recordedTo > :asOf", "asOf", asOf);
    }

    /** Adds a condition. */
    public Filter and(String condition) {
        hql.append(" and ").append(condition);
        return this;
    }

    /** Adds a condition with one parameter; nothing where the value is null. */
    public Filter and(String condition, String name, Object value) {
        if (value != null) {
            parameters.put(name, value);
            and(condition);
        }
        return this;
    }

    /** The condition on the last page's last row, after all others. */
    public Filter with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** The whole, with an order. */
    public String orderedBy(String order) {
        return hql + " order by " + order;
    }

    /** The values of the parameters. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
