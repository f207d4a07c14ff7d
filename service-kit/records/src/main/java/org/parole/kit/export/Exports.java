package org.parole.kit.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.export.DataPackage.Licence;
import org.parole.kit.export.DataPackage.Resource;
import org.parole.kit.export.DataPackage.Source;
import org.parole.kit.export.DataPackage.TableSchema;
import org.parole.kit.format.ListFormats;
import org.parole.kit.format.Paged;
import org.parole.kit.format.TableFields;
import org.parole.kit.inflight.InFlight;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Ledger;
import org.parole.kit.time.AsOf;

import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes exports, page after page, so that no more than a page is ever in memory. */
@ApplicationScoped
public class Exports {

    private static final Logger LOG = Logger.getLogger(Exports.class);
    private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int BUFFER = 64 * 1024;
    // Excel's sheets have 1,048,576 rows, of which one is the header.
    private static final int MOST_SHEET_ROWS = 1_048_575;

    private final ListFormats formats;
    private final ObjectMapper mapper;

    Exports(ListFormats formats, ObjectMapper mapper) {
        this.formats = formats;
        this.mapper = mapper;
    }

    /** The record time of an export: the one that is asked for, or that of the last change. */
    public AsOf settle(AsOf asked, Ledger ledger) {
        return asked == null
                ? new AsOf(ledger.lastRecordedAt(), false)
                : new AsOf(ledger.readAt(asked), false);
    }

