package org.parole.quote.quote;

import java.sql.SQLException;

/** A statement of ours that the database did not answer; the mappers tell a lost database from a mistake by the cause. */
class QueryFailedException extends RuntimeException {

    QueryFailedException(SQLException cause) {
        super(cause);
    }
}
