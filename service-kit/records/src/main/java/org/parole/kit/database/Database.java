package org.parole.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;

/**
 * The database that answers the thread's work: the primary, or a replica inside {@link #callOnReplica}. Code that needs a
 * connection takes it from here, and so does Hibernate ({@link DatabaseOfSession}), so that one answer is never made of two
 * databases.
 */
@ApplicationScoped
public class Database {

    /** The name of the second data source. */
    public static final String REPLICA = "replica";

    // An answer is made by one thread from beginning to end.
    private final ThreadLocal<Boolean> onReplica = new ThreadLocal<>();

    private final PatientPool primary;
    private final AgroalDataSource replica;

    Database(AgroalDataSource primary, @DataSource(REPLICA) InjectableInstance<AgroalDataSource> replica) {
        this.primary = new PatientPool(primary);
        // A service may have none at all, or one without an address.
        this.replica = replica.isResolvable() && replica.getHandle().getBean().isActive() ? replica.get() : null;
    }

    /** A connection to the database that answers. */
    public Connection getConnection() throws SQLException {
        return isReplica() ? replica.getConnection() : primary.get();
    }

    /** Whether what is read now is a replica. */
    public boolean isReplica() {
        return onReplica.get() != null;
    }

    /** The replicas' connections, where there are any. */
    public Optional<AgroalDataSource> replica() {
        return Optional.ofNullable(replica);
    }

    /** Does something with a replica for the database. */
    public <T> T callOnReplica(Callable<T> work) throws Exception {
        onReplica.set(true);
        try {
            return work.call();
        } finally {
            onReplica.remove();
        }
    }

    PatientPool primary() {
        return primary;
    }
}
