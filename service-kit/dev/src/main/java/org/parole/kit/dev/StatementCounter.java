package org.parole.kit.dev;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts what a service sends to its database of {@link PostgresTestResource}, as the server saw it. */
public final class StatementCounter {

    private static final int TRIES = 3;

    private StatementCounter() {
    }

    /**
     * What was sent.
     *
     * @param statements how many statements, without BEGIN and COMMIT
     * @param transactions how many transactions were begun; a statement without one is one of its own
     * @param text each statement behind the number of its calls, to be read where there are too many
     */
    public record Sent(long statements, long transactions, String text) {
    }

    /** What the application sends to a database while something is done: the fewest of three times. */
    public static Sent during(String database, Runnable work) throws SQLException {
        // Work in the background of the service can only add to it.
        Sent fewest = once(database, work);
        for (int again = 1; again < TRIES; again++) {
            Sent sent = once(database, work);
            if (sent.transactions() < fewest.transactions()
                    || sent.transactions() == fewest.transactions() && sent.statements() < fewest.statements()) {
                fewest = sent;
            }
        }
        return fewest;
    }

    private static Sent once(String database, Runnable work) throws SQLException {
        ServiceDatabase service = PostgresTestResource.database(database);
        try (Connection connection = PostgresTestResource.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            work.run();
            try (PreparedStatement count = connection.prepareStatement("select"
                    + " coalesce(sum(calls) filter (where query not in ('BEGIN', 'COMMIT')), 0),"
                    + " coalesce(sum(calls) filter (where query = 'BEGIN'), 0),"
                    + " string_agg(calls || ' ' || query, E'\\n' order by stats_since, query) from pg_stat_statements s"
                    + " join pg_roles r on r.oid = s.userid and r.rolname = ?"
                    + " where s.dbid = (select oid from pg_database where datname = current_database())")) {
                count.setString(1, service.application().name());
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return new Sent(row.getLong(1), row.getLong(2), row.getString(3));
                }
            }
        }
    }
}
