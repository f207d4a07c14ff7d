package org.parole.kit.problem;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;

class DatabaseFailuresTest {

    private static AgroalDataSource pool(String url, ServiceDatabase database) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(
                pool -> pool.maxSize(1).acquisitionTimeout(Duration.ofSeconds(2)).connectionFactoryConfiguration(
                        connection -> connection.jdbcUrl(url)
                                .principal(new NamePrincipal(database.application().name()))
                                .credential(new SimplePassword(database.application().password())))));
    }

    @Test
    void a_pool_that_is_empty_and_a_server_that_is_away_are_a_database_that_is_gone_and_a_wrong_statement_is_not()
            throws SQLException, IOException {
        ServiceDatabase database = PostgresTestResource.database("trouble");
        try (AgroalDataSource pool = pool(database.jdbcUrl(), database); Connection only = pool.getConnection()) {
            assertThatThrownBy(pool::getConnection).matches(DatabaseFailures::isUnavailable,
                    "nobody gave a connection back in time");
            assertThatThrownBy(() -> only.createStatement().execute("select nothing"))
                    .matches(failure -> !DatabaseFailures.isUnavailable(failure), "the statement is wrong");
        }
        try (AgroalDataSource pool = pool("jdbc:postgresql://127.0.0.1:1/none", database)) {
            assertThatThrownBy(pool::getConnection).matches(DatabaseFailures::isUnavailable, "nothing listens there");
        }
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AgroalDataSource pool = pool("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none",
                        database)) {
            assertThatThrownBy(pool::getConnection).matches(DatabaseFailures::isUnavailable, "nobody answers there");
        }
    }
}
