package org.parole.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.format.ListFormats;
import org.parole.kit.format.Paged;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes the file of an export, page after page, so that no more than a page is ever in memory. */
@ApplicationScoped
class ExportWriter {

    private final ListFormats formats;
    private final ObjectMapper mapper;

    ExportWriter(ListFormats formats, ObjectMapper mapper) {
        this.formats = formats;
        this.mapper = mapper;
    }

    /**
     * Writes the file.
     *
     * @param first the first page
     * @param goOn  is asked before each further page; where it says no, the file is left as it is then
     * @return the number of rows
     */
    <V> long write(Export<V> export, ExportChoice choice, Paged<V> first, OutputStream out, BooleanSupplier goOn)
            throws IOException {
        RowWriter<V> writer = writer(export, choice, out);
        long rows = 0;
        Paged<V> page = first;
        long skip = choice.skip();
        while (true) {
            List<? extends V> items = page.items();
            int left = (int) Math.min(skip, items.size());
            writer.write(items.subList(left, items.size()));
            skip -= left;
            rows += items.size() - left;
            if (page.next() == null || page.items().isEmpty()) {
                break;
            }
            if (!goOn.getAsBoolean()) {
                out.flush();
                return rows;
            }
            page = export.pages().apply(page.next());
        }
        writer.end();
        out.flush();
        return rows;
    }

    private <V> RowWriter<V> writer(Export<V> export, ExportChoice choice, OutputStream out) throws IOException {
        return switch (choice.format()) {
            case NDJSON -> new LineRows<>(out, row -> row, mapper);
            case JSONLD -> new LineRows<>(out, export.linked(), mapper);
            case CSV -> new CsvRows<>(out, export.rowType(), choice.csv(), formats);
            case XLSX -> new SheetRows<>(out, export.name(), export.rowType(), formats);
            case PARQUET -> new ParquetRows<>(out, export.rowType(), mapper);
        };
    }
}
