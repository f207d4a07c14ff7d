package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PostgresTestResourceTest {

    @Test
    void tells_a_service_its_database_and_its_roles() throws Exception {
        Map<String, String> configuration = new PostgresTestResource().start();
        try (Connection connection = DriverManager.getConnection(configuration.get("quarkus.datasource.jdbc.url"),
                configuration.get("quarkus.flyway.username"), configuration.get("quarkus.flyway.password"))) {
            assertThat(connection.getCatalog()).isEqualTo("test");
        }
        assertThat(configuration).containsEntry("quarkus.flyway.placeholders.app_role", "test_app")
                .containsEntry("quarkus.datasource.username", "test_app")
                .containsEntry("mp.jwt.verify.issuer", "parole-gateway").containsEntry("quarkus.http.test-port", "0");
        assertThat(configuration.get("mp.jwt.verify.publickey")).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void serves_every_test_of_the_jvm_from_one_server() {
        assertThat(new PostgresTestResource().start()).isEqualTo(new PostgresTestResource().start());
        assertThat(PostgresTestResource.database("other").jdbcUrl()).endsWith("/other");
    }
}
