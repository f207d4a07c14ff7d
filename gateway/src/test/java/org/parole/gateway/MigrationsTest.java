package org.parole.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.MigrationRun;

/** Rows that were there before a migration are there after it, and the application's role may use what it makes. */
class MigrationsTest {

    @Test
    void rows_and_rights_survive_the_migration() {
        MigrationRun run = new MigrationRun().migrateTo("0.1")
                .execute(
                        "insert into idempotency_key (caller, operation, key, request_hash) values ('a', 'b', 'c', '')")
                .migrateTo("latest")
                .execute("insert into api_key (id, lookup, salt, hash, name, role, created_at, created_by) values"
                        + " (gen_random_uuid(), 'x', '', '', 'desk', 'EDITOR', now(), 'admin')");
        assertThat(run.value("select key from idempotency_key")).isEqualTo("c");
        assertThat(run.value("select name from api_key where revoked_at is null")).isEqualTo("desk");
    }
}
