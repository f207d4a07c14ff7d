package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @Test
    void keeps_its_data_and_its_passwords_to_itself(@TempDir Path directory) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(directory, "secret")) {
            ServiceDatabase quotes = database.create("quotes");
            try (Connection owner = connect(quotes, quotes.migration());
                    Statement statement = owner.createStatement()) {
                statement.execute("CREATE TABLE kept (word text)");
                statement.execute("INSERT INTO kept VALUES ('parole')");
                statement.execute("GRANT SELECT ON kept TO " + quotes.application().name());
            }
        }
        assertThat(Files.getPosixFilePermissions(directory.resolve("data")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (EmbeddedDatabase database = EmbeddedDatabase.keptIn(directory, "secret")) {
            ServiceDatabase quotes = database.create("quotes");
            assertThat(ask(quotes, quotes.application(), "SELECT word FROM kept")).isEqualTo("parole");
            assertThat(ask(quotes, quotes.application(), "SHOW server_version")).startsWith("18.");
            assertThat(ask(quotes, quotes.application(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void lets_the_application_role_work_with_rows_only(@TempDir Path directory) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.thrownAwayIn(directory)) {
            ServiceDatabase tallies = database.create("tallies");
            ServiceDatabase quotes = database.create("quotes");
            assertThatThrownBy(() -> ask(tallies, tallies.application(), "CREATE TABLE mine (id int)"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> ask(tallies, quotes.application(), "SELECT 1")).isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(
                    () -> ask(tallies, new ServiceDatabase.Role(tallies.application().name(), "wrong"), "SELECT 1"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void knows_the_letters_of_all_scripts(@TempDir Path directory) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.thrownAwayIn(directory)) {
            ServiceDatabase quotes = database.create("quotes");
            try (Connection owner = connect(quotes, quotes.migration());
                    Statement statement = owner.createStatement()) {
                statement.execute("CREATE EXTENSION pg_trgm");
            }
            assertThat(ask(quotes, quotes.application(), "SELECT lower('\u00C4\u0416')")).isEqualTo("\u00E4\u0436");
            assertThat(
                    ask(quotes, quotes.application(), "SELECT array_length(show_trgm('\u0641\u06CC\u0635\u0644'), 1)"))
                    .isEqualTo("5");
        }
    }

    @Test
    void leaves_nothing_of_a_database_that_is_thrown_away(@TempDir Path directory) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.thrownAwayIn(directory)) {
            assertThat(database.port()).isPositive();
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).extracting(path -> path.getFileName().toString())
                    .allMatch(name -> name.startsWith("postgres-linux")
                            || name.startsWith("postgres-darwin"));
        }
    }

    @Test
    void knows_the_archive_of_each_machine() {
        assertThat(PostgresBinaries.archiveFor("Linux", "amd64", false)).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveFor("Linux", "amd64", true))
                .isEqualTo("postgres-linux-x86_64-alpine_linux.txz");
        assertThat(PostgresBinaries.archiveFor("Linux", "aarch64", false)).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveFor("Mac OS X", "aarch64", false)).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresBinaries.archiveFor("Mac OS X", "x86_64", false)).isEqualTo("postgres-darwin-x86_64.txz");
    }

    private static String ask(ServiceDatabase database, ServiceDatabase.Role role, String query) throws SQLException {
        try (Connection connection = connect(database, role);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(ServiceDatabase database, ServiceDatabase.Role role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role.name(), role.password());
    }
}
