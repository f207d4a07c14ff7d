package org.parole.kit.export;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.parole.kit.format.Paged;

/**
 * What is exported.
 *
 * @param <V>      what a row is made of
 * @param name     of the list, as in "quotes"
 * @param rowType  the record type of its rows
 * @param asOf     the record time of all its rows
 * @param filters  what it was asked for with, by the names of the parameters
 * @param datasets the data sets of which records may be among the rows, with their licences
 * @param pages    the rows from a cursor on, or from the first for null, in an order that stays
 * @param linked   a row as a schema.org object; null where there is none
 * @param base     the public address that such objects name; null where there is none
 */
public record Export<V>(String name, Class<V> rowType, Instant asOf, Map<String, String> filters,
        List<Dataset> datasets, Function<String, Paged<V>> pages, Function<V, Object> linked, URI base) {

    /** An export without JSON-LD. */
    public Export(String name, Class<V> rowType, Instant asOf, Map<String, String> filters, List<Dataset> datasets,
            Function<String, Paged<V>> pages) {
        this(name, rowType, asOf, filters, datasets, pages, null, null);
    }

    /**
     * A data set that was imported.
     *
     * @param licence under which its records may be used; null where none was named
     */
    public record Dataset(String name, String licence) {
    }
}
