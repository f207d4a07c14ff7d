package org.parole.kit.page;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.Nullable;

import org.parole.kit.format.Paged;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One page of a list.
 *
 * @param items the items of the page, in the order of the list
 * @param next the cursor of the following page; null on the last one
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next)
        implements
            Paged<T> {

    /**
     * The page that results from asking the database for one row more than the limit.
     *
     * @param rows at most limit + 1 rows in order
     * @param limit how many of them make the page
     * @param cursor the cursor behind a row
     */
    public static <R> Page<R> of(List<R> rows, int limit, Function<R, String> cursor) {
        return rows.size() <= limit
                ? new Page<>(List.copyOf(rows), null)
                : new Page<>(List.copyOf(rows.subList(0, limit)), cursor.apply(rows.get(limit - 1)));
    }

    /** The same page of other things. */
    public <U> Page<U> map(Function<T, U> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
