package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parole.gateway.testing.RunningService;
import org.parole.gateway.testing.StubbedServices;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Kills the packaged gateway at random moments of an import of a table, the upload included, and starts it again: in the end every row
 * has its document, its quote and its report, once. It takes its time, so that it is asked for: {@code -Dparole.table-kills=20}, and
 * {@code -Dparole.imports.seed} to repeat some.
 */
@EnabledIfSystemProperty(named = "parole.table-kills", matches = "\\d+")
class TablesKilledIT {

    private static final int KILLS = Integer.getInteger("parole.table-kills", 5);
    private static final long SEED = Long.getLong("parole.imports.seed", System.nanoTime());
    private static final int ROWS = 120;
    private static final int ROWS_OF_A_DOCUMENT = 2;
    private static final String IMPORTS = "/api/v1/imports";

    private final List<RunningService> running = new ArrayList<>();
    private RunningService quotes;
    private RunningService gateway;

    @AfterEach
    void stop() {
        running.forEach(RunningService::close);
    }

    private RunningService service(String name, String heap, Map<String, String> environment) {
        RunningService service = new RunningService(name, "killed" + name.substring(0, 5),
                Path.of("target", "killed-" + name + ".log"), heap, environment);
        running.add(service);
        return service;
    }

    @Test
    void a_gateway_that_is_killed_at_any_moment_takes_every_row_in_once() throws Exception {
        Map<String, String> key = RunningService.trustingTests();
        quotes = service("quote-service", "256m", key).start();
        RunningService tallies = service("tally-service", "256m", key).start();
        gateway = service("gateway", "192m",
                RunningService.gatewayOver(quotes, tallies,
                        Map.of("PAROLE_IMPORTS_LEASE", "PT2S", "PAROLE_INTAKE_RECOVER_EVERY", "1s",
                                "PAROLE_INTAKE_FIRST_RETRY", "PT1S")))
                .start();
        Random random = new Random(SEED);
        List<String> moments = new ArrayList<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (int round = 1; round <= KILLS; round++) {
            String name = "killed" + round;
            byte[] table = table(name).getBytes(StandardCharsets.UTF_8);
            saveMapping(name, table);
            int moment = random.nextInt(20, 6_000);
            CompletableFuture<String> uploaded = CompletableFuture.supplyAsync(() -> upload(name, table));
            // No condition to wait for: the point is that the moment may be any.
            TimeUnit.MILLISECONDS.sleep(moment);
            gateway.kill();
            long done = documents(name);
            gateway.start();
            String id = answered(uploaded);
            moments.add(moment + " ms: "
                    + (id == null ? "in the upload" : done + " of " + ROWS / ROWS_OF_A_DOCUMENT + " documents"));
            JsonPath job = ended(id == null ? upload(name, table) : id);
            assertThat(job.getString("state")).as(job.prettify() + moments + ", seed " + SEED).isEqualTo("DONE");
            assertThat(job.getInt("written") + job.getInt("alreadyThere")).as(job.prettify()).isEqualTo(ROWS);
            assertThat(job.getInt("refused")).as(job.prettify()).isZero();
            assertEachOnce(name, moments);
            ids.put(name, job.getString("id"));
        }
        JsonPath again = ended(upload("killed1", table("killed1").getBytes(StandardCharsets.UTF_8)));
        assertThat(again.getInt("alreadyThere")).as(again.prettify()).isEqualTo(ROWS);
        assertEachOnce("killed1", moments);
        for (Map.Entry<String, String> taken : ids.entrySet()) {
            undo(taken.getValue());
            assertThat(documents(taken.getKey())).as("documents of %s left, %s, seed %d", taken.getKey(), moments, SEED)
                    .isZero();
        }
        System.out.println("Killed at " + moments + ", seed " + SEED);
    }

    private static String table(String name) {
        StringBuilder table = new StringBuilder("id,date,published,who,kind,count,claimant,outlet,url,quote\n");
        IntStream.range(0, ROWS)
                .forEach(i -> table
                        .append("%1$s-%2$d,2019-05-01,2019-05-02,NORTH%1$s_FREES_SOUTH%1$s,batch,%3$d,North%1$s,"
                                .formatted(name, i, i + 1))
                        .append("Daily %1$s,https://example.org/%1$s/%2$d,North %1$s said that row %3$d had gone home.\n"
                                .formatted(name, i / ROWS_OF_A_DOCUMENT, i)));
        return table.toString();
    }

    private RequestSpecification admin() {
        return given().baseUri(gateway.url()).header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY);
    }

    private void saveMapping(String name, byte[] table) throws JsonProcessingException {
        String guess = admin().contentType("application/octet-stream").body(table)
                .post(IMPORTS + "/mappings/guess?format=csv").then().statusCode(200).extract().asString();
        String mapping = new ObjectMapper().readTree(guess).path("mapping").toString();
        admin().contentType("application/json").body(mapping).put(IMPORTS + "/mappings/" + name).then()
                .statusCode(200);
    }

    private String upload(String name, byte[] table) {
        return admin().contentType("application/octet-stream").body(table)
                .post(IMPORTS + "?format=csv&mapping=" + name).then().statusCode(202).extract().path("id");
    }

    private void undo(String id) {
        admin().contentType("application/json").body("{\"reason\": \"The end of the test\"}")
                .post(IMPORTS + "/" + id + "/retraction").then().statusCode(202);
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(
                () -> admin().get(IMPORTS + "/" + id).jsonPath().getString("state"), "UNDONE"::equals);
    }

    /** The id of the import, if the gateway lived to say it; else null. */
    private String answered(CompletableFuture<String> uploaded) throws InterruptedException, TimeoutException {
        try {
            return uploaded.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // It did not survive the upload; nobody has promised anything, and the same file may come again.
            return null;
        }
    }

    private JsonPath ended(String id) {
        return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().until(
                () -> admin().get(IMPORTS + "/" + id).jsonPath(), job -> job.getString("endedAt") != null);
    }

    private void assertEachOnce(String name, List<String> moments) throws SQLException {
        List<Integer> figures = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = given().baseUri(gateway.url())
                    .get("/api/v1/release-reports?limit=100&commitment=north" + name + "-frees-south" + name + cursor)
                    .then().statusCode(200).extract().jsonPath();
            figures.addAll(page.getList("items.quantity.min", Integer.class));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        assertThat(figures).as("%s, seed %d", moments, SEED).containsExactlyInAnyOrderElementsOf(
                IntStream.rangeClosed(1, ROWS).boxed().toList());
        assertThat(documents(name)).as("%s, seed %d", moments, SEED).isEqualTo(ROWS / ROWS_OF_A_DOCUMENT);
        assertThat(number("select count(*) from quote where is_current and not retracted and content like 'North "
                + name + " said that row %'")).isEqualTo(ROWS);
        assertThat(number("select count(*) from speaker where is_current and not retracted and name = 'North" + name
                + "'")).isEqualTo(1);
        assertThat(number("select count(*) from outlet where is_current and not retracted and name = 'Daily " + name
                + "'")).isEqualTo(1);
    }

    private long documents(String name) throws SQLException {
        return number("select count(*) from document where is_current and not retracted and url like"
                + " 'https://example.org/" + name + "/%'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(quotes.database().jdbcUrl(),
                quotes.database().application().name(), quotes.database().application().password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
