package org.parole.quote.search;

import java.sql.SQLException;

/** The database did not answer a search. */
public class SearchFailedException extends RuntimeException {

    SearchFailedException(SQLException cause) {
        super(cause);
    }
}
