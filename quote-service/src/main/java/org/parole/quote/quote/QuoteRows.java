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
import org.parole.quote.search.Snippet;
import org.parole.quote.speaker.SpeakerKind;
import org.parole.quote.speaker.SpeakerRef;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** What quotes are shown with: the columns, the records that they come from, and how a row becomes a view. */
@ApplicationScoped
class QuoteRows {

    static final String COLUMNS = """
            select q.id, q.revision, q.revision_type, q.reason, q.recorded_from, q.recorded_by, q.retracted, q.role,
                   q.cue, q.content, q.kind, q.said_from, q.said_precision, q.channel, q.reporting_chain, q.language,
                   q.original, q.about_parties, q.about_agreements, q.about_topics, q.about_exchanges, q.anchor_checks, q.verification,
                   q.verification_detail, q.words, q.words_found, q.verified_at, q.verified_sha256, q.verified_text_kind, q.sort_at,
                   q.occurrence_of, coalesce(n.occurrences, 1), coalesce(n.independent, 1),
                   s.id, s.name, s.kind, party_spoken_for(s.roles, s.party, q.sort_at),
                   d.id, d.url, d.title, d.published_at, d.published_whole_day, d.published_offset, d.citation, o.id, o.name, o.kind,
                   e.near, k.candidates
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

    /** The records that a quote shows, as they were at the same record time. */
    static void join(Sql sql, Instant asOf) {
        // Who said it may be unknown.
        sql.add("left join speaker a on a.id = q.speaker_id and ").counts("a", asOf)
                .add(" left join speaker s on s.id = a.canonical_id and ").counts("s", asOf)
                .add(" join document d on d.id = q.document_id and ").counts("d", asOf)
                .add(" join outlet o on o.id = d.outlet_id and ").counts("o", asOf)
                .add(" left join occurrence_count n on n.id = q.occurrence_of and ").counts("n", asOf)
                .add(" left join lateral (select jsonb_agg(jsonb_build_object('quote', w.other, 'difference', w.difference)"
                        + " order by w.other) near from near_quote w where w.id = q.id and ")
                .counts("w", asOf)
                .add(") e on true left join lateral (select jsonb_agg(jsonb_build_object('name', one.value ->> 'name',"
                        + " 'confidence', one.value -> 'confidence', 'speaker', case when c.id is not null then"
                        + " jsonb_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'party',"
                        + " party_spoken_for(c.roles, c.party, q.sort_at)) end) order by one.place) candidates"
                        + " from jsonb_array_elements(q.speaker_candidates) with ordinality one (value, place)"
                        + " left join speaker g on g.id = (one.value ->> 'speaker')::uuid and ")
                .counts("g", asOf).add(" left join speaker c on c.id = g.canonical_id and ").counts("c", asOf)
                .add(") k on q.speaker_candidates is not null ");
    }

    /** All rows that a statement with these columns finds. */
    List<QuoteReader.Row> read(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
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
        var c = 0;
        var id = row.getObject(++c, UUID.class);
        var revision = row.getInt(++c);
        var revisionType = RevisionType.valueOf(row.getString(++c));
        var reason = row.getString(++c);
        var recordedAt = instant(row, ++c);
        var recordedBy = row.getString(++c);
        var retracted = row.getBoolean(++c);
        var role = row.getString(++c);
        var cue = row.getString(++c);
        var content = row.getString(++c);
        var kind = QuoteKind.valueOf(row.getString(++c));
        var saidFrom = row.getObject(++c, LocalDate.class);
        var saidPrecision = DatePrecision.valueOf(row.getString(++c));
        var channel = Channel.valueOf(row.getString(++c));
        List<ReportingLink> chain = links.readValue(row.getString(++c));
        var language = row.getString(++c);
        var original = row.getString(++c);
        var about = new About(strings(row, ++c), strings(row, ++c), strings(row, ++c), strings(row, ++c));
        List<AnchorView> found = anchors.readValue(row.getString(++c));
        var status = AnchorStatus.valueOf(row.getString(++c));
        var detail = row.getString(++c);
        var words = row.getString(++c);
        var wordsFound = row.getString(++c);
        var checkedAt = instant(row, ++c);
        var sha256 = row.getString(++c);
        var textKind = row.getString(++c);
        WordsFound differences = wordsFound == null ? null : this.wordsFound.readValue(wordsFound);
        var verification = new VerificationView(status, checkedAt, sha256,
                textKind == null ? null : TextKind.valueOf(textKind), detail, words == null ? null : worst(found),
                words == null ? null : WordsStatus.valueOf(words),
                differences == null || differences.omitted().isEmpty() ? null : differences.omitted(),
                differences == null ? null : differences.difference());
        var sortAt = instant(row, ++c);
        var occurrenceOf = row.getObject(++c, UUID.class);
        var occurrences = row.getInt(++c);
        var independent = row.getInt(++c);
        var speaker = speaker(row.getObject(++c, UUID.class), row.getString(++c), row.getString(++c),
                row.getString(++c));
        var documentId = row.getObject(++c, UUID.class);
        var url = row.getString(++c);
        var title = row.getString(++c);
        var publishedAt = PublicationTime.of(instant(row, ++c), row.getBoolean(++c), row.getInt(++c));
        var citation = row.getString(++c);
        var outlet = new OutletRef(row.getObject(++c, UUID.class), row.getString(++c), outletKind(row.getString(++c)));
        var near = row.getString(++c);
        var candidates = row.getString(++c);
        var rank = row.getFloat(++c);
        var headline = row.getString(++c);
        var view = new QuoteView(id, revision, revisionType, reason, recordedAt, recordedBy, speaker,
                candidates(speaker, candidates), role, cue,
                content, kind, PartialDate.of(saidFrom, saidPrecision), saidPrecision, channel, chain, language,
                original == null ? null : originals.readValue(original), about,
                new DocumentRef(documentId, url, title, outlet, publishedAt, citation), found, verification,
                occurrenceOf.equals(id) ? null : occurrenceOf, occurrences, independent,
                near == null ? null : this.near.readValue(near), headline == null ? null : Snippet.html(headline));
        return new QuoteReader.Row(view, retracted, sortAt, rank);
    }

    private static SpeakerRef speaker(UUID id, String name, String kind, String party) {
        return id == null ? null : new SpeakerRef(id, name, SpeakerKind.valueOf(kind), party);
    }

    /** Beside an unknown speaker: who it may have been, nobody where nothing is known. */
    private List<SpeakerCandidate> candidates(SpeakerRef speaker, String json) throws JsonProcessingException {
        return speaker != null ? null : json == null ? List.of() : candidates.readValue(json);
    }

    static AnchorStatus worst(List<AnchorView> found) {
        return found.stream().map(AnchorView::status).reduce(AnchorStatus.EXACT, AnchorStatus::orWorse);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OutletKind outletKind(String kind) {
        return kind == null ? null : OutletKind.valueOf(kind);
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
