package org.parole.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is away from one that objects. */
final class DatabaseTrouble {

    private DatabaseTrouble() {
    }

    /**
     * Whether this says that the connection is lost or cannot be had: SQLSTATE class 08 (connection), 57P (the server shuts
     * down or ended the session), 53 (out of resources), or no connection of the pool in time.
     */
    static boolean isGone(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"))
                || state == null && sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout");
    }
}
