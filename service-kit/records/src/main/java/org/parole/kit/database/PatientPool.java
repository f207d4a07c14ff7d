package org.parole.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.parole.kit.problem.DatabaseFailures;

import io.agroal.api.AgroalDataSource;

/**
 * The connections of a pool. While nobody gets one, the database is away, and who asks is refused after the pool's acquisition timeout,
 * which is short. While others get one, the pool is only busy, or making many at once, and who asks waits for longer.
 */
final class PatientPool {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AgroalDataSource pool;
    private volatile long lastGiven = System.nanoTime();

    PatientPool(AgroalDataSource pool) {
        this.pool = pool;
    }

    AgroalDataSource pool() {
        return pool;
    }

    Connection get() throws SQLException {
        long began = System.nanoTime();
        while (true) {
            long asked = System.nanoTime();
            try {
                Connection connection = pool.getConnection();
                lastGiven = System.nanoTime();
                return connection;
            } catch (SQLException e) {
                if (!DatabaseFailures.isPoolTimeout(e) || lastGiven - asked < 0 || asked - began > PATIENCE.toNanos()) {
                    throw e;
                }
            }
        }
    }
}
