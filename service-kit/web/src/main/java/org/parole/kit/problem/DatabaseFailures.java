package org.parole.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.transaction.xa.XAException;

/** Classifies failures of JDBC: the database is unavailable, too slow, or it refuses the statement. */
public final class DatabaseFailures {

    private static final String DISK_FULL = "53100";

    private static final String UNEXPECTED_BY_DRIVER = "99999";

    private DatabaseFailures() {
    }

    /**
     * Whether this exception says that the connection is lost or could not be made: SQLSTATE class 08 (connection), 57P (the
     * server shuts down or has ended the session), 53 (out of resources, but for the disk), or a timeout of the connection pool.
     */
    public static boolean isUnavailable(Throwable cause) {
        if (cause instanceof AssertionError) {
            // The driver throws it where a connection is lost in the middle of a batch, and no SQLException.
            return cause.getStackTrace().length > 0
                    && cause.getStackTrace()[0].getClassName().startsWith("org.postgresql.");
        }
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P")
                        || state.startsWith("53") && !state.equals(DISK_FULL))
                || isPoolTimeout(sql);
    }

    /**
     * Whether this exception says that a connection pool did not wait any longer. Then it also interrupts the making of a connection, which
     * the driver calls unexpected.
     */
    public static boolean isPoolTimeout(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? failure.getMessage() != null
                        && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout")
                : state.equals(UNEXPECTED_BY_DRIVER);
    }

    /** Whether this exception says that there is no room on the database's disk: SQLSTATE 53100. */
    public static boolean isFull(Throwable cause) {
        return cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState());
    }

    /**
     * Whether the exception or one of its causes says that the database {@link #isUnavailable is unavailable}, or that it was
     * {@link #isLostAtCommit lost at the commit}.
     */
    public static boolean isCausedByUnavailable(Throwable failure) {
        return hasCause(failure, DatabaseFailures::isUnavailable) || isLostAtCommit(failure);
    }

    /** Whether the exception or one of its causes says that a statement ran into its timeout: SQLSTATE 57014. */
    public static boolean isCausedByTimeout(Throwable failure) {
        return hasCause(failure, cause -> cause instanceof SQLException sql && "57014".equals(sql.getSQLState()));
    }

    /**
     * Whether the exception says that the database {@link #isUnavailable became unavailable} while it was asked to commit. Then it is not
     * known whether it did. The transaction manager suppresses this exception in its own, of which it is no cause.
     */
    public static boolean isLostAtCommit(Throwable failure) {
        return causes(failure).flatMap(cause -> Stream.of(cause.getSuppressed()))
                .anyMatch(suppressed -> suppressed instanceof XAException
                        && causes(suppressed).anyMatch(DatabaseFailures::isUnavailable));
    }

    private static boolean hasCause(Throwable failure, Predicate<Throwable> wanted) {
        return causes(failure).anyMatch(wanted);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
