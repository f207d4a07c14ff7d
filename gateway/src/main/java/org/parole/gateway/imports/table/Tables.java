package org.parole.gateway.imports.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Opens tables, and finds where their headings stand. */
public final class Tables {

    /** So many rows are looked at for the headings. */
    private static final int LOOKED_AT = 20;
    private static final Pattern REMARK = Pattern.compile("(?s)(?:#|//|%).*\\p{L}.*");

    private Tables() {
    }

    /**
     * Opens a file as a table.
     *
     * @throws UnreadableTableException if it is none of that format
     */
    public static Table open(Path file, TableFormat format, TableLayout layout) throws IOException {
        if (format == TableFormat.XLSX) {
            return WorkbookTable.open(file);
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return DelimitedTable.open(in, format, layout);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Where the headings stand: below lines that only name the sheet, in one row, or in two of which the upper one names groups. Never
     * null in its last two members.
     */
    public static TableLayout located(List<TableRow> rows, TableLayout known) {
        if (known.headerLine() != null) {
            return new TableLayout(known.charset(), known.separator(), known.headerLine(),
                    known.headerLines() == null ? 1 : known.headerLines());
        }
        List<TableRow> first = rows.subList(0, Math.min(rows.size(), LOOKED_AT));
        int width = first.stream().mapToInt(TableRow::filled).max().orElse(0);
        int at = 0;
        // A title, a source, a date of the sheet: few cells in a wide table.
        while (at < first.size() - 1 && first.get(at).filled() * 2 < width
                && (isRemark(first.get(at)) || !isUpper(first.get(at), first.get(at + 1), width))) {
            at++;
        }
        if (first.isEmpty() || looksLikeData(first.get(at))) {
            return new TableLayout(known.charset(), known.separator(), 0, 0);
        }
        boolean two = at + 2 < first.size() && isUpper(first.get(at), first.get(at + 1), width);
        return new TableLayout(known.charset(), known.separator(), (int) first.get(at).line(), two ? 2 : 1);
    }

    /** Whether a row begins as comments do in files for programs: '# as of 14 June'. */
    private static boolean isRemark(TableRow row) {
        return REMARK.matcher(row.cell(0)).matches();
    }

    /** Whether a row with gaps stands over a row of headings: it begins groups, at least two, and the lower row fills them. */
    private static boolean isUpper(TableRow upper, TableRow lower, int width) {
        return upper.filled() >= 2 && upper.filled() < width && upper.filled() < lower.filled() + gaps(upper, lower)
                && !looksLikeData(lower) && gaps(lower, upper) > 0;
    }

    /** How many cells the first has that the second lacks. */
    private static int gaps(TableRow first, TableRow second) {
        int gaps = 0;
        for (int i = 0; i < first.cells().size(); i++) {
            if (!first.cell(i).isEmpty() && second.cell(i).isEmpty()) {
                gaps++;
            }
        }
        return gaps;
    }

    /** Headings are words; a row with a number, a date or an address in it is none. */
    private static boolean looksLikeData(TableRow row) {
        return row.cells().stream().anyMatch(cell -> cell.contains("://")
                || !cell.isEmpty() && cell.codePoints().filter(Character::isDigit).count() * 2 > cell.length());
    }

    /** The rows from which {@link #located} sees where the headings are, and those behind them as far as asked for. */
    public static List<TableRow> head(Table table, int most) {
        List<TableRow> rows = new ArrayList<>();
        while (rows.size() < most && table.hasNext()) {
            rows.add(table.next());
        }
        return rows;
    }
}
