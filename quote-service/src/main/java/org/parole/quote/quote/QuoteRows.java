package org.parole.quote.quote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.RevisionType;
import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.WordsStatus;
import org.parole.quote.document.DocumentRef;
import org.parole.quote.document.TextKind;
import org.parole.quote.outlet.OutletKind;
import org.parole.quote.outlet.OutletRef;
import org.parole.quote.speaker.SpeakerKind;
import org.parole.quote.speaker.SpeakerRef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** What quotes are shown with: the columns, the records that they come from, and how a row becomes a view. */
@ApplicationScoped
class QuoteRows {

    private static final String COLUMNS = """
            select q.id, q.revision, q.revision_type, q.reason, q.recorded_from, q.recorded_by, q.retracted, q.role,
                   q.cue, q.content, q.kind, q.said_from, q.said_precision, q.channel, q.reporting_chain, q.language,
                   q.original, q.about_parties, q.about_agreements, q.about_topics, q.about_exchanges, q.anchor_checks,
                   q.verification, q.verification_detail, q.words, q.words_found, q.verified_at, q.verified_sha256,
                   q.verified_text_kind, q.sort_at, q.occurrence_of, coalesce(n.occurrences, 1) occurrences,
                   coalesce(n.independent, 1) independent, s.id speaker_id, s.name speaker_name, s.kind speaker_kind,
                   case when s.roles <> '[]' then party_spoken_for(s.roles, s.party, q.sort_at) else s.party end speaker_party,
                   d.id document_id, d.url, d.title, d.published_at, d.published_whole_day, d.published_offset, d.citation,
                   o.id outlet_id, o.name outlet_name, o.kind outlet_kind, coalesce(v.dataset, j.dataset) dataset,
                   case when v.dataset is null then j.licence else v.licence end licence
            """;

    private final ObjectReader links;
    private final ObjectReader anchors;
    private final ObjectReader originals;
    private final ObjectReader wordsFound;
    private final ObjectReader near;
    private final ObjectReader candidates;

    QuoteRows(ObjectMapper mapper) {
        this.links = mapper.readerForListOf(ReportingLink.class);
        this.anchors = mapper.readerForListOf(AnchorView.class);
        this.originals = mapper.readerFor(Original.class);
        this.wordsFound = mapper.readerFor(WordsFound.class);
        this.near = mapper.readerForListOf(NearQuote.class);
        this.candidates = mapper.readerForListOf(SpeakerCandidate.class);
    }

    /**
     * Begins a statement: the columns of the quotes {@code q} and of the records that they show. What few quotes have is a
     * subquery that the others do not run, and so is the function for the party of speakers with roles.
     */
    static Sql select(Instant asOf) {
        return new Sql().add(COLUMNS)
                .add(", case when exists (select from near_quote w where w.id = q.id and ").counts("w", asOf)
                .add(") then (select jsonb_agg(jsonb_build_object('quote', w.other, 'difference', w.difference)"
                        + " order by w.other) from near_quote w where w.id = q.id and ")
                .counts("w", asOf)
                .add(") end near, case when q.speaker_candidates is not null then (select jsonb_agg(jsonb_build_object("
                        + "'name', one.value ->> 'name', 'confidence', one.value -> 'confidence', 'speaker', case when c.id"
                        + " is not null then jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'party',"
                        + " party_spoken_for(c.roles, c.party, q.sort_at)) end) order by one.place)"
                        + " from jsonb_array_elements(q.speaker_candidates) with ordinality one (value, place)"
                        + " left join speaker g on g.id = (one.value ->> 'speaker')::uuid and ")
                .counts("g", asOf).add(" left join speaker c on c.id = g.canonical_id and ").counts("c", asOf)
                .add(") end candidates");
    }

    /** The records that a quote shows, as they were at the same record time. */
    static void join(Sql sql, Instant asOf) {
        // Who said it may be unknown.
        sql.add("left join speaker a on a.id = q.speaker_id and ").counts("a", asOf)
                .add(" left join speaker s on s.id = a.canonical_id and ").counts("s", asOf)
                .add(" join document d on d.id = q.document_id and ").counts("d", asOf)
                .add(" join outlet o on o.id = d.outlet_id and ").counts("o", asOf)
                .add(" left join occurrence_count n on n.id = q.occurrence_of and ").counts("n", asOf)
                .add(" left join dataset_record v on v.record_id = q.id left join import_job j on j.id = q.import_id ");
    }

