package org.parole.kit.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import org.flywaydb.core.Flyway;

/** A new database that is migrated version by version, so that a test can insert rows in between. */
public final class MigrationRun {

    private final ServiceDatabase database = PostgresTestResource
            .database("migration_" + UUID.randomUUID().toString().replace('-', '_'));

    /** Applies the service's own migrations up to a version, or {@code latest}, as the role that owns the tables. */
    public MigrationRun migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.migration().name(), database.migration().password())
                .locations("classpath:db/kit", "classpath:db/migration").target(version)
                .placeholders(Map.of("app_role", database.application().name())).load().migrate();
        return this;
    }

    /** Runs a statement as the application's role. */
    public MigrationRun execute(String sql) {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a statement as the role that owns the tables. */
    public MigrationRun executeAsOwner(String sql) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as text; null where it is NULL. */
    public String value(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new IllegalStateException("No row: " + sql);
            }
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection of the application's role; the caller closes it. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.application().name(),
                database.application().password());
    }
}
