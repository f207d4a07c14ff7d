package org.parole.gateway.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Saved mappings, as their text. */
@ApplicationScoped
class MappingStore {

    private final Sql sql;

    MappingStore(Sql sql) {
        this.sql = sql;
    }

    /** A saved one; {@code example} is there from the beginning, to start from. */
    Optional<String> find(String name) {
        return sql.query(row -> row.getString(1), "SELECT mapping FROM import_mapping WHERE name = ?", name).stream()
                .findFirst()
                .or(() -> name.equals("example") ? Optional.of(example()) : Optional.empty());
    }

    private static String example() {
        try (InputStream in = MappingStore.class.getResourceAsStream("/imports/example.mapping.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String name, String mapping, String by) {
        sql.update(
                """
                        INSERT INTO import_mapping (name, mapping, saved_at, saved_by) VALUES (?, ?, now(), ?)
                        ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, saved_at = excluded.saved_at, saved_by = excluded.saved_by
                        """,
                name, mapping, by);
    }
}
