package org.parole.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.parole.quote.support.Api.FAISAL;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.document;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.dev.ServiceDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** A database that ends the session in the middle of a commit. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, initArgs = @ResourceArg(name = "database", value = "lost"), restrictToAnnotatedClass = true)
class LostCommitTest {

    @BeforeEach
    void loseCommits() throws SQLException {
        execute("""
                CREATE FUNCTION lose_session() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$""");
        execute("""
                CREATE CONSTRAINT TRIGGER lose_session AFTER INSERT ON quote
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lose_session()""");
    }

    @AfterEach
    void keepCommits() throws SQLException {
        execute("DROP FUNCTION IF EXISTS lose_session() CASCADE");
    }

    @Test
    void a_write_whose_commit_is_lost_is_not_said_to_be_written_or_not_and_can_be_sent_again() throws SQLException {
        String speaker = speaker();
        Map<String, Object> body = with(quoteBody(document(), speaker), "content", FAISAL);
        String key = UUID.randomUUID().toString();
        add(body, key).then().statusCode(503).header("Retry-After", "2")
                .body("type", equalTo("urn:parole:problem:unavailable"))
                .body("detail", equalTo(
                        "The database was lost while it wrote the change. It is not known whether it was written."
                                + " Send the request again with the same Idempotency-Key, or check first."));
        keepCommits();
        await().until(() -> add(body, key).statusCode() == 201);
        assertThat(get("/quotes?speaker={speaker}", speaker).getList("items.content")).containsExactly(FAISAL);
    }

    private static Response add(Map<String, Object> body, String key) {
        return as("contributor").contentType(ContentType.JSON).header("Idempotency-Key", key).body(body)
                .post("/api/v1/quotes");
    }

    private static void execute(String sql) throws SQLException {
        ServiceDatabase database = PostgresTestResource.database("lost");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.migration().name(),
                database.migration().password()); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
