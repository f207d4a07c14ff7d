package org.parole.kit.format;

/** Which page of a list is asked for, as far as sending the whole list needs to know it. */
public interface PageChoice {

    /** Whether it is the first page. */
    boolean isFirst();

    /** Asks for the page at this cursor instead, with as many items as a page can have. */
    void turnTo(String cursor);
}
