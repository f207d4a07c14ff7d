package org.parole.kit.dev;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** The embedded PostgreSQL under supervision; the services find it again at the same port. */
final class SupervisedDatabase implements Supervisor.Supervised {

    private final EmbeddedDatabase database;
    private final BooleanSupplier ending;

    /** Watches a database until {@code ending}: then its end is wanted. */
    SupervisedDatabase(EmbeddedDatabase database, BooleanSupplier ending) {
        this.database = database;
        this.ending = ending;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean isRunning() {
        return database.isRunning() || ending.getAsBoolean();
    }

    @Override
    public String howItEnded() {
        return "ended by itself";
    }

    @Override
    public void startAgain() throws IOException {
        database.startAgain();
    }

    @Override
    public boolean isReady() {
        // It was waited for.
        return true;
    }
}
