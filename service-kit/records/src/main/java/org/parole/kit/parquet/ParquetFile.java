package org.parole.kit.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.RecordConsumer;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A file that is written row by row and never sought in. No more than one group of rows is in memory, of about {@value #GROUP_BYTES}
 * bytes. The same rows give the same bytes.
 *
 * @param <V> a record type
 */
public final class ParquetFile<V> {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int GROUP_BYTES = 8 * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;
    /** Looking at how much there is takes longer than writing a row. */
    private static final int LOOK_EVERY = 500;
    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0).withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(PAGE_BYTES).build();

    private final OutputStream out;
    private final RecordSchema.Described described;
    private final List<RowGroup> groups = new ArrayList<>();
    private long position;
    private long rows;
    private long rowsOfGroup;
    private Map<ColumnDescriptor, ChunkPages> pages;
    private ColumnWriteStore store;
    private RecordConsumer consumer;

    /**
     * Begins a file.
     *
     * @param out    is not closed
     * @param mapper writes what has no fixed members as JSON
     */
    public ParquetFile(OutputStream out, Class<V> type, ObjectMapper mapper) throws IOException {
        this.out = out;
        described = RecordSchema.of(type, mapper);
        write(MAGIC);
        beginGroup();
    }

    private void beginGroup() {
        pages = new LinkedHashMap<>();
        described.schema().getColumns().forEach(column -> pages.put(column, new ChunkPages(column)));
        store = PROPERTIES.newColumnWriteStore(described.schema(), pages::get);
        consumer = new ColumnIOFactory().getColumnIO(described.schema()).getRecordWriter(store);
        rowsOfGroup = 0;
    }

    /** Adds a row. */
    public void add(V row) throws IOException {
        consumer.startMessage();
        Shape.writeFields(consumer, described.fields(), row);
        consumer.endMessage();
        rowsOfGroup++;
        if (rowsOfGroup % LOOK_EVERY == 0
                && store.getBufferedSize()
                        + pages.values().stream().mapToLong(ChunkPages::size).sum() > GROUP_BYTES) {
            endGroup();
            beginGroup();
        }
    }

    private void endGroup() throws IOException {
        consumer.flush();
        store.flush();
        List<ColumnChunk> chunks = new ArrayList<>();
        long plain = 0;
        long begun = position;
        for (ChunkPages chunk : pages.values()) {
            chunks.add(chunk.describe(position));
            chunk.writeTo(out);
            position += chunk.size();
            plain += chunk.plainSize();
        }
        store.close();
        groups.add(new RowGroup(chunks, plain, rowsOfGroup).setFile_offset(begun)
                .setTotal_compressed_size(position - begun));
        rows += rowsOfGroup;
    }

    /** Ends the file: what has been added before cannot be read without it. */
    public void end() throws IOException {
        if (rowsOfGroup > 0) {
            endGroup();
        }
        long begun = position;
        var counted = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
                position++;
            }

            @Override
            public void write(byte[] some, int offset, int length) throws IOException {
                out.write(some, offset, length);
                position += length;
            }
        };
        Util.writeFileMetaData(new FileMetaData(1, FileSchema.of(described.schema()), rows, groups)
                .setCreated_by("parole version 1.0.0 (build 0)"), counted);
        write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt((int) (position - begun))
                .array());
        write(MAGIC);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
