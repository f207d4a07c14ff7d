package org.parole.gateway.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

import org.parole.gateway.explorer.Data;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A way to narrow a search.
 *
 * @param name what it is of
 * @param any the page without it
 * @param values what can be chosen
 */
@RegisterForReflection
public record Facet(String name, String any, List<Value> values) {

    private static final List<String> SHOWN = List.of("kind", "channel", "speaker", "party", "outlet", "verification",
            "agreement", "language");
    private static final int MOST = 8;

    /**
     * A value of a facet.
     *
     * @param label what it is called
     * @param count how many quotes have it
     * @param link the page with it chosen
     * @param chosen whether it is
     */
    public record Value(String label, Long count, String link, boolean chosen) {
    }

    /** @param names what the value of a facet is called where the facet itself has no name for it */
    static List<Facet> of(Data facets, Wanted wanted, BinaryOperator<String> names, String language) {
        List<Facet> all = new ArrayList<>();
        if (facets == null) {
            return all;
        }
        for (String name : SHOWN) {
            List<Value> values = facets.list(name).stream().limit(MOST)
                    .map(value -> new Value(
                            value.text("label") == null ? names.apply(name, value.text("value")) : value.text("label"),
                            value.number("count"), wanted.with(name, value.text("value"), language),
                            String.valueOf(value.text("value")).equals(wanted.chosen().get(name))))
                    .toList();
            boolean chosen = wanted.chosen().containsKey(name);
            if (values.size() > 1 || chosen) {
                all.add(new Facet(name, chosen ? wanted.with(name, null, language) : null, values));
            }
        }
        return all;
    }
}
