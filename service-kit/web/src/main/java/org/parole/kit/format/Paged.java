package org.parole.kit.format;

import java.util.List;

/** What every page of a list has, whatever else it tells: so that the formats for lists know it. */
public interface Paged<T> {

    /** What stands on the page, in the list's order. */
    List<T> items();

    /** The cursor of the following page; null on the last one. */
    String next();
}
