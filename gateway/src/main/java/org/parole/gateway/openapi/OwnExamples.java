package org.parole.gateway.openapi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Keys and an intake of the gateway's own database, for the examples of the API document. */
@ApplicationScoped
class OwnExamples {

    private static final String QUERY = """
            SELECT (SELECT count(*) FROM api_key),
                   (SELECT id FROM api_key ORDER BY created_at, id LIMIT 1),
                   (SELECT id FROM api_key WHERE revoked_at IS NULL AND name LIKE '%example-%' ORDER BY created_at, id LIMIT 1),
                   (SELECT id FROM intake WHERE state = 'COMMITTED' ORDER BY created_at DESC, id LIMIT 1)""";

    private final DataSource database;

    OwnExamples(DataSource database) {
        this.database = database;
    }

    /**
     * What there is.
     *
     * @param keys how many keys there have been
     * @param ids by their placeholders
     */
    record Found(long keys, Map<String, String> ids) {

        static final Found NOTHING = new Found(0, Map.of());
    }

    /** Asks the database; nothing where it cannot be reached, because the document is served all the same. */
    Found find() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Map<String, String> ids = new HashMap<>();
            put(ids, "c001", row.getString(2));
            put(ids, "c002", row.getString(3));
            put(ids, "e001", row.getString(4));
            return new Found(row.getLong(1), ids);
        } catch (SQLException e) {
            return Found.NOTHING;
        }
    }

    private static void put(Map<String, String> ids, String placeholder, String id) {
        if (id != null) {
            ids.put(Examples.PLACEHOLDER + placeholder, id);
        }
    }
}
