package org.parole.gateway.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/** A table in text: cells are separated, and may stand in quotation marks, then with separators and line ends in them. */
final class DelimitedTable implements Table {

    /** So much of a file is looked at to find its encoding and its separator. */
    static final int HEAD = 64 * 1024;
    /** The longest row, in characters. */
    static final int LONGEST_ROW = 1024 * 1024;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SNIFFED_ROWS = 60;

    private final CloseableIterator<CsvRecord> records;
    private final Reader source;
    private TableRow next;
    private long line;

    private DelimitedTable(Reader source, char separator) {
        this.source = source;
        this.records = reader(separator).ofCsvRecord(source).iterator();
    }

    /** Opens a text; what the layout does not say is seen from its beginning. */
    static DelimitedTable open(InputStream in, TableFormat format, TableLayout layout) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        boolean whole = head.length < HEAD;
        TextEncoding.Found encoding = layout.charset() == null
                ? TextEncoding.of(head, whole)
                : TextEncoding.declared(layout.charset(), head);
        if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
            throw new UnreadableTableException("is a zip file or a workbook, not a table in text");
        }
        bytes.unread(head, encoding.mark(), head.length - encoding.mark());
        String text = new String(head, encoding.mark(), head.length - encoding.mark(), encoding.charset());
        Reader reader = new InputStreamReader(bytes,
                encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        return new DelimitedTable(reader, separator(text, whole, format, layout));
    }

    private static char separator(String head, boolean whole, TableFormat format, TableLayout layout) {
        if (layout.separator() != null && layout.separator().length() == 1) {
            return layout.separator().charAt(0);
        }
        return format == TableFormat.TSV ? '\t' : sniff(head, whole);
    }

    /** The separator with which most rows have equally many cells, and more than one; of several, the one that makes more cells. */
    static char sniff(String head, boolean whole) {
        int end = whole ? head.length() : Math.max(head.lastIndexOf('\n'), 0);
        char best = ',';
        double highest = 0;
        for (char candidate : SEPARATORS) {
            double score = score(head.substring(0, end), candidate);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String text, char separator) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                widths.merge(row.getFieldCount(), 1, Integer::sum);
                if (++rows == SNIFFED_ROWS) {
                    break;
                }
            }
        } catch (IOException | CsvParseException e) {
            // As it can be where quotation marks stand open at the end of what is looked at.
            if (rows == 0) {
                return 0;
            }
        }
        Map.Entry<Integer, Integer> usual = widths.entrySet().stream().filter(width -> width.getKey() > 1)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElse(Map.entry(1, 0));
        return (double) usual.getValue() / rows + usual.getKey() / 1000.0;
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder().fieldSeparator(separator).quoteCharacter('"').commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true).ignoreDifferentFieldCount(true).acceptCharsAfterQuotes(true)
                .maxBufferSize(LONGEST_ROW);
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                TableRow read = new TableRow(line, cells(row));
                next = read.isBlank() ? null : read;
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableTableException("cannot be read on after line " + line
                    + ": a row is longer than 1,048,576 characters, or a quotation mark is never closed",
                    e);
        }
        return next != null;
    }

    private static List<String> cells(CsvRecord row) {
        List<String> cells = new ArrayList<>(row.getFieldCount());
        for (String cell : row.getFields()) {
            cells.add(clean(cell));
        }
        return cells;
    }

    /** Without the white space around it, a mark of direction or a zero-width mark among it; NUL is nothing. */
    static String clean(String cell) {
        return cell.replace("\u0000", "").replaceAll(
                "^[\\s\\p{Z}\\uFEFF\\u200B\\u200E\\u200F]+|[\\s\\p{Z}\\uFEFF\\u200B\\u200E\\u200F]+$",
                "");
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TableRow row = next;
        next = null;
        return row;
    }

    @Override
    public void close() {
        try {
            records.close();
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
