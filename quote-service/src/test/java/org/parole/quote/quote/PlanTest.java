package org.parole.quote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.kit.dev.PostgresTestResource;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.search.Searches;
import org.parole.quote.speaker.SpeakerKind;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Reads the plan of every list with scans of whole tables forbidden: where PostgreSQL still plans one, no index could serve
 * the query however large the table grows.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PlanTest {

    @Inject
    QuoteReader reader;

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
    void noListScansTheWholeTable(String name) throws SQLException {
        var filter = new QuoteFilter();
        FILTERS.get(name).accept(filter);
        for (var asOf : new Instant[]{null, Instant.parse("2026-01-01T00:00:00Z")}) {
            var wanted = new Wanted(filter, asOf, filter.q == null ? null : searches.understand(filter.q, null),
                    filter.role == null ? null : searches.understand(filter.role, "und"));
            var behind = new QuoteReader.Behind(Instant.now(), 0.5f, UUID.randomUUID());
            var statements = new TreeMap<>(Map.of("list", reader.page(wanted, null, 51), "next page",
                    reader.page(wanted, behind, 51), "count", reader.counting(wanted), "facets",
                    reader.facets(wanted)));
            if (name.equals("nothing")) {
                // Without a filter, any 10,001 rows make the count; then it ends.
                statements.remove("count");
            }
            if (wanted.query() != null) {
                statements.put("best", reader.best(wanted, Instant.now(), behind, 51));
            }
            for (var statement : statements.entrySet()) {
                assertThat(plan(statement.getValue())).as(statement.getKey()).isNotEmpty()
                        .noneMatch(line -> line.contains("Seq Scan on quote"));
            }
        }
    }

    private List<String> plan(Sql sql) throws SQLException {
        try (var connection = database.getConnection(); var settings = connection.createStatement()) {
            settings.execute("set enable_seqscan = off");
            try (var statement = sql.after("explain ").prepare(connection); var row = statement.executeQuery()) {
                var lines = Stream.<String>builder();
                while (row.next()) {
                    lines.add(row.getString(1));
                }
                return lines.build().toList();
            } finally {
                settings.execute("reset enable_seqscan");
            }
        }
    }
}
