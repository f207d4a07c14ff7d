package org.parole.kit.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks Parquet files in tests, by DuckDB, which is to be among the dependencies of the test. */
public final class Parquet {

    private Parquet() {
    }

    /**
     * The rows of an answer, their cells joined by bars.
     *
     * @param query in SQL, with a file's path in quotation marks as a table
     */
    public static List<String> ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }
}