    /** All rows that a statement with these columns finds. */
    List<QuoteReader.Row> read(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<QuoteReader.Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A quote's JSON columns cannot be read", e);
        }
    }

    private QuoteReader.Row row(ResultSet row) throws SQLException, JsonProcessingException {
        UUID id = row.getObject("id", UUID.class);
        UUID occurrenceOf = row.getObject("occurrence_of", UUID.class);
        DatePrecision precision = DatePrecision.valueOf(row.getString("said_precision"));
        List<AnchorView> found = anchors.readValue(row.getString("anchor_checks"));
        SpeakerRef speaker = speaker(row);
        QuoteView view = new QuoteView(id, row.getInt("revision"), RevisionType.valueOf(row.getString("revision_type")),
                row.getString("reason"), instant(row, "recorded_from"), row.getString("recorded_by"), speaker,
                speaker != null ? null : SpeakerCandidate.once(orNone(candidates, row.getString("candidates"))),
                row.getString("role"),
                row.getString("cue"), row.getString("content"), QuoteKind.valueOf(row.getString("kind")),
                PartialDate.of(row.getObject("said_from", LocalDate.class), precision), precision,
                Channel.valueOf(row.getString("channel")), links.readValue(row.getString("reporting_chain")),
                row.getString("language"), orNull(originals, row.getString("original")),
                new About(strings(row, "about_parties"), strings(row, "about_agreements"),
                        strings(row, "about_topics"), strings(row, "about_exchanges")),
                document(row), found, verification(row, found), occurrenceOf.equals(id) ? null : occurrenceOf,
                row.getInt("occurrences"), row.getInt("independent"), orNull(near, row.getString("near")), null,
                row.getString("dataset"), row.getString("licence"));
        return new QuoteReader.Row(view, row.getBoolean("retracted"), instant(row, "sort_at"), row.getFloat("rank"));
    }

    private static SpeakerRef speaker(ResultSet row) throws SQLException {
        UUID id = row.getObject("speaker_id", UUID.class);
        return id == null
                ? null
                : new SpeakerRef(id, row.getString("speaker_name"), SpeakerKind.valueOf(row.getString("speaker_kind")),
                        row.getString("speaker_party"));
    }

    private static DocumentRef document(ResultSet row) throws SQLException {
        OutletRef outlet = new OutletRef(row.getObject("outlet_id", UUID.class), row.getString("outlet_name"),
                value(OutletKind.class, row.getString("outlet_kind")));
        return new DocumentRef(row.getObject("document_id", UUID.class), row.getString("url"), row.getString("title"),
                outlet, PublicationTime.of(instant(row, "published_at"), row.getBoolean("published_whole_day"),
                        row.getInt("published_offset")),
                row.getString("citation"));
    }

    private VerificationView verification(ResultSet row, List<AnchorView> found)
            throws SQLException, JsonProcessingException {
        WordsStatus words = value(WordsStatus.class, row.getString("words"));
        WordsFound differences = orNull(wordsFound, row.getString("words_found"));
        return new VerificationView(AnchorStatus.valueOf(row.getString("verification")), instant(row, "verified_at"),
                row.getString("verified_sha256"), value(TextKind.class, row.getString("verified_text_kind")),
                row.getString("verification_detail"), words == null ? null : worst(found), words,
                differences == null ? null : OmissionView.of(differences.omitted()),
                differences == null ? null : DifferenceView.of(differences.difference()));
    }

    private static <T> T orNull(ObjectReader reader, String json) throws JsonProcessingException {
        return json == null ? null : reader.readValue(json);
    }

    private static <T> List<T> orNone(ObjectReader reader, String json) throws JsonProcessingException {
        return json == null ? List.of() : reader.readValue(json);
    }

    private static <T extends Enum<T>> T value(Class<T> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    static AnchorStatus worst(List<AnchorView> found) {
        return found.stream().map(AnchorView::status).reduce(AnchorStatus.EXACT, AnchorStatus::orWorse);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
