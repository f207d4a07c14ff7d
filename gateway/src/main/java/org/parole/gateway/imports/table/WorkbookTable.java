package org.parole.gateway.imports.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of an Excel workbook. Formulas are not computed: the value that the workbook has for them is taken. What it refers
 * to outside of itself is never opened.
 */
final class WorkbookTable implements Table {

    /** So much may a workbook come to when it is unpacked. */
    static final long LARGEST_UNPACKED = 1L << 30;
    private static final int MOST_ENTRIES = 2_000;
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i)[dmy]+[^a-z]*[dmy]+|(?i)y{2,4}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private TableRow next;

    private WorkbookTable(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static WorkbookTable open(Path file) throws IOException {
        check(file);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
            return new WorkbookTable(workbook);
        } catch (IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw new UnreadableTableException("is not a workbook (xlsx) that can be read", e);
        }
    }

    /** A small file may unpack to more than there is memory for, so that it is unpacked once and counted. */
    private static void check(Path file) throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnreadableTableException("is a workbook of more than 2,000 parts");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            throw new UnreadableTableException("is larger than 1 GB when it is unpacked");
                        }
                    }
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new UnreadableTableException("is not a workbook (xlsx), or is cut off", e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && rows.hasNext()) {
                Row row = rows.next();
                TableRow read = new TableRow(row.getRowNum(), cells(row));
                next = read.isBlank() ? null : read;
            }
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new UnreadableTableException("is a workbook that cannot be read to its end", e);
        }
        return next != null;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(WorkbookTable::text).map(DelimitedTable::clean).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell, number) : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : cell.getText();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && DATE_FORMAT.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }

    private static String date(Cell cell, BigDecimal number) {
        try {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(MIDNIGHT) ? time.toLocalDate().toString() : time.withNano(0).toString();
        } catch (ExcelReaderException | ArithmeticException | java.time.DateTimeException e) {
            // A number outside of what the calendar of workbooks knows.
            return number.toPlainString();
        }
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
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
