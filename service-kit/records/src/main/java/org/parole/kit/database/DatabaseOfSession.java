package org.parole.kit.database;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.customized.QuarkusConnectionProvider;
import io.quarkus.hibernate.orm.runtime.tenant.TenantConnectionResolver;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/**
 * Tells Hibernate which database a session is to read, as one of two tenants: that is its way to have several databases with the
 * same tables. Asked for only where {@code quarkus.hibernate-orm.multitenant=DATABASE}.
 */
@PersistenceUnitExtension
@ApplicationScoped
public class DatabaseOfSession implements TenantResolver, TenantConnectionResolver {

    private static final String PRIMARY = "primary";

    private final Database database;

    DatabaseOfSession(Database database) {
        this.database = database;
    }

    @Override
    public String getDefaultTenantId() {
        return PRIMARY;
    }

    @Override
    public String resolveTenantId() {
        return database.isReplica() ? Database.REPLICA : PRIMARY;
    }

    /** Asked once for each of the two, and kept. */
    @Override
    public ConnectionProvider resolve(String tenant) {
        return tenant.equals(PRIMARY)
                ? new PatientProvider(database.primary())
                : new QuarkusConnectionProvider(database.replica().orElseThrow());
    }

    private static final class PatientProvider extends QuarkusConnectionProvider {

        private final transient PatientPool primary;

        private PatientProvider(PatientPool primary) {
            super(primary.pool());
            this.primary = primary;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return primary.get();
        }
    }
}
