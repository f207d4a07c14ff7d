package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.gateway.testing.StubbedServices;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Release reports out in the columns of others, and back in by the mapping that is guessed. */
@QuarkusTest
@TestProfile(RealServicesTest.WithRealServices.class)
class PeerColumnsTest extends RelayedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1";
    /** Parties of its own, and numbers of each kind. */
    private static final String TABLE = """
            id,date,published,who,kind,count,claimant,outlet,url,place,quote
            %1$s-1,2019-05-01,2019-05-02,NORTH%1$s_FREES_SOUTH%1$s,batch,40,North%1$s,Daily %1$s,https://example.org/%1$s/1,Alba,North said that forty prisoners had been released.
            %1$s-2,2019-05-02,2019-05-02,NORTH%1$s_FREES_SOUTH%1$s,cumulative,about 50,North%1$s,Daily %1$s,https://example.org/%1$s/1,,About fifty are free by now.
            %1$s-3,2019-05-03,2019-05-03,SOUTH%1$s_FREES_NORTH%1$s,batch,at least 5,South%1$s,Daily %1$s,,,South let five people go.
            %1$s-4,2019-05-04,2019-05-04,SOUTH%1$s_FREES_NORTH%1$s,batch,31-52,South%1$s,Daily %1$s,https://example.org/%1$s/2,,Between thirty-one and fifty-two went home.
            %1$s-5,2019-05-06,2019-05-06,SOUTH%1$s_FREES_NORTH%1$s,planned,up to 400,South%1$s,Daily %1$s,https://example.org/%1$s/3,,Up to four hundred are to follow.
            """;

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY);
    }

    private static JsonNode guessed(String table) throws IOException {
        Response response = admin().contentType("application/octet-stream").body(table.getBytes(StandardCharsets.UTF_8))
                .post(API + "/imports/mappings/guess?format=csv");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return JSON.readTree(response.asString()).path("mapping");
    }

    private static void imported(String name, JsonNode mapping, String table, int rows) {
        Response saved = admin().contentType("application/json").body(mapping.toString())
                .put(API + "/imports/mappings/" + name);
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        Response response = admin().contentType("application/octet-stream").body(table.getBytes(StandardCharsets.UTF_8))
                .post(API + "/imports?format=csv&mapping=" + name);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String job = API + "/imports/" + response.jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(90)).until(
                () -> !List.of("QUEUED", "RUNNING").contains(given().get(job).jsonPath().getString("state")));
        JsonPath ended = given().get(job).jsonPath();
        assertThat(ended.getString("state") + " " + ended.getInt("written"))
                .as(mapping.toPrettyString() + admin().get(job + "/refused").asString()).isEqualTo("DONE " + rows);
    }

    /** What the reports of a data set say that comes back, one in a line. */
    private static List<String> said(String party, String dataset) throws IOException {
        return given().get(API + "/exports/release-reports?party=" + party).asString().lines()
                .map(PeerColumnsTest::read)
                .filter(report -> report.path("dataset").asText().equals(dataset))
                .map(report -> List.of(report.path("claimant").path("name"), report.path("sourceKind"),
                        report.path("stage"), report.path("basis"), report.path("quantity"), report.path("eventOn"),
                        report.path("place"), report.path("commitment"), report.path("outlet"),
                        report.path("publishedAt"), report.path("evidence").path("documentUrl"),
                        report.path("evidence").path("quotation")).toString())
                .sorted().toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ucdp-ged", "acled"})
    void a_table_in_columns_of_others_comes_back_by_its_guessed_mapping(String columns) throws IOException {
        String id = "p" + UUID.randomUUID().toString().substring(0, 8);
        String table = TABLE.formatted(id);
        imported(id, guessed(table), table, 5);
        String party = "north" + id;
        List<String> before = said(party, id);
        assertThat(before).hasSize(5);

        String exported = given()
                .get(API + "/exports/release-reports?format=csv&columns=" + columns + "&party=" + party).asString();
        JsonNode mapping = guessed(exported);
        assertThat(mapping.path("make").asText()).isEqualTo("release-reports");
        imported(id + "-back", mapping, exported, 5);
        assertThat(said(party, id + "-back")).isEqualTo(before);
    }
}
