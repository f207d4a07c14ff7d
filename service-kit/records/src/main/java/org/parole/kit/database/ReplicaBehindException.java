package org.parole.kit.database;

/** The replica has not replayed all that an answer depends on; the primary is to be asked. */
public class ReplicaBehindException extends RuntimeException {

    /** Without a trace: it ends in a second try and nowhere else. */
    public ReplicaBehindException() {
        super("The replica is behind", null, false, false);
    }
}
