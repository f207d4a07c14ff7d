package org.parole.kit.record;

import java.sql.SQLException;

/** A statement of ours that the database did not answer; the mappers tell a lost database from a mistake by the cause. */
public class QueryFailedException extends RuntimeException {

    /** Wraps what JDBC said. */
    public QueryFailedException(SQLException cause) {
        super(cause);
    }
}
