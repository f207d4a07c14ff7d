package org.parole.gateway.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;
import org.parole.gateway.imports.mapping.Mapping;
import org.parole.gateway.imports.mapping.RowReader;
import org.parole.gateway.imports.mapping.RowReading;
import org.parole.gateway.imports.table.Table;
import org.parole.gateway.imports.table.TableFormat;
import org.parole.gateway.imports.table.TableLayout;
import org.parole.gateway.imports.table.TableRow;
import org.parole.gateway.imports.table.Tables;
import org.parole.gateway.imports.table.UnreadableTableException;
import org.parole.kit.id.Uuid7;
import org.parole.kit.imports.Decompression;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;

/** Receives a table: keeps it as a file while it comes, then stages its rows, all of them or none. */
@ApplicationScoped
class Receiver {

    private static final int LOOKED_AT = 200;
    private static final int AT_ONCE = 500;

    private final RowStore store;
    private final ImportsConfig config;

    Receiver(RowStore store, ImportsConfig config) {
        this.store = store;
        this.config = config;
    }

    /** What is done with a table that was received. */
    @FunctionalInterface
    interface Use<T> {
        T of(List<TableRow> head, TableLayout layout, Table rest) throws IOException;
    }

    /** Stages a table as a new import; 422 where its headings are not the mapping's, or it is none of that format. */
    UUID stage(Upload upload, Mapping mapping, String mappingText, InputStream body, String encoding, Caller caller) {
        UUID id = Uuid7.next();
        read(upload.format(), mapping.layout(), body, encoding, (head, layout, rest) -> {
            List<TableRow> header = header(head, layout);
            List<String> headings = TableLayout.headings(header.isEmpty() ? head : header);
            List<FieldError> missing = mapping.missing(headings);
            if (!missing.isEmpty()) {
                throw ProblemException.invalidBody(missing);
            }
            RowReader reader = new RowReader(mapping, headings, upload.dataset());
            return store.transaction(connection -> {
                JobStore.add(connection, id, upload, caller, mappingText, headings);
                long after = header.isEmpty() ? 0 : header.get(header.size() - 1).line();
                Staging staging = new Staging(connection, id, reader);
                for (TableRow row : head) {
                    staging.add(row.line() > after ? row : null);
                }
                while (rest.hasNext()) {
                    staging.add(rest.next());
                }
                staging.flush();
                RowStore.count(connection, id, RowStore.Counts.ofRead(staging.read));
                RowStore.settleKeys(connection, id);
                return id;
            });
        });
        return id;
    }

    /** Reads the beginning of a table, or all of it. */
    <T> T read(TableFormat format, TableLayout known, InputStream body, String encoding, Use<T> use) {
        try {
            Path file = Files.createTempFile("import", "." + format.word());
            try {
                keep(body, encoding, file);
                try (Table table = Tables.open(file, format, known)) {
                    List<TableRow> head = Tables.head(table, LOOKED_AT);
                    if (head.isEmpty()) {
                        throw new UnreadableTableException("has no rows");
                    }
                    return use.of(head, Tables.located(head, known), table);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (UnreadableTableException e) {
            throw ProblemException.invalidBody("", e.getMessage());
        } catch (IOException e) {
            throw ProblemException.malformed("The body could not be read to its end.");
        }
    }

    static List<TableRow> header(List<TableRow> head, TableLayout layout) {
        return head.stream().filter(row -> row.line() >= layout.headerLine()).limit(layout.headerLines()).toList();
    }

    /** Keeps the body as a file, unpacked; a small file may unpack to more than the disk holds. */
    private void keep(InputStream body, String encoding, Path file) throws IOException {
        try (InputStream plain = Decompression.of(body, encoding, config.largest().asLongValue());
                OutputStream out = Files.newOutputStream(file)) {
            plain.transferTo(out);
        }
    }

    /** Stages rows, some at a time. */
    private static final class Staging {
        private final Connection connection;
        private final UUID id;
        private final RowReader reader;
        private final List<StagedRow> waiting = new ArrayList<>();
        private long read;

        Staging(Connection connection, UUID id, RowReader reader) {
            this.connection = connection;
            this.id = id;
            this.reader = reader;
        }

        void add(TableRow row) throws SQLException {
            if (row == null) {
                return;
            }
            read++;
            RowReading reading = reader.read(row);
            if (!reading.defects().isEmpty()) {
                RowStore.refuse(connection, id, row, reading.defects());
                return;
            }
            waiting.add(new StagedRow(row, reading.key(), reading.hasId(), hash(reading.documentKey())));
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() throws SQLException {
            RowStore.stage(connection, id, waiting);
            waiting.clear();
        }

        private static String hash(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