    /** What an export was asked for with, for its manifest. */
    public static Map<String, String> filters(UriInfo uri) {
        Map<String, String> filters = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> filters.put(name, String.join(",", values)));
        return filters;
    }

    /** A page of an export, from its cursor on. */
    public static PageRequest page(String cursor) {
        PageRequest page = new PageRequest();
        page.limit = ROWS_AT_ONCE;
        page.cursor = cursor;
        return page;
    }

    /**
     * The export as an answer. An export that cannot be gone on with is broken off, so that nobody takes it for whole.
     *
     * @param context of the request
     */
    public <V> RestResponse<StreamingOutput> answer(Export<V> export, ExportRequest request, RoutingContext context) {
        requireLinked(export, request.format());
        // What is wrong with the request shows before the answer begins.
        Paged<V> first = export.pages().apply(null);
        StreamingOutput output = out -> {
            try {
                write(export, request, first, new BufferedOutputStream(out, BUFFER));
            } catch (IOException e) {
                LOG.debugf("A client went before its export was whole: %s", e.getMessage());
                InFlight.of(context).cut();
            } catch (RuntimeException e) {
                LOG.warn("An export is broken off", e);
                InFlight.of(context).cut();
            }
        };
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(new ExportBody(output), request.format().mediaType())
                .header("Export-As-Of", export.asOf().toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(export, request) + '"')
                .build();
    }

    /** The export's manifest: it is written once, to be counted and hashed. */
    public <V> DataPackage describe(Export<V> export, ExportRequest request) {
        requireLinked(export, request.format());
        MessageDigest digest = sha256();
        Counted counted = new Counted();
        long rows;
        try {
            rows = write(export, request, export.pages().apply(null),
                    new BufferedOutputStream(new DigestOutputStream(counted, digest), BUFFER));
        } catch (IOException e) {
            throw new IllegalStateException("What goes nowhere can always be written", e);
        }
        // A workbook holds when it was made, so that no two are the same.
        boolean same = request.format() != ExportFormat.XLSX;
        return new DataPackage(PROFILE, "parole-" + export.name(), export.asOf(), export.filters(),
                export.datasets().stream().map(Export.Dataset::licence).filter(Objects::nonNull).distinct()
                        .map(Licence::new).toList(),
                export.datasets().stream().map(dataset -> new Source(dataset.name(), dataset.licence())).toList(),
                List.of(new Resource(export.name(), fileName(export, request), request.format().extension(),
                        request.format().mediaType(), "utf-8", same ? counted.bytes : null,
                        same ? "sha256:" + HexFormat.of().formatHex(digest.digest()) : null, rows,
                        request.format().isTable()
                                ? new TableSchema(TableFields.of(export.rowType()))
                                : null)));
    }

    private static String fileName(Export<?> export, ExportRequest request) {
        return export.name() + '.' + request.format().extension();
    }

    private static void requireLinked(Export<?> export, ExportFormat format) {
        if (format == ExportFormat.JSONLD && export.linked() == null) {
            throw ProblemException.invalidParameter("format",
                    "must be another one: " + export.name() + " have no JSON-LD");
        }
    }

    private <V> long write(Export<V> export, ExportRequest request, Paged<V> first, OutputStream out)
            throws IOException {
        try (RowWriter<V> writer = switch (request.format()) {
            case NDJSON -> new Lines<>(out, row -> row);
            case JSONLD -> new Lines<>(out, export.linked());
            case CSV -> new Csv<>(out, export.rowType(), request.skip == 0);
            case XLSX -> new Sheet<>(out, export, formats);
        }) {
            long rows = 0;
            Paged<V> page = first;
            long skip = request.skip;
            while (true) {
                List<? extends V> items = page.items();
                int left = (int) Math.min(skip, items.size());
                writer.write(items.subList(left, items.size()));
                skip -= left;
                rows += items.size() - left;
                if (page.next() == null || page.items().isEmpty()) {
                    break;
                }
                page = export.pages().apply(page.next());
            }
            writer.end();
            out.flush();
            return rows;
        }
    }

    private interface RowWriter<V> extends AutoCloseable {
        void write(List<? extends V> items) throws IOException;

        void end() throws IOException;

        @Override
        void close() throws IOException;
    }

    private final class Lines<V> implements RowWriter<V> {
        private final OutputStream out;
        private final Function<V, Object> shape;

        Lines(OutputStream out, Function<V, Object> shape) {
            this.out = out;
            this.shape = shape;
        }

        @Override
        public void write(List<? extends V> items) throws IOException {
            for (V row : items) {
                out.write(mapper.writeValueAsBytes(shape.apply(row)));
                out.write('\n');
            }
        }

        @Override
        public void end() {
            // Lines need no end.
        }

        @Override
        public void close() {
            // The stream is the caller's.
        }
    }

    private final class Csv<V> implements RowWriter<V> {
        private final OutputStream out;
        private final Class<V> type;
        private boolean withHeader;

        Csv(OutputStream out, Class<V> type, boolean withHeader) {
            this.withHeader = withHeader;
            this.out = out;
            this.type = type;
        }

        @Override
        public void write(List<? extends V> items) throws IOException {
            out.write(formats.csv(new Page<>(items, null), type, false, withHeader));
            withHeader = false;
        }

        @Override
        public void end() {
            // Lines need no end.
        }

        @Override
        public void close() {
            // The stream is the caller's.
        }
    }

    private static final class Sheet<V> implements RowWriter<V> {
        private static final int LONGEST_CELL = 32_767;
        private final Workbook book;
        private final Worksheet sheet;
        private final Export<V> export;
        private final ListFormats formats;
        private int row = 1;

        Sheet(OutputStream out, Export<V> export, ListFormats formats) {
            this.export = export;
            this.formats = formats;
            book = new Workbook(out, "Parole", "1.0");
            sheet = book.newWorksheet(export.name());
            List<String> columns = ListFormats.columns(export.rowType());
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
            }
        }

        @Override
        public void write(List<? extends V> items) throws IOException {
            for (V item : items) {
                if (row > MOST_SHEET_ROWS) {
                    throw new IllegalStateException("A sheet cannot have more rows");
                }
                List<Object> cells = formats.row(item, export.rowType());
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

        @Override
        public void close() {
            // The stream is the caller's.
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Counts bytes and keeps none. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
