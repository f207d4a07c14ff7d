package org.parole.quote.imports;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;

/** How the lines of one format become rows. */
interface LineFormat {

    /** The name by which it is asked for. */
    String name();

    /** The name of the data set where none is given. */
    String dataset();

    /** The file as lines: as it is, or brought into lines where the format has another shape. */
    default LineSource open(InputStream plain) throws IOException {
        return new LineBlocks(plain);
    }

    /** Whether a line looks like this format at all, right or wrong in its fields. */
    boolean isLike(JsonNode line);

    /** What the format's lines are recognised by, for the answer to a file that has none. */
    String expected();

    /**
     * The row that a line is.
     *
     * @throws RefusedRowException with the field that is wrong
     */
    Row read(JsonNode line);
}
