package org.parole.kit.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;

/** What is said of a database that does not fit. Looked at as the application's role, which cannot migrate. */
class SchemaCheckTest {

    @TempDir
    Path later;

    private ServiceDatabase database;
    private final List<SchemaReady> told = new ArrayList<>();

    @BeforeEach
    void makeDatabase() {
        database = PostgresTestResource.database("schema_" + UUID.randomUUID().toString().replace('-', '_'));
    }

    private FluentConfiguration as(ServiceDatabase.Role role) {
        return Flyway.configure().dataSource(database.jdbcUrl(), role.name(), role.password())
                .locations("classpath:db/kit", "classpath:db/migration").ignoreMigrationPatterns(new String[0])
                .placeholders(Map.of("app_role", database.application().name()));
    }

    private void migrateTo(String version) {
        as(database.migration()).target(version).load().migrate();
    }

    private Optional<String> look(FluentConfiguration flyway) {
        return new SchemaCheck(flyway.load(), told::add, Optional.of(database.jdbcUrl() + "?password=x"), false).look();
    }

    private Optional<String> look() {
        return look(as(database.application()));
    }

    @Test
    void a_database_that_fits_is_told_once() {
        migrateTo("latest");
        assertThat(look()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void an_empty_database_waits_for_the_migration() {
        assertThat(look())
                .hasValue("the database has no schema yet, and this program needs 1. Waiting for the migration.");
        assertThat(told).isEmpty();
    }

    @Test
    void an_older_schema_waits_for_the_migration() {
        migrateTo("0.1");
        assertThat(look())
                .hasValue("the database has schema version 0.1, and this program needs 1. Waiting for the migration.");
        assertThat(told).isEmpty();
    }

    @Test
    void a_newer_schema_is_not_served() throws IOException {
        Files.writeString(later.resolve("V7__later.sql"), "create table later (id int);");
        as(database.migration()).locations("classpath:db/kit", "classpath:db/migration", "filesystem:" + later).load()
                .migrate();
        assertThat(look())
                .hasValueSatisfying(said -> assertThat(said).startsWith(
                        "the database has schema version 7, which is newer than the 1 that this program knows."));
        assertThat(told).isEmpty();
    }

    @Test
    void a_schema_of_other_sources_is_not_served() throws IOException {
        Files.writeString(later.resolve("V1__note.sql"), "create table note (id int);");
        as(database.migration()).locations("classpath:db/kit", "filesystem:" + later).load().migrate();
        assertThat(look()).hasValueSatisfying(
                said -> assertThat(said).startsWith("the database's schema is not the one that this program knows: "));
        assertThat(told).isEmpty();
    }

    @Test
    void a_wrong_password_is_named_and_not_shown() {
        assertThat(look(as(new ServiceDatabase.Role(database.application().name(), "wrong"))))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("the database " + database.jdbcUrl() + " cannot be used: ")
                        .contains("password authentication failed for user \"" + database.application().name() + "\"")
                        .doesNotContain("\n", "wrong"));
    }

    @Test
    void a_database_that_cannot_be_reached_is_named() {
        database = new ServiceDatabase("jdbc:postgresql://127.0.0.1:1/none", database.application(),
                database.migration());
        assertThat(look()).hasValueSatisfying(said -> assertThat(said).startsWith(
                "the database jdbc:postgresql://127.0.0.1:1/none cannot be used: Connection to 127.0.0.1:1 refused."));
    }
}
