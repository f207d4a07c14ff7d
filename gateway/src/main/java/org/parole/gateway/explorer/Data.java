package org.parole.gateway.explorer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of the API as templates read it: a field by its name, each item of a list, a text or number as it is printed, and null for what is
 * not there. A page thus shows a field as soon as the services give it.
 */

@RegisterForReflection
public final class Data implements Iterable<Data> {

    private final JsonNode node;

    private Data(JsonNode node) {
        this.node = node;
    }

    /** An object; null for null and for what is no object. */
    public static Data of(JsonNode node) {
        return node == null || !node.isObject() ? null : new Data(node);
    }

    /** The objects of a list; empty for null. */
    public static List<Data> list(JsonNode array) {
        List<Data> all = new ArrayList<>();
        if (array != null) {
            array.forEach(item -> {
                if (item.isObject()) {
                    all.add(new Data(item));
                }
            });
        }
        return all;
    }

    /** The objects of a list by one of their fields; of several with one key the first. */
    public static <T> java.util.Map<String, T> index(JsonNode array, String key, Function<Data, T> value) {
        return list(array).stream().filter(item -> item.text(key) != null)
                .collect(Collectors.toMap(item -> item.text(key), value, (a, b) -> a));
    }

    /** A field; null where it is missing, null, false, or an empty list. */
    public Data get(String name) {
        JsonNode value = node.get(name);
        boolean none = value == null || value.isNull() || value.isBoolean() && !value.booleanValue()
                || value.isArray() && value.isEmpty();
        return none ? null : new Data(value);
    }

    /** The number that it is; null for anything else. */
    public Number asNumber() {
        return node.isNumber() ? node.numberValue() : null;
    }

    /** The items of a list. */
    @Override
    public Iterator<Data> iterator() {
        List<Data> items = new ArrayList<>();
        node.forEach(item -> items.add(new Data(item)));
        return items.iterator();
    }

    /** A text or number as it is printed; JSON for anything else. */
    @Override
    public String toString() {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /** Equal to the same value, and to a text that is printed the same, as templates compare with these. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Data data
                ? node.equals(data.node)
                : other instanceof String && toString().equals(other);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** A field that is a text; null for anything else. */
    public String text(String name) {
        return node.path(name).textValue();
    }

    /** Whether a field is true. */
    public boolean is(String name) {
        return node.path(name).asBoolean();
    }

    /** A whole number; null where there is none. */
    public Long number(String name) {
        return node.path(name).isNumber() ? (Long) node.path(name).longValue() : null;
    }

    /** A field that is an object; null for anything else. */
    public Data data(String name) {
        return of(node.get(name));
    }

    /** A field that is a list of objects; empty for anything else. */
    public List<Data> list(String name) {
        return list(node.get(name));
    }

    /** A field that is a list of texts; empty for anything else. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        node.path(name).forEach(item -> all.add(item.asText()));
        return all;
    }

    /** The JSON behind it. */
    public JsonNode json() {
        return node;
    }
}
