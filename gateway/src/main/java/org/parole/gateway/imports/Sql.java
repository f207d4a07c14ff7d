package org.parole.gateway.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Short statements and transactions on the gateway's database. */
@ApplicationScoped
class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Does it all or none of it. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ImportStoreException(e);
        }
    }

    int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return update(connection, sql, parameters);
        } catch (SQLException e) {
            throw new ImportStoreException(e);
        }
    }

    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(RowReading<T> reading, String sql, Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return query(connection, reading, sql, parameters);
        } catch (SQLException e) {
            throw new ImportStoreException(e);
        }
    }

    static <T> List<T> query(Connection connection, RowReading<T> reading, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        }
    }

    static void bind(Connection connection, PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof List<?> list) {
                statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** The database did not do it, or did and could not say so. */
    static final class ImportStoreException extends RuntimeException {
        private ImportStoreException(SQLException cause) {
            super(cause);
        }
    }
}
