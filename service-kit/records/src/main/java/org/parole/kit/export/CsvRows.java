package org.parole.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.parole.kit.format.CsvForm;
import org.parole.kit.format.ListFormats;
import org.parole.kit.page.Page;

/** A table in UTF-8. */
final class CsvRows<V> implements RowWriter<V> {

    private final OutputStream out;
    private final Class<V> type;
    private final ListFormats formats;
    private final CsvForm form;
    private boolean begins = true;

    CsvRows(OutputStream out, Class<V> type, CsvForm form, ListFormats formats) {
        this.form = form;
        this.out = out;
        this.type = type;
        this.formats = formats;
    }

    @Override
    public void write(List<? extends V> items) throws IOException {
        out.write(formats.csv(new Page<>(items, null), type, form, begins));
        begins = false;
    }

    @Override
    public void end() {
        // Lines need no end.
    }
}
