package org.parole.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells a database that is away from one that objects. */
public final class DatabaseTrouble {

    private DatabaseTrouble() {
    }

    /**
     * Whether this says that the connection is lost or cannot be had: SQLSTATE class 08 (connection), 57P (the server shuts
     * down or ended the session), 53 (out of resources), or no connection of the pool in time.
     */
    public static boolean isGone(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"))
                || state == null && sql.getMessage() != null
                        && sql.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }

    /** Whether something failed because of a database that {@link #isGone is gone}. */
    public static boolean comesFromOneThatIsGone(Throwable failure) {
        return hasCause(failure, DatabaseTrouble::isGone);
    }

    /** Whether something failed because a statement took longer than it may: SQLSTATE 57014. */
    public static boolean isTooSlow(Throwable failure) {
        return hasCause(failure, cause -> cause instanceof SQLException sql && "57014".equals(sql.getSQLState()));
    }

    private static boolean hasCause(Throwable failure, Predicate<Throwable> wanted) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(wanted);
    }
}
