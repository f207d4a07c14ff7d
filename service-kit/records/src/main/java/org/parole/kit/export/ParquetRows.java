package org.parole.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.parole.kit.parquet.ParquetFile;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A Parquet file with nested columns. */
final class ParquetRows<V> implements RowWriter<V> {

    private final ParquetFile<V> file;

    ParquetRows(OutputStream out, Class<V> type, ObjectMapper mapper) throws IOException {
        file = new ParquetFile<>(out, type, mapper);
    }

    @Override
    public void write(List<? extends V> items) throws IOException {
        for (V row : items) {
            file.add(row);
        }
    }

    @Override
    public void end() throws IOException {
        file.end();
    }
}
