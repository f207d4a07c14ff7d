package org.parole.gateway.imports.table;

import java.util.ArrayList;
import java.util.List;

/**
 * How a table lies in its file. What is null is seen from the file.
 *
 * @param charset the encoding, by its IANA name; not for workbooks
 * @param separator what stands between cells: one character; not for workbooks
 * @param headerLine the line of the headings, or of the first of them; 0 where there are none
 * @param headerLines over how many rows the headings go: 1, or 2 where the upper one names groups of columns
 */
public record TableLayout(String charset, String separator, Integer headerLine, Integer headerLines) {

    /** Everything is seen from the file. */
    public static final TableLayout UNKNOWN = new TableLayout(null, null, null, null);

    /** The most columns that a table may have. */
    public static final int MOST_COLUMNS = 500;

    private static boolean isRepeated(TableRow row, String heading) {
        return row.cells().stream().filter(heading::equalsIgnoreCase).count() > 1;
    }

    /** The headings of the columns: each once, none blank; of two rows, 'upper: lower'. */
    public static List<String> headings(List<TableRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        if (width > MOST_COLUMNS) {
            throw new UnreadableTableException(
                    "has " + width + " columns; at most " + MOST_COLUMNS + " are read");
        }
        List<String> headings = new ArrayList<>();
        String group = "";
        for (int i = 0; i < width; i++) {
            String heading = rows.get(rows.size() - 1).cell(i);
            if (rows.size() > 1) {
                String upper = rows.get(0).cell(i);
                if (heading.isEmpty()) {
                    // One cell over both rows, which names no group.
                    heading = upper;
                    group = "";
                } else {
                    // A group goes on over headings that others have too; one that stands alone belongs to none.
                    group = !upper.isEmpty() ? upper : isRepeated(rows.get(1), heading) ? group : "";
                    heading = group.isEmpty() || heading.equals(group) ? heading : group + ": " + heading;
                }
            }
            heading = heading.isEmpty() ? "column " + (i + 1) : heading.replaceAll("\\s+", " ");
            String unique = heading;
            for (int n = 2; headings.contains(unique); n++) {
                unique = heading + " (" + n + ")";
            }
            headings.add(unique);
        }
        return headings;
    }
}
