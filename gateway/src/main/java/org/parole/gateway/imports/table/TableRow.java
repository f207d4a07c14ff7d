package org.parole.gateway.imports.table;

import java.util.List;

/**
 * A row of a table as it stands in the file.
 *
 * @param line the line on which it begins, or the row of the sheet; the first is 1
 * @param cells its cells, without white space around them; as many as the file has for this row
 */
public record TableRow(long line, List<String> cells) {

    /** Copies the cells. */
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell at an index; empty where the row is shorter. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    /** Whether no cell has anything in it. */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** How many cells have something in them. */
    public int filled() {
        return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
