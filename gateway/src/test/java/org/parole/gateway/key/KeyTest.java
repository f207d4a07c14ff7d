package org.parole.gateway.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.access.Role;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;
import org.parole.kit.id.Uuid7;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class KeyTest extends StubbedTest {

    @Inject
    ApiKeys keys;

    @Inject
    BootstrapKey bootstrap;

    @Inject
    DataSource database;

    @BeforeEach
    void servicesTakeEverything() {
        quotes.when("GET", "/api/v1/.*", StubService.json(200, "{}"));
        quotes.when("POST", "/api/v1/.*", StubService.json(201, "{}"));
        quotes.when("PATCH", "/api/v1/.*", StubService.json(200, "{}"));
        quotes.when("DELETE", "/api/v1/.*", StubService.raw("HTTP/1.1 204 No Content\r\n\r\n"));
    }

    private String key(Role role) {
        return key(role, null).secret();
    }

    private CreatedKey key(Role role, Instant expiresAt) {
        return keys.create("test-" + Uuid7.next(), role, expiresAt, "test");
    }

    private static ValidatableResponse call(String method, String path, String key) {
        RequestSpecification request = given().contentType("application/json");
        if (key != null) {
            request = request.header("Authorization", "Bearer " + key);
        }
        return request.body("{}").request(method, path).then();
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/quotes, CONTRIBUTOR, 201", "PATCH, /api/v1/quotes/1, EDITOR, 200",
            "DELETE, /api/v1/quotes/1, EDITOR, 204", "POST, /api/v1/speakers/1/merge, EDITOR, 201",
            "POST, /api/v1/quotes/1/relations, CONTRIBUTOR, 201"})
    void a_write_needs_its_role_or_a_higher_one(String method, String path, Role needed, int allowed) {
        call(method, path, null).statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:parole:problem:unauthenticated"));
        for (Role role : Role.values()) {
            if (role.compareTo(needed) >= 0) {
                call(method, path, key(role)).statusCode(allowed);
            } else {
                call(method, path, key(role)).statusCode(403).body("type", equalTo("urn:parole:problem:forbidden"));
            }
        }
        assertThat(quotes.received()).hasSize(Role.values().length - needed.ordinal());
    }

    @Test
    void reading_needs_no_key_and_takes_any_that_works() {
        call("GET", "/api/v1/quotes", null).statusCode(200);
        call("GET", "/api/v1/quotes", key(Role.READER)).statusCode(200);
    }

    @Test
    void a_key_may_come_in_a_header_of_its_own() {
        given().header("X-API-Key", key(Role.CONTRIBUTOR)).contentType("application/json").body("{}")
                .post("/api/v1/quotes")
                .then().statusCode(201);
        assertThat(quotes.last().headers()).doesNotContainKey("x-api-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parole_", "parole_short", "parole_0123456789abcdef0123456789abcdef0123456789abcdeX",
            "something.else.entirely", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", ""})
    void a_key_or_token_that_is_none_is_refused_even_for_reading(String key) {
        call("GET", "/api/v1/quotes", key).statusCode(401).body("type", equalTo("urn:parole:problem:unauthenticated"));
        assertThat(quotes.received()).isEmpty();
    }

    @Test
    void a_key_that_has_expired_is_refused() {
        call("GET", "/api/v1/quotes", key(Role.ADMIN, Instant.now().minusSeconds(1)).secret()).statusCode(401);
    }

    @Test
    void a_key_stops_working_when_it_is_revoked_though_it_was_remembered() {
        CreatedKey key = key(Role.CONTRIBUTOR, null);
        call("POST", "/api/v1/quotes", key.secret()).statusCode(201);
        keys.revoke(key.key().id(), "test");
        call("POST", "/api/v1/quotes", key.secret()).statusCode(401);
        assertThat(keys.get(key.key().id()).state()).isEqualTo(KeyView.State.REVOKED);
    }

    @Test
    void the_last_use_is_written_down() {
        CreatedKey key = key(Role.READER, null);
        assertThat(keys.get(key.key().id()).lastUsedAt()).isNull();
        call("GET", "/api/v1/quotes", key.secret()).statusCode(200);
        await().untilAsserted(() -> assertThat(keys.get(key.key().id()).lastUsedAt()).isNotNull());
    }

    @Test
    void nothing_in_the_table_is_a_key() throws SQLException {
        CreatedKey key = key(Role.READER, null);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT *, hash = sha256(CAST('" + key.secret()
                                + "' AS bytea)) AS unsalted FROM api_key"
                                + " WHERE id = '" + key.key().id() + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean("unsalted")).isFalse();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                byte[] value = row.getBytes(i);
                assertThat(value == null ? "" : new String(value, StandardCharsets.ISO_8859_1))
                        .doesNotContain(key.secret().substring(20));
            }
        }
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void a_restart_with_the_same_first_key_makes_no_second_one() {
        long before = count();
        bootstrap.atStart(null);
        assertThat(count()).isEqualTo(before);
        call("POST", "/api/v1/quotes", StubbedServices.BOOTSTRAP_KEY).statusCode(201);
    }

    private long count() {
        return keys.all().size();
    }

    @Test
    void a_method_that_no_rule_allows_is_not_passed_on() {
        call("PUT", "/api/v1/quotes", StubbedServices.BOOTSTRAP_KEY).statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, POST")
                .body("type", equalTo("urn:parole:problem:method-not-allowed"));
        assertThat(quotes.received()).isEmpty();
    }

    private static ValidatableResponse make(String body) {
        return given().header("Authorization", ADMIN).contentType("application/json").body(body).post("/api/v1/keys")
                .then();
    }

    @Test
    void an_admin_makes_lists_and_revokes_keys() {
        String name = "newsroom-" + Uuid7.next();
        ExtractableResponse<Response> made = make(
                "{\"name\": \"" + name + "\", \"role\": \"contributor\", \"expiresAt\": \"2099-01-01T00:00:00Z\"}")
                .statusCode(201).header("Cache-Control", "no-store").body("key.state", equalTo("IN_FORCE"))
                .body("key.createdBy", equalTo("bootstrap")).extract();
        String secret = made.path("secret");
        String id = made.path("key.id");
        call("POST", "/api/v1/quotes", secret).statusCode(201);

        given().header("Authorization", ADMIN).get("/api/v1/keys").then().statusCode(200)
                .body("items.find { it.id == '" + id + "' }.name", equalTo(name))
                .body("items.find { it.id == '" + id + "' }.startsWith", equalTo(secret.substring(0, 15)))
                .body("items.any { it.containsKey('secret') || it.containsKey('hash') }", equalTo(false));

        call("DELETE", "/api/v1/keys/" + id, StubbedServices.BOOTSTRAP_KEY).statusCode(204);
        call("POST", "/api/v1/quotes", secret).statusCode(401);
        given().header("Authorization", ADMIN).get("/api/v1/keys/" + id).then().statusCode(200)
                .body("state", equalTo("REVOKED")).body("revokedBy", equalTo("bootstrap"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|/name", "{\"name\": \" \", \"role\": \"editor\"}|/name",
            "{\"name\": \"a\", \"role\": \"owner\"}|/role",
            "{\"name\": \"a\", \"role\": \"editor\", \"expiresAt\": \"2001-01-01T00:00:00Z\"}|/expiresAt"})
    void a_key_that_makes_no_sense_is_not_made(String body, String pointer) {
        make(body).statusCode(422).body("errors.pointer", org.hamcrest.Matchers.hasItem(pointer));
    }

    @Test
    void two_keys_in_force_cannot_have_one_name() {
        String body = "{\"name\": \"twice-" + Uuid7.next() + "\", \"role\": \"reader\"}";
        make(body).statusCode(201);
        make(body).statusCode(409).body("errors.pointer", org.hamcrest.Matchers.contains("/name"));
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/keys", "POST, /api/v1/keys", "GET, /api/v1/keys/1", "DELETE, /api/v1/keys/1"})
    void nobody_but_an_admin_sees_or_makes_keys(String method, String path) {
        call(method, path, null).statusCode(401);
        call(method, path, key(Role.EDITOR)).statusCode(403);
    }
}
