package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file that follow each other, with their line feeds.
 *
 * @param firstLine the number of the first
 */
record Block(long firstLine, int lines, byte[] content) {

    /** Those from a line on, at most so many; none where the block ends before. */
    List<RawLine> from(long line, int most) {
        List<RawLine> found = new ArrayList<>();
        long number = firstLine;
        int start = 0;
        for (int at = 0; at < content.length && found.size() < most; at++) {
            if (content[at] == '\n') {
                if (number >= line) {
                    found.add(new RawLine(number, java.util.Arrays.copyOfRange(content, start, at)));
                }
                start = at + 1;
                number++;
            }
        }
        return found;
    }
}
