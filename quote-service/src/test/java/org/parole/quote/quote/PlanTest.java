package org.parole.quote.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.search.Searches;
import org.parole.quote.speaker.SpeakerKind;
import org.parole.quote.support.RecordedStatements;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/**
 * Reads the plan of every list with scans of whole tables forbidden: where PostgreSQL still plans one, no index could serve
 * the query however large the table grows.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PlanTest {

    @Inject
    Searches searches;

    @Inject
    DataSource database;

    private static final Map<String, Consumer<QuoteFilter>> FILTERS = new TreeMap<>(Map.ofEntries(
            Map.entry("nothing", filter -> {
            }),
            Map.entry("speaker", filter -> filter.speaker = UUID.randomUUID()),
            Map.entry("speakerKind", filter -> filter.speakerKind = SpeakerKind.GROUP),
            Map.entry("party", filter -> filter.party = "taliban"),
            Map.entry("aboutParty", filter -> filter.aboutParty = "taliban"),
            Map.entry("agreement", filter -> filter.agreement = "us-taliban-2020"),
            Map.entry("topic", filter -> filter.topic = "prisoners"),
            Map.entry("kind and channel", filter -> {
                filter.kind = QuoteKind.DIRECT;
                filter.channel = Channel.LETTER;
            }),
            Map.entry("language", filter -> filter.language = "fa"),
            Map.entry("outlet", filter -> filter.outlet = UUID.randomUUID()),
            Map.entry("document", filter -> filter.document = UUID.randomUUID()),
            Map.entry("verification", filter -> filter.verification = AnchorStatus.ORPHANED),
            Map.entry("relation", filter -> filter.relation = RelationFilter.DENIES),
            Map.entry("independentAtLeast", filter -> filter.independentAtLeast = 3),
            Map.entry("said", filter -> {
                filter.saidFrom = PartialDate.parse("2020-04");
                filter.saidTo = PartialDate.parse("2020-05");
            }),
            Map.entry("published", filter -> {
                filter.publishedFrom = PublicationTime.parse("2020-04-01");
                filter.publishedTo = PublicationTime.parse("2020-04-30");
            }),
            Map.entry("three times", filter -> {
                filter.on = PartialDate.parse("2020-04-07");
                filter.publishedBy = PublicationTime.parse("2020-04-08");
            }),
            Map.entry("words", filter -> filter.q = "\"prisoners were\" release or excuse"),
            Map.entry("words that one language understands its own way", filter -> filter.q = "Listen"),
            Map.entry("role", filter -> filter.role = "spokesman"),
            Map.entry("words and tags and speaker", filter -> {
                filter.q = "prisoners";
                filter.agreement = "us-taliban-2020";
                filter.speaker = UUID.randomUUID();
            })));

    static Stream<String> filters() {
        return FILTERS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void no_list_scans_the_whole_table(String name) throws SQLException {
        var filter = new QuoteFilter();
        FILTERS.get(name).accept(filter);
        for (Instant asOf : new Instant[]{null, Instant.parse("2026-01-01T00:00:00Z")}) {
            var query = new QuoteQuery(filter, asOf, filter.q == null ? null : searches.understand(filter.q, null),
                    filter.role == null ? null : searches.understandPlain(filter.role));
            QuoteReader.PageKey after = new QuoteReader.PageKey(Instant.now(), 0.5f, UUID.randomUUID());
            TreeMap<String, Sql> statements = new TreeMap<>(
                    Map.of("list", QuoteStatements.page(query, null, 51), "next page",
                            QuoteStatements.page(query, after, 51), "count", QuoteStatements.counting(query), "facets",
                            FacetReader.statement(query), "shown",
                            QuoteStatements.shown(query, List.of(new QuoteReader.Hit(UUID.randomUUID(), 1, 0)))));
            if (name.equals("nothing")) {
                // Without a filter, any 10,001 rows make the count; then it ends.
                statements.keySet().removeAll(Set.of("count", "list"));
            }
            if (query.text() != null) {
                statements.put("byRelevance", QuoteStatements.byRelevance(query, Instant.now(), after, 51));
            }
            for (Map.Entry<String, Sql> statement : statements.entrySet()) {
                assertThat(plan(statement.getValue())).as(statement.getKey()).isNotEmpty()
                        .noneMatch(line -> line.contains("Seq Scan on quote"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/outlets", "/outlets?name=Reuters", "/outlets?kind=WIRE&country=GB", "/documents",
            "/documents?url=https://example.org/x", "/documents?language=en&publishedBy=2020-06-02",
            "/documents?outlet=0190163d-8694-739b-aea5-966c26f8ad91", "/speakers", "/speakers?kind=GROUP",
            "/speakers?party=taliban", "/speakers?speaksFor=0190163d-8694-739b-aea5-966c26f8ad91",
            "/speakers?wikidataId=Q42", "/speakers?name=Javed Faisal", "/speakers/possible-duplicates"})
    void no_other_list_does_either(String path) throws SQLException {
        for (String asOf : new String[]{null, "2026-01-01T00:00:00Z"}) {
            if (asOf != null && path.endsWith("duplicates")) {
                continue;
            }
            RequestSpecification request = asOf == null ? given() : given().queryParam("asOf", asOf);
            List<String> statements = RecordedStatements
                    .of(() -> request.get("/api/v1" + path).then().statusCode(200)).stream()
                    .filter(sql -> sql.contains(" from ")).toList();
            assertThat(statements).isNotEmpty();
            for (String statement : statements) {
                assertThat(plan(statement)).as(statement).isNotEmpty().noneMatch(line -> line.contains("Seq Scan"));
            }
        }
    }

    /** For whatever parameters, over the simple protocol, because only that one leaves them open. */
    private List<String> plan(String sql) throws SQLException {
        Config config = ConfigProvider.getConfig();
        var numbered = new StringBuilder();
        int parameters = 0;
        for (int i = 0; i < sql.length(); i++) {
            numbered.append(sql.charAt(i) == '?' ? "$" + ++parameters : sql.substring(i, i + 1));
        }
        var login = new Properties();
        login.setProperty("user", config.getValue("quarkus.datasource.username", String.class));
        login.setProperty("password", config.getValue("quarkus.datasource.password", String.class));
        login.setProperty("preferQueryMode", "simple");
        try (Connection connection = new org.postgresql.Driver()
                .connect(config.getValue("quarkus.datasource.jdbc.url", String.class), login);
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (ResultSet row = statement.executeQuery("explain (generic_plan) " + numbered)) {
                return lines(row);
            }
        }
    }

    private static List<String> lines(ResultSet row) throws SQLException {
        Stream.Builder<String> lines = Stream.<String>builder();
        while (row.next()) {
            lines.add(row.getString(1));
        }
        return lines.build().toList();
    }

    private List<String> plan(Sql sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement settings = connection.createStatement()) {
            settings.execute("set enable_seqscan = off");
            try (PreparedStatement statement = sql.after("explain ").prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                return lines(row);
            } finally {
                settings.execute("reset enable_seqscan");
            }
        }
    }
}
