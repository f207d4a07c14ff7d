package org.parole.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parole.kit.dev.DoorTestResource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** While the database is away nobody waits for it. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.BehindADoor.class)
class DatabaseAwayTest {

    /** No other database but the one that can be shut away. */
    public static class BehindADoor implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DoorTestResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** How long nobody waits, however busy the machine. */
    private static final Duration SOON = Duration.ofSeconds(4);
    /** What it takes by itself. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(1);

    /** Characters of a quote that is copied {@link #COPIES} times: more than 12 MB together. */
    private static final int LONG = 8_000;
    private static final int COPIES = 1_600;

    @TestHTTPResource("/api/v1/quotes")
    URI quotes;

    @Inject
    DataSource database;

    @AfterEach
    void open() {
        DoorTestResource.open();
    }

    @Test
    void requests_are_refused_soon_and_served_again_when_it_is_back() {
        given().get("/api/v1/quotes").then().statusCode(200);
        DoorTestResource.shut();
        await().until(() -> given().get("/api/v1/quotes").statusCode() == 503);
        assertRefusedSoon();
        DoorTestResource.silence();
        assertRefusedSoon();
        DoorTestResource.open();
        await().atMost(Duration.ofSeconds(20)).until(() -> given().get("/api/v1/quotes").statusCode() == 200);
        add().then().statusCode(201);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void a_list_whose_database_goes_away_in_the_middle_does_not_look_whole(HttpClient.Version version)
            throws Exception {
        String speaker = speaker();
        copy(created("/quotes", with(quoteBody(document(), speaker), "content", "we talk ".repeat(LONG / 8)))
                .getString("id"));
        HttpRequest all = HttpRequest.newBuilder(URI.create(quotes + "?format=csv&speaker=" + speaker)).version(version)
                .build();
        HttpClient client = HttpClient.newHttpClient();
        try (InputStream list = client.send(all, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(list.readNBytes(3)).asString(StandardCharsets.UTF_8).isEqualTo("id,");
            DoorTestResource.shut();
            assertThatThrownBy(list::readAllBytes).isInstanceOf(IOException.class);
        }
        DoorTestResource.open();
        await().atMost(Duration.ofSeconds(20)).until(() -> given().get("/api/v1/quotes").statusCode() == 200);
        assertThat(client.send(all, HttpResponse.BodyHandlers.ofLines()).body()).hasSize(1 + 1 + COPIES);
    }

    /** More of a quote than the buffers between the service and a client that does not read hold. */
    private void copy(String quote) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            String columns;
            try (ResultSet row = statement.executeQuery("select string_agg(column_name, ', ') from"
                    + " information_schema.columns where table_name = 'quote' and column_name <> 'id'"
                    + " and is_generated = 'NEVER'")) {
                row.next();
                columns = row.getString(1);
            }
            statement.execute("insert into quote (id, " + columns + ") select uuidv7(), " + columns
                    + " from quote, generate_series(1, " + COPIES + ") where id = '" + quote + "'");
        }
    }

    private static Response add() {
        return as("contributor").contentType(ContentType.JSON).body("{\"name\":\"Away\",\"kind\":\"OTHER\"}")
                .post("/api/v1/outlets");
    }

    private static void assertRefusedSoon() {
        assertThat(refusals(() -> given().get("/api/v1/quotes"))).allMatch(took -> took.compareTo(SOON) < 0)
                .anyMatch(took -> took.compareTo(BY_ITSELF) < 0);
        assertThat(refusals(DatabaseAwayTest::add)).allMatch(took -> took.compareTo(SOON) < 0)
                .anyMatch(took -> took.compareTo(BY_ITSELF) < 0);
    }

    /** How long some requests take to be refused. */
    private static List<Duration> refusals(Supplier<Response> request) {
        return IntStream.range(0, 5).mapToObj(n -> {
            Instant before = Instant.now();
            request.get().then().statusCode(503).header("Retry-After", equalTo("2"))
                    .body("type", equalTo("urn:parole:problem:unavailable"));
            return Duration.between(before, Instant.now());
        }).toList();
    }
}
