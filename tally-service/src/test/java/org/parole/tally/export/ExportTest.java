package org.parole.tally.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.support.Api.agreementBody;
import static org.parole.tally.support.Api.commitmentBody;
import static org.parole.tally.support.Api.created;
import static org.parole.tally.support.Api.exactly;
import static org.parole.tally.support.Api.get;
import static org.parole.tally.support.Api.party;
import static org.parole.tally.support.Api.report;
import static org.parole.tally.support.Api.reportBody;
import static org.parole.tally.support.Api.with;
import static org.parole.tally.support.Problems.assertInvalidParameter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.Parquet;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ExportTest {

    private String releasing;
    private String receiving;
    private String agreement;
    private String commitment;

    @BeforeEach
    void commit() {
        releasing = party();
        receiving = party();
        agreement = created("/agreements", agreementBody(releasing, receiving)).getString("slug");
        commitment = created("/commitments", with(commitmentBody(), "agreement", agreement, "releasingParty",
                releasing, "receivingParty", receiving, "category", "prisoners", "quantity", exactly(100)))
                .getString("slug");
    }

    private static Response export(String what) {
        Response answer = given().get("/api/v1/exports/" + what);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** The only row of a CSV, by its columns. */
    private static Map<String, String> row(Response csv) {
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(2);
        String[] names = lines.get(0).split(",", -1);
        // A comma within quotation marks has an odd number of them behind it.
        String[] cells = lines.get(1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        assertThat(cells).hasSameSizeAs(names);
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i].replace("\"", ""), cells[i].replace("\"", ""));
        }
        return row;
    }

    @Test
    void tallies_have_a_row_for_each_commitment_as_the_single_tallies_say() {
        report(with(reportBody(commitment), "basis", "CUMULATIVE", "quantity", exactly(40), "eventOn", "2020-04-08"));
        report(with(reportBody(commitment), "basis", "CUMULATIVE", "quantity", exactly(70), "eventOn", "2020-05-20",
                "publishedAt", "2020-05-20"));
        String other = created("/commitments", with(commitmentBody(), "agreement", agreement, "releasingParty",
                receiving, "receivingParty", releasing, "category", "soldiers")).getString("slug");
        Response ndjson = export("tallies?agreement=" + agreement + "&on=2020-05-31");
        List<JsonPath> rows = ndjson.asString().lines().map(JsonPath::new).toList();
        assertThat(rows).extracting(row -> row.getString("commitment"))
                .isEqualTo(List.of(commitment, other).stream().sorted().toList());
        JsonPath row = rows.stream().filter(one -> one.getString("commitment").equals(commitment)).findFirst()
                .orElseThrow();
        JsonPath tally = get("/tallies/" + commitment + "?on=2020-05-31");
        assertThat(row.getLong("best")).isEqualTo(70).isEqualTo(tally.getLong("released.best"));
        assertThat(row.getString("lowClaimant")).isEqualTo(tally.getString("released.bounds.low.claimant"));
        assertThat(row.getInt("promisedMax")).isEqualTo(100);
        assertThat(row.getLong("remainingBest")).isEqualTo(30).isEqualTo(tally.getLong("remaining.best"));
        assertThat(row.getInt("conflictCount")).isEqualTo(tally.getInt("conflictCount"));
        assertThat(row.getString("rules")).isEqualTo("2");
        assertThat(row.getString("asOf")).isEqualTo(ndjson.header("Export-As-Of"));
        assertThat(row.getString("releasingParty")).isEqualTo(releasing);
        JsonPath nothing = rows.stream().filter(one -> one.getString("commitment").equals(other)).findFirst()
                .orElseThrow();
        assertThat(nothing.getString("best")).isNull();
        assertThat(nothing.getString("reason")).isNotBlank();
        assertThat(new JsonPath(export("tallies?agreement=" + agreement + "&on=2020-05-31&publishedBy=2020-05-01&party="
                + releasing).asString().lines().filter(line -> line.contains(commitment)).findFirst().orElseThrow())
                .getLong("best")).isEqualTo(40);
    }

    @Test
    void tallies_come_as_csv_and_parquet_with_the_same_values_and_a_manifest_that_tells_the_file()
            throws IOException, SQLException, NoSuchAlgorithmException {
        report(with(reportBody(commitment), "basis", "CUMULATIVE", "quantity", exactly(40)));
        Response csv = export("tallies?format=csv&on=2020-05-31&agreement=" + agreement);
        String asOf = csv.header("Export-As-Of");
        Map<String, String> row = row(csv);
        assertThat(row).containsEntry("best", "40").containsEntry("promisedMax", "100")
                .containsEntry("remainingBest", "60").containsEntry("on", "2020-05-31");
        String file = "format=parquet&on=2020-05-31&agreement=" + agreement + "&asOf=" + asOf;
        Response parquet = export("tallies?" + file);
        JsonPath manifest = export("tallies/datapackage.json?" + file).jsonPath();
        assertThat(manifest.getString("resources[0].hash")).isEqualTo("sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(parquet.asByteArray())));
        assertThat(manifest.getString("resources[0].path")).isEqualTo("tallies.parquet");
        assertThat(manifest.getInt("resources[0].rows")).isEqualTo(1);
        JsonPath table = export("tallies/datapackage.json?format=csv&agreement=" + agreement).jsonPath();
        assertThat(table.getList("resources[0].schema.fields.name", String.class)).contains("remainingLow",
                "conflictCount", "rules");
        Path saved = Files.createTempFile("tallies", ".parquet");
        try {
            Files.write(saved, parquet.asByteArray());
            assertThat(Parquet.ask("select commitment, best, promisedMax, remainingBest, \"on\", len(conflicts) from '"
                    + saved + "'")).containsExactly(commitment + "|40|100|60|2020-05-31|0");
        } finally {
            Files.delete(saved);
        }
    }

    @Test
    void a_workbook_of_tallies_has_no_hash_and_cannot_be_had_in_parts() {
        Response workbook = export("tallies?format=xlsx&agreement=" + agreement);
        assertThat(Arrays.copyOf(workbook.asByteArray(), 2)).isEqualTo(new byte[]{'P', 'K'});
        assertThat(workbook.header("Accept-Ranges")).isEqualTo("none");
        assertThat(workbook.header("ETag")).isNull();
        assertThat(given().header("Range", "bytes=5-").get("/api/v1/exports/tallies?format=xlsx&agreement=" + agreement)
                .statusCode()).isEqualTo(200);
    }

    @Test
    void a_release_in_columns_of_ged_has_no_deaths_no_codes_and_no_coordinates() {
        String id = report(with(reportBody(commitment), "quantity", exactly(20), "place", "Bagram", "eventOn",
                "2020-04-08", "publishedAt", "2020-04-09", "outlet", "TOLOnews"));
        Map<String, String> row = row(
                export("release-reports?format=csv&columns=ucdp-ged&commitment=" + commitment));
        assertThat(row).containsEntry("id", id).containsEntry("year", "2020").containsEntry("side_a", releasing)
                .containsEntry("side_b", receiving).containsEntry("date_start", "2020-04-08")
                .containsEntry("date_end", "2020-04-08").containsEntry("date_prec", "1")
                .containsEntry("where_description", "Bagram").containsEntry("source_office", "TOLOnews")
                .containsEntry("source_date", "2020-04-09").containsEntry("number_of_sources", "1")
                .containsEntry("parole.low", "20").containsEntry("parole.number", "20")
                .containsEntry("parole.stage", "REPORTED");
        for (String unknown : List.of("best", "low", "high", "deaths_a", "deaths_b", "deaths_civilians",
                "deaths_unknown", "latitude", "longitude", "country_id", "type_of_violence", "gwnoa", "event_clarity",
                "where_prec")) {
            assertThat(row).as(unknown).containsEntry(unknown, "");
        }
        assertThat(new JsonPath(export("release-reports?columns=ucdp-ged&commitment=" + commitment).asString())
                .getString("parole.commitment")).isEqualTo(commitment);
    }

    @Test
    void a_release_in_columns_of_acled_has_no_fatalities_and_no_types() {
        report(with(reportBody(commitment), "quantity", Map.of("comparator", "ABOUT", "min", 20), "eventOn", "2020-04",
                "publishedAt", "2020-05-02"));
        Map<String, String> row = row(export("release-reports?format=csv&columns=acled&commitment=" + commitment));
        assertThat(row).containsEntry("event_date", "2020-04-30").containsEntry("time_precision", "3")
                .containsEntry("actor1", releasing).containsEntry("actor2", receiving)
                .containsEntry("parole.eventOn", "2020-04").containsEntry("parole.comparator", "ABOUT")
                .containsEntry("parole.number", "20");
        for (String unknown : List.of("fatalities", "event_type", "sub_event_type", "inter1", "iso", "latitude")) {
            assertThat(row).as(unknown).containsEntry(unknown, "");
        }
    }

    @Test
    void what_cannot_be_exported_so_is_a_problem() {
        assertInvalidParameter(given().get("/api/v1/exports/release-reports?columns=gtd"), "columns",
                "must be parole, ucdp-ged or acled");
        assertInvalidParameter(given().get("/api/v1/exports/tallies?format=jsonld"), "format", "no JSON-LD");
        assertInvalidParameter(given().get("/api/v1/exports/tallies?place=Kabul"), "place", "");
        assertInvalidParameter(given().get("/api/v1/exports/tallies?on=yesterday"), "on", "");
    }
}
