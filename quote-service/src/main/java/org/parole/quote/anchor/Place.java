package org.parole.quote.anchor;

import java.util.List;

/**
 * Where words stand in a text.
 *
 * @param spans  spans of the text in UTF-16 positions that together hold the words once, in order
 * @param pieces what was looked for, one piece for each span; empty where the words were found in one piece
 * @param isCut  whether the words begin or end inside a word of the text
 */
record Place(List<int[]> spans, List<Needle.Piece> pieces, boolean isCut) {

    int start() {
        return spans.get(0)[0];
    }

    int end() {
        return spans.get(spans.size() - 1)[1];
    }
}
