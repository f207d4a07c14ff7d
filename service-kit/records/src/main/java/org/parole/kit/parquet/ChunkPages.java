package org.parole.kit.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

import io.airlift.compress.zstd.ZstdCompressor;

/** The pages of one column in one group of rows, compressed by zstd, until the group is written. */
final class ChunkPages implements PageWriter {

    private final ColumnDescriptor column;
    private final ZstdCompressor compressor = new ZstdCompressor();
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Set<org.apache.parquet.format.Encoding> encodings = EnumSet
            .noneOf(org.apache.parquet.format.Encoding.class);
    private long values;
    private long plainBytes;

    ChunkPages(ColumnDescriptor column) {
        this.column = column;
    }

    @Override
    public void writePage(BytesInput bytes, int valueCount, int rowCount, Statistics<?> statistics,
            SizeStatistics sizes, GeospatialStatistics places, Encoding repetition, Encoding definition, Encoding value)
            throws IOException {
        encodings.addAll(List.of(of(repetition), of(definition), of(value)));
        values += valueCount;
        write(data, bytes, header -> header.setType(PageType.DATA_PAGE)
                .setData_page_header(new DataPageHeader(valueCount, of(value), of(definition), of(repetition))));
    }

    @Override
    public void writePage(BytesInput bytes, int valueCount, int rowCount, Statistics<?> statistics, Encoding repetition,
            Encoding definition, Encoding value) throws IOException {
        writePage(bytes, valueCount, rowCount, statistics, null, null, repetition, definition, value);
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        encodings.add(of(page.getEncoding()));
        write(dictionary, page.getBytes(), header -> header.setType(PageType.DICTIONARY_PAGE)
                .setDictionary_page_header(
                        new DictionaryPageHeader(page.getDictionarySize(), of(page.getEncoding()))));
    }

    private void write(ByteArrayOutputStream to, BytesInput bytes,
            java.util.function.UnaryOperator<PageHeader> kind) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(content);
        byte[] plain = content.toByteArray();
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        int length = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
        int before = to.size();
        Util.writePageHeader(kind.apply(
                new PageHeader().setUncompressed_page_size(plain.length).setCompressed_page_size(length)), to);
        plainBytes += to.size() - before + plain.length;
        to.write(packed, 0, length);
    }

    /** What the file's end says of this column of a group that begins at a place in the file. */
    ColumnChunk describe(long at) {
        var meta = new ColumnMetaData(FileSchema.typeOf(column.getPrimitiveType()),
                List.copyOf(encodings), List.of(column.getPath()), CompressionCodec.ZSTD, values, plainBytes, size(),
                at + dictionary.size());
        if (dictionary.size() > 0) {
            meta.setDictionary_page_offset(at);
        }
        return new ColumnChunk(at).setMeta_data(meta);
    }

    /** All pages, the dictionary first. */
    void writeTo(java.io.OutputStream out) throws IOException {
        dictionary.writeTo(out);
        data.writeTo(out);
    }

    /** In bytes, compressed. */
    long size() {
        return (long) dictionary.size() + data.size();
    }

    /** In bytes, as they are read. */
    long plainSize() {
        return plainBytes;
    }

    private static org.apache.parquet.format.Encoding of(Encoding encoding) {
        return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    @Override
    public long getMemSize() {
        return size();
    }

    @Override
    public long allocatedSize() {
        return size();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + size() + " bytes";
    }

    @Override
    @Deprecated
    public void writePage(BytesInput bytes, int valueCount, Statistics<?> statistics, Encoding repetition,
            Encoding definition, Encoding value) {
        throw new UnsupportedOperationException("Pages come with their number of rows");
    }

    @Override
    public void writePageV2(int rowCount, int nullCount, int valueCount, BytesInput repetition, BytesInput definition,
            Encoding encoding, BytesInput bytes, Statistics<?> statistics) {
        throw new UnsupportedOperationException("Pages are of version 1");
    }
}
