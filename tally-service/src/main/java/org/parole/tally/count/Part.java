package org.parole.tally.count;

/**
 * What makes a number a count of some of the people of a whole ('250 of the 1,968, serving life').
 *
 * @param outOf the whole as the source states it, or null
 * @param category the category counted, where the report names one, or null
 * @param place the place counted, where the report names one, or null
 * @param complete whether the source says that the parts it gives of this whole are all of them
 */
public record Part(Integer outOf, String category, String place, boolean complete) {

    /** The number counts everybody. */
    public static final Part NONE = new Part(null, null, null, false);
}
