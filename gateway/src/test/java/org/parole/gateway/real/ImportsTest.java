package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.StubbedServices;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tables on their way through guess, mapping and import into both services, and out again as tallies. */
@QuarkusTest
@TestProfile(RealServicesTest.WithRealServices.class)
class ImportsTest extends RelayedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMPORTS = "/api/v1/imports";
    private static final String SMALL = """
            id,date,published,who,kind,count,claimant,outlet,url,quote
            %1$s-1,2019-05-01,2019-05-02,NORTH%2$s_FREES_SOUTH%2$s,batch,40,North%2$s,Daily %2$s,https://example.org/%1$s/1,North said that forty prisoners had been released.
            %1$s-2,2019-05-02,2019-05-02,NORTH%2$s_FREES_SOUTH%2$s,batch,12,North%2$s,Daily %2$s,https://example.org/%1$s/1,Twelve more followed on Thursday.
            %1$s-3,2019-05-03,2019-05-03,SOUTH%2$s_FREES_NORTH%2$s,batch,five,South%2$s,Daily %2$s,,South let five people go.
            """;

    @Inject
    DataSource database;

    @BeforeEach
    void begin() {
        Sample.loadOnce();
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY);
    }

    private static Response guess(String table) {
        Response response = admin().contentType("application/octet-stream").body(table.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "/mappings/guess?format=csv");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    private static ObjectNode guessed(String table) throws IOException {
        return (ObjectNode) JSON.readTree(guess(table).asString()).path("mapping");
    }

    private static void save(String name, JsonNode mapping) {
        Response response = admin().contentType("application/json").body(mapping.toString())
                .put(IMPORTS + "/mappings/" + name);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    private static Response send(String parameters, byte[] table) {
        return admin().contentType("application/octet-stream").body(table).post(IMPORTS + "?format=csv&" + parameters);
    }

    private static JsonPath taken(String parameters, String table) {
        Response response = send(parameters, table.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        assertThat(response.header("Location")).endsWith("/api/v1/imports/" + response.jsonPath().getString("id"));
        return ended(response.jsonPath().getString("id"));
    }

    private static JsonPath ended(String id) {
        await().atMost(Duration.ofSeconds(90)).until(
                () -> !List.of("QUEUED", "RUNNING")
                        .contains(given().get(IMPORTS + "/" + id).jsonPath().getString("state")));
        return given().get(IMPORTS + "/" + id).jsonPath();
    }

    private static void assertCounts(JsonPath job, String state, int written, int alreadyThere, int revised,
            int refused) {
        assertThat(job.getString("state") + " " + job.getInt("written") + " " + job.getInt("alreadyThere") + " "
                + job.getInt("revised") + " "
                + job.getInt("refused"))
                .as(job.prettify() + given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                        .get(IMPORTS + "/" + job.getString("id") + "/refused").asString())
                .isEqualTo(state + " " + written + " " + alreadyThere + " " + revised + " " + refused);
        assertThat(job.getInt("rowsRead")).isEqualTo(written + alreadyThere + revised + refused);
    }

    /** A small table of parties of its own, and a saved mapping for it. */
    private static String small(String id, String suffix) throws IOException {
        String table = SMALL.formatted(id, suffix);
        save(id, guessed(table));
        return table;
    }

    private static List<Integer> figures(String commitment) {
        Response reports = given().get("/api/v1/release-reports?limit=200&commitment=" + commitment);
        return reports.statusCode() == 200
                ? reports.jsonPath().getList("items.quantity.min", Integer.class).stream().sorted().toList()
                : List.of();
    }

    private static String fresh() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void the_claims_of_2020_come_to_the_tallies_of_the_documentation_and_twice_to_nothing_new() throws IOException {
        String table = claimsOf2020();
        ObjectNode mapping = guessed(table);
        String suffix = fresh();
        // The sample has commitments of these parties already; these are to stand alone.
        mapping.set("commitments",
                JSON.readTree(
                        """
                                [{"slug": "%1$s-taliban-prisoners", "releasingParty": "afghan-government", "receivingParty": "taliban", "category": "Taliban prisoners",
                                  "quantity": {"comparator": "EXACTLY", "min": 5000, "max": 5000}},
                                 {"slug": "%1$s-government-captives", "releasingParty": "taliban", "receivingParty": "afghan-government", "category": "captives",
                                  "quantity": {"comparator": "EXACTLY", "min": 1000, "max": 1000}}]
                                """
                                .formatted(suffix)));
        ((ObjectNode) mapping.path("claimants")).set("Suhail Shaheen (Taliban)",
                JSON.readTree(
                        "{\"name\": \"Suhail Shaheen\", \"kind\": \"PERSON\", \"speaksFor\": \"Taliban\", \"party\": \"taliban\"}"));
        ((ObjectNode) mapping.path("claimants")).set("Zalmay Khalilzad",
                JSON.readTree("{\"name\": \"Zalmay Khalilzad\", \"kind\": \"PERSON\", \"sourceKind\": \"MEDIATOR\"}"));
        ((ObjectNode) mapping.path("claimants")).set("Ashraf Ghani",
                JSON.readTree("{\"name\": \"Ashraf Ghani\", \"kind\": \"PERSON\", \"party\": \"afghan-government\"}"));
        mapping.set("rows", JSON.readTree(
                """
                        {"afg-009": {"stage": "ANNOUNCED"},
                         "afg-011": {"also": [{"releasingParty": "taliban", "receivingParty": "afghan-government", "quantity": "20"}]},
                         "afg-012": {"category": "Afghan government servicemen"},
                         "afg-013": {"category": "servicemen", "outOf": "60"},
                         "afg-020": {"eventSince": "2020-05-06"},
                         "afg-029": {"quoteKind": "DIRECT"},
                         "afg-032": {"also": [{"stage": "DENIED", "claimant": "=outlet"}]}}
                        """));
        save(suffix, mapping);
        assertCounts(taken("mapping=" + suffix, table), "DONE", 33, 0, 0, 0);
        assertThat(given().get("/api/v1/release-reports?limit=200&commitment=" + suffix + "-taliban-prisoners")
                .jsonPath().getList("items")).hasSize(25);
        for (String side : List.of("taliban-prisoners", "government-captives")) {
            Map<String, String> printed = printed(side);
            assertThat(printed).hasSizeGreaterThan(5);
            printed.forEach((day, figures) -> {
                JsonPath tally = given()
                        .get("/api/v1/tallies/" + suffix + "-" + side + "?on=" + day + "&publishedBy=2020-07-12")
                        .jsonPath();
                assertThat(tally.getString("released.low") + " " + tally.getString("released.best") + " "
                        + tally.getString("released.high"))
                        .as(side + " on " + day).isEqualTo(figures);
            });
        }
        assertCounts(taken("mapping=" + suffix, table), "DONE", 0, 33, 0, 0);
        assertThat(given().get("/api/v1/release-reports?limit=200&commitment=" + suffix + "-taliban-prisoners")
                .jsonPath().getList("items")).hasSize(25);
    }

    /** The claims of the sample as a researcher keeps them. */
    private static String claimsOf2020() throws IOException {
        StringBuilder table = new StringBuilder(
                "ref,as of,printed,direction,kind,how many,qualifier,according to,paper,address,quote\n");
        for (JsonNode claim : JSON.readTree(Files.readString(Sample.FOLDER.resolve("release-reports.json")))) {
            String label = claim.path("label").asText();
            if (!label.equals(claim.path("csvId").asText())) {
                continue;
            }
            JsonNode report = claim.path("report");
            JsonNode quantity = report.path("quantity");
            boolean announced = report.path("stage").asText().equals("ANNOUNCED");
            String basis = report.path("basis").asText();
            boolean expected = announced && basis.equals("CUMULATIVE");
            String kind = basis.equals("TOTAL")
                    ? "target"
                    : basis.equals("CUMULATIVE")
                            ? "cumulative"
                            : announced && !label.equals("afg-009") ? "planned" : "batch";
            JsonNode claimant = report.path("claimant");
            String organ = claimant.path("speaksFor").asText("");
            String who = claimant.path("name").asText()
                    + (organ.isEmpty() || claimant.path("name").asText().contains(organ) ? "" : " (" + organ + ")");
            String via = report.path("reportingChain").path(0).path("name").asText("");
            String[] cells = {label, report.path("eventOn").asText(), report.path("publishedAt").asText(),
                    report.path("commitment").asText().endsWith("prisoners")
                            ? "GOV_FREES_TALIBAN"
                            : "TALIBAN_FREES_GOV",
                    kind,
                    quantity.path("min").asText(quantity.path("max").asText()),
                    expected ? "expected" : switch (quantity.path("comparator").asText()) {
                        case "UP_TO" -> "up-to";
                        case "ABOUT" -> "about";
                        default -> "exact";
                    }, who,
                    via.isEmpty() ? report.path("outlet").asText() : via + " via " + report.path("outlet").asText(),
                    claim.path("document").path("url").asText(), claim.path("quote").path("content").asText()};
            List<String> quoted = new ArrayList<>();
            for (String cell : cells) {
                quoted.add('"' + cell.replace("\"", "\"\"") + '"');
            }
            table.append(String.join(",", quoted)).append('\n');
        }
        return table.toString();
    }

    /** The figures that docs/tallies.md prints, by day. */
    private static Map<String, String> printed(String side) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "tallies.md"));
        String part = text.substring(text.indexOf("`us-taliban-2020-" + side + "`\n\n|"));
        Map<String, String> figures = new LinkedHashMap<>();
        for (String line : part.substring(part.indexOf("|---|"), part.indexOf("\n\n| since")).split("\n")) {
            if (line.startsWith("| 2020")) {
                String[] cells = line.replace(",", "").split("\\s*\\|\\s*");
                figures.put(cells[1], cells[2] + " " + cells[3] + " " + cells[4]);
            }
        }
        return figures;
    }

    @Test
    void a_corrected_file_revises_what_was_corrected_and_undoing_it_brings_the_old_figure_back() throws IOException {
        String id = fresh();
        String table = small(id, id);
        String commitment = "north" + id + "-frees-south" + id;
        JsonPath first = taken("mapping=" + id, table);
        assertCounts(first, "DONE", 3, 0, 0, 0);
        assertThat(figures(commitment)).containsExactly(12, 40);
        JsonPath second = taken("mapping=" + id,
                table.replace(",40,", ",41,") + id + "-4,2019-05-04,2019-05-04,NORTH" + id + "_FREES_SOUTH" + id
                        + ",batch,3,North" + id + ",Daily " + id + ",https://example.org/" + id + "/2,Three.\n");
        assertCounts(second, "DONE", 1, 2, 1, 0);
        assertThat(figures(commitment)).containsExactly(3, 12, 41);
        JsonPath document = given().get("/api/v1/documents?url=https://example.org/" + id + "/1").jsonPath();
        assertThat(document.getList("items")).hasSize(1);
        Response undone = admin().contentType("application/json").body("{\"reason\": \"The old file was right\"}")
                .post(IMPORTS + "/" + second.getString("id") + "/retraction");
        assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60)).until(
                () -> given().get(IMPORTS + "/" + second.getString("id")).jsonPath().getString("state")
                        .equals("UNDONE"));
        assertThat(figures(commitment)).containsExactly(12, 40);
        assertThat(admin().contentType("application/json").body("{\"reason\": \"Again\"}")
                .post(IMPORTS + "/" + second.getString("id") + "/retraction")
                .statusCode()).isEqualTo(409);
        admin().contentType("application/json").body("{\"reason\": \"All of it\"}")
                .post(IMPORTS + "/" + first.getString("id") + "/retraction");
        await().atMost(Duration.ofSeconds(60)).until(
                () -> given().get(IMPORTS + "/" + first.getString("id")).jsonPath().getString("state")
                        .equals("UNDONE"));
        assertThat(figures(commitment)).isEmpty();
        assertThat(given().get("/api/v1/documents?url=https://example.org/" + id + "/1").jsonPath().getList("items"))
                .isEmpty();
        assertCounts(taken("mapping=" + id, table), "DONE", 3, 0, 0, 0);
        assertThat(figures(commitment)).containsExactly(12, 40);
    }

    @Test
    void one_bad_row_is_refused_and_told_and_a_strict_import_writes_nothing() throws IOException {
        String id = fresh();
        String table = small(id, id) + id + "-9,soon,2019-05-03,NORTH" + id + "_FREES_SOUTH" + id + ",batch,many,North"
                + id + ",Daily " + id + ",,\"x, y\"\n"
                + id + "-1,2019-05-09,2019-05-09,NORTH" + id + "_FREES_SOUTH" + id + ",batch,2,North" + id + ",Daily "
                + id + ",,Twice.\n";
        JsonPath strict = taken("strict=true&mapping=" + id, table);
        assertThat(strict.getString("state")).isEqualTo("FAILED");
        assertThat(strict.getString("problem")).contains("2 rows were refused").contains("nothing was written");
        assertThat(figures("north" + id + "-frees-south" + id)).isEmpty();
        JsonPath job = taken("mapping=" + id, table);
        assertCounts(job, "DONE", 3, 0, 0, 2);
        Response refused = admin().get(IMPORTS + "/" + job.getString("id") + "/refused");
        assertThat(refused.jsonPath().getList("items.line", Integer.class)).containsExactly(5, 5, 6);
        assertThat(refused.jsonPath().getList("items.pointer", String.class)).containsExactly("/count", "/date", "");
        assertThat(refused.jsonPath().getString("items[1].reason")).isEqualTo("is no date: 'soon'");
        assertThat(refused.jsonPath().getString("items[2].reason"))
                .isEqualTo("has the same id as line 2: " + id + "-1");
        assertThat(refused.jsonPath().getString("items[0].content")).endsWith("\"x, y\"");
        assertThat(admin().accept("text/csv").get(IMPORTS + "/" + job.getString("id") + "/refused").asString().lines()
                .count()).isEqualTo(4);
        assertThat(given().get(IMPORTS + "/" + job.getString("id") + "/refused").statusCode()).isEqualTo(401);
    }

    @Test
    void what_a_service_refuses_is_refused_and_the_other_rows_of_its_document_are_taken() throws IOException {
        String id = fresh();
        // A release that is reported a day before it happened.
        JsonPath job = taken("mapping=" + id,
                small(id, id).replace("2019-05-02,2019-05-02,NORTH", "2019-05-04,2019-05-02,NORTH"));
        assertCounts(job, "DONE", 2, 0, 0, 1);
        assertThat(
                admin().get(IMPORTS + "/" + job.getString("id") + "/refused").jsonPath().getString("items[0].pointer"))
                .isEqualTo("/publishedAt");
        assertThat(figures("north" + id + "-frees-south" + id)).containsExactly(40);
    }

    @Test
    void a_dry_run_writes_nothing_and_says_what_it_would() throws IOException {
        String id = fresh();
        String table = small(id, id);
        JsonPath job = taken("dryRun=true&mapping=" + id, table);
        assertCounts(job, "DONE", 3, 0, 0, 0);
        assertThat(given().get("/api/v1/commitments/north" + id + "-frees-south" + id).statusCode()).isEqualTo(404);
        assertThat(admin().contentType("application/json").body("{\"reason\": \"x y z\"}")
                .post(IMPORTS + "/" + job.getString("id") + "/retraction")
                .statusCode()).isEqualTo(409);
    }

    @Test
    void a_compressed_table_is_taken_and_its_events_end_with_the_import() throws IOException {
        String id = fresh();
        String table = small(id, id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(table.getBytes(StandardCharsets.UTF_8));
        }
        Response response = send("mapping=" + id + "&dataset=my set&licence=CC-BY-4.0", bytes.toByteArray());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String job = response.jsonPath().getString("id");
        String events = given().accept("text/event-stream").get(IMPORTS + "/" + job + "/events").asString();
        assertThat(events.strip().lines().filter(line -> line.startsWith("data:")).reduce((a, b) -> b).orElseThrow())
                .contains("\"DONE\"")
                .contains("\"my set\"").contains("\"CC-BY-4.0\"");
        Response cut = send("mapping=" + id, java.util.Arrays.copyOf(bytes.toByteArray(), 60));
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(cut.jsonPath().getString("detail")).contains("broken or ends in the middle");
        assertCounts(ended(sent("mapping=" + id + "&dataset=my set", zstd(table.getBytes(StandardCharsets.UTF_8)))),
                "DONE", 0, 3, 0, 0);
    }

    @Test
    void undoing_retracts_a_document_that_was_taken_in_right_before_a_crash() throws IOException, SQLException {
        String id = fresh();
        String table = small(id, id);
        JsonPath first = taken("mapping=" + id, table);
        String job = first.getString("id");
        // As a gateway leaves it that dies after the intake and before its account, and is followed by another.
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String change : List.of("DELETE FROM import_record WHERE import_id = '" + job + "'",
                    "DELETE FROM import_document WHERE import_id = '" + job + "'",
                    "UPDATE import_row SET state = 'PENDING' WHERE import_id = '" + job + "'",
                    "UPDATE import_job SET state = 'RUNNING', ended_at = NULL, written = 0 WHERE id = '" + job + "'")) {
                statement.execute(change);
            }
            connection.commit();
        }
        assertCounts(ended(job), "DONE", 3, 0, 0, 0);
        assertThat(figures("north" + id + "-frees-south" + id)).containsExactly(12, 40);
        admin().contentType("application/json").body("{\"reason\": \"All of it\"}")
                .post(IMPORTS + "/" + job + "/retraction").then().statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(IMPORTS + "/" + job).jsonPath().getString("state").equals("UNDONE"));
        assertThat(given().get("/api/v1/documents?url=https://example.org/" + id + "/1").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void exports_name_the_data_set_and_the_licence_of_a_table_until_it_is_undone() throws IOException {
        String id = fresh();
        JsonPath job = taken("mapping=" + id + "&dataset=set " + id + "&licence=CC-BY-SA-4.0 " + id, small(id, id));
        for (String what : List.of("release-reports", "quotes", "documents")) {
            assertThat(licenceIn(what, "set " + id)).as(what).isEqualTo("CC-BY-SA-4.0 " + id);
            Response rows = given().get("/api/v1/exports/" + what);
            assertThat(rows.asString().lines().filter(row -> row.contains("\"dataset\":\"set " + id
                    + "\",\"licence\":\"CC-BY-SA-4.0 " + id + "\""))).as(what).isNotEmpty();
        }
        admin().contentType("application/json").body("{\"reason\": \"Another licence\"}")
                .post(IMPORTS + "/" + job.getString("id") + "/retraction").then().statusCode(202);
        await().atMost(Duration.ofSeconds(60)).until(
                () -> given().get(IMPORTS + "/" + job.getString("id")).jsonPath().getString("state")
                        .equals("UNDONE"));
        for (String what : List.of("release-reports", "quotes", "documents")) {
            assertThat(licenceIn(what, "set " + id)).as(what).isNull();
        }
    }

    private static String licenceIn(String what, String dataset) {
        Response manifest = given().get("/api/v1/exports/" + what + "/datapackage.json?format=ndjson");
        assertThat(manifest.statusCode()).as(manifest.asString()).isEqualTo(200);
        return manifest.jsonPath().getString("sources.find { it.title == '" + dataset + "' }.licence");
    }

    private static byte[] zstd(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(bytes)) {
            zstd.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String sent(String parameters, byte[] table) {
        Response response = send(parameters, table);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        return response.jsonPath().getString("id");
    }

    @Test
    void a_bomb_or_a_compressed_file_that_is_cut_stages_nothing() throws IOException {
        String id = fresh();
        byte[] table = small(id, id).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        ByteArrayOutputStream zstandard = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped);
                ZstdOutputStream zstd = new ZstdOutputStream(zstandard)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
                zstd.write(zeros);
            }
        }
        String before = admin().get(IMPORTS + "?limit=1").jsonPath().getString("items[0].id");
        for (byte[] bomb : List.of(gzipped.toByteArray(), zstandard.toByteArray())) {
            assertThat(bomb).hasSizeLessThan(200_000);
            assertThat(send("mapping=" + id, bomb).statusCode()).isEqualTo(413);
            assertThat(admin().contentType("application/octet-stream").body(bomb)
                    .post(IMPORTS + "/mappings/guess?format=csv").statusCode()).isEqualTo(413);
        }
        byte[] whole = zstd(table);
        assertThat(send("mapping=" + id, java.util.Arrays.copyOf(whole, whole.length / 2)).statusCode())
                .isEqualTo(400);
        assertThat(admin().contentType("application/octet-stream").header("Content-Encoding", "gzip").body(table)
                .post(IMPORTS + "?format=csv&mapping=" + id).statusCode()).isEqualTo(400);
        assertThat(admin().get(IMPORTS + "?limit=1").jsonPath().getString("items[0].id")).isEqualTo(before);
    }

    @Test
    void the_same_table_twice_at_once_is_taken_in_once() throws IOException {
        String id = fresh();
        byte[] table = small(id, id).getBytes(StandardCharsets.UTF_8);
        String one = sent("mapping=" + id, table);
        String other = sent("mapping=" + id, table);
        JsonPath first = ended(one);
        JsonPath second = ended(other);
        assertThat(first.getInt("written") + second.getInt("written")).isEqualTo(3);
        assertThat(first.getInt("alreadyThere") + second.getInt("alreadyThere")).isEqualTo(3);
        assertThat(figures("north" + id + "-frees-south" + id)).containsExactly(12, 40);
    }

    @Test
    void bytes_that_are_no_text_refuse_their_row_and_no_other() throws IOException {
        String id = fresh();
        ObjectNode mapping = guessed(SMALL.formatted(id, id));
        mapping.withObjectProperty("layout").put("charset", "UTF-8");
        save(id, mapping);
        byte[] table = SMALL.formatted(id, id).getBytes(StandardCharsets.UTF_8);
        int at = new String(table, StandardCharsets.ISO_8859_1).indexOf("Twelve");
        table[at] = (byte) 0xC3;
        JsonPath job = ended(sent("mapping=" + id, table));
        assertCounts(job, "DONE", 2, 0, 0, 1);
        JsonPath refused = admin().get(IMPORTS + "/" + job.getString("id") + "/refused").jsonPath();
        assertThat(refused.getInt("items[0].line")).isEqualTo(3);
        assertThat(refused.getString("items[0].reason")).contains("no text in the encoding of the file");
    }

    @Test
    void what_is_wrong_with_a_request_is_told_before_anything_is_staged() throws IOException {
        String id = fresh();
        String table = small(id, id);
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        assertThat(send("dataset=x", bytes).jsonPath().getString("errors[0].pointer")).isEqualTo("mapping");
        assertThat(send("mapping=nobody-saved-this", bytes).statusCode()).isEqualTo(400);
        Response missing = send("mapping=" + id, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.jsonPath().getString("errors[0].detail"))
                .contains("is not a column of the table, which has: a, b");
        Response workbook = admin().contentType("application/octet-stream").body(bytes)
                .post(IMPORTS + "?format=xlsx&mapping=" + id);
        assertThat(workbook.statusCode()).isEqualTo(422);
        assertThat(workbook.jsonPath().getString("detail"))
                .isEqualTo("1 field is wrong: the body is not a workbook (xlsx), or is cut off");
        Response empty = send("mapping=" + id, "\n".getBytes(StandardCharsets.UTF_8));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.jsonPath().getString("detail")).isEqualTo("1 field is wrong: the body has no rows");
        assertThat(admin().contentType("application/octet-stream").body(bytes).post(IMPORTS + "?format=word")
                .jsonPath().getString("errors[0].detail"))
                .endsWith("or csv, tsv or xlsx for a table, which the gateway takes");
        Response wrong = admin().contentType("application/json").body("{\"columns\": {\"a\": \"evntOn\"}}")
                .put(IMPORTS + "/mappings/" + id);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.jsonPath().getString("errors[0].pointer")).isEqualTo("/columns/a");
        assertThat(given().contentType("application/octet-stream").body(bytes)
                .post(IMPORTS + "?format=csv&mapping=" + id).statusCode()).isEqualTo(401);
        assertThat(given().get(IMPORTS + "/mappings/" + id).jsonPath().getString("columns.count"))
                .isEqualTo("quantity");
        assertThat(given().get(IMPORTS + "/mappings/nobody-saved-this").statusCode()).isEqualTo(404);
    }
}
