package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ReplicaTestResourceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void the_replica_follows_also_after_it_was_lost() throws Exception {
        var servers = new ReplicaTestResource();
        try {
            Map<String, String> configuration = servers.start();
            assertThat(ReplicaTestResource.ask("select pg_is_in_recovery()")).isEqualTo("t");
            try (Connection primary = DriverManager.getConnection(configuration.get("quarkus.datasource.jdbc.url"),
                    configuration.get("quarkus.flyway.username"), configuration.get("quarkus.flyway.password"));
                    Statement statement = primary.createStatement()) {
                statement.execute("create schema one");
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(schemas(configuration)).isEqualTo(1));
                ReplicaTestResource.haltReplica();
                statement.execute("create schema two");
                ReplicaTestResource.startReplica();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(schemas(configuration)).isEqualTo(2));
            }
        } finally {
            servers.stop();
        }
    }

    private static int schemas(Map<String, String> configuration) throws SQLException {
        try (Connection replica = DriverManager.getConnection(
                configuration.get("quarkus.datasource.replica.jdbc.url"),
                configuration.get("quarkus.datasource.replica.username"),
                configuration.get("quarkus.datasource.replica.password"));
                Statement statement = replica.createStatement();
                ResultSet row = statement
                        .executeQuery("select count(*) from pg_namespace where nspname in ('one', 'two')")) {
            row.next();
            return row.getInt(1);
        }
    }
}
