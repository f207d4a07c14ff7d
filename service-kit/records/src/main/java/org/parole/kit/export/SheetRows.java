package org.parole.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parole.kit.format.ListFormats;

/** A workbook of one sheet. */
final class SheetRows<V> implements RowWriter<V> {

    // Excel's sheets have 1,048,576 rows, of which one is the header.
    private static final int MOST_ROWS = 1_048_575;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook book;
    private final Worksheet sheet;
    private final Class<V> type;
    private final ListFormats formats;
    private int row = 1;

    SheetRows(OutputStream out, String name, Class<V> type, ListFormats formats) {
        this.type = type;
        this.formats = formats;
        book = new Workbook(out, "Parole", "1.0");
        sheet = book.newWorksheet(name);
        List<String> columns = ListFormats.columns(type);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
        }
    }

    @Override
    public void write(List<? extends V> items) throws IOException {
        for (V item : items) {
            if (row > MOST_ROWS) {
                throw new IllegalStateException("A sheet cannot have more rows");
            }
            List<Object> cells = formats.row(item, type);
            for (int i = 0; i < cells.size(); i++) {
                put(i, cells.get(i));
            }
            row++;
        }
        sheet.flush();
    }

    private void put(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value != null && !value.toString().isEmpty()) {
            // Always as text: what begins like a formula stays what was said.
            String text = value.toString();
            sheet.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        }
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }
}
