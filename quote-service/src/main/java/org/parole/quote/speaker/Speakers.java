package org.parole.quote.speaker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.id.Uuid7;
import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.MergedRecordException;
import org.parole.kit.record.RecordRetracting;
import org.parole.kit.record.Records;
import org.parole.kit.record.RevisionType;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;
import org.parole.quote.name.NameCodes;
import org.parole.quote.name.NameMatch;
import org.parole.quote.name.NameMatcher;
import org.parole.quote.name.NameReason;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

/** What can be done with speakers. */
@ApplicationScoped
public class Speakers extends Records<Speaker, SpeakerBody, SpeakerView> {

    private static final String LIST = "speakers";
    private static final String DUPLICATES = "possible-duplicates";
    private static final int COMPARED_FOR_A_PAGE = 1_000;
    private static final UUID NO_ID = new UUID(0, 0);
    /** Fewer letters in common say nothing. */
    private static final float SIMILAR_LETTERS = 0.3f;
    /** Names that share letters only come behind those that may be the same. */
    private static final float LESS_SURE = 0.6f;
    private static final int PAIRS_OF_A_ROUND = 500;
    private static final int MOST_ROUNDS = 4;
    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final Comparator<PossibleDuplicate> SUREST_FIRST = Comparator
            .comparing(PossibleDuplicate::score, Comparator.reverseOrder())
            .thenComparing(PossibleDuplicate::reason);

    private final SpeakerRepository speakers;
    private final Cursors cursors;

    Speakers(SpeakerRepository speakers, Cursors cursors) {
        this.speakers = speakers;
        this.cursors = cursors;
    }

    /** The speaker that this id stands for now, mergers followed; empty where unknown or retracted. */
    public Optional<Speaker> canonical(UUID id) {
        return speakers.findActive(id).flatMap(
                speaker -> speaker.canonicalId.equals(id)
                        ? Optional.of(speaker)
                        : speakers.findActive(speaker.canonicalId));
    }

    /** The named speaker of this name, kind and party, where there is exactly one that nothing contradicts. */
    public Optional<Speaker> sameAs(SpeakerBody body) {
        if (!body.kind().isNamed()) {
            return Optional.empty();
        }
        return sameAs(body, speakers.findUsableCalled(body.name(), body.kind()));
    }

    /** The same among speakers of whom each has the name, as its own or as an alias. */
    public static Optional<Speaker> sameAs(SpeakerBody body, Collection<Speaker> called) {
        if (!body.kind().isNamed()) {
            return Optional.empty();
        }
        List<Speaker> fitting = called.stream().filter(known -> known.kind == body.kind())
                .filter(known -> known.party == null || body.party() == null || known.party.equals(body.party()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The current speakers who go by one of these names or have it as an alias; merged ones are left out. */
    public List<Speaker> called(Collection<String> names) {
        return speakers.findUsableCalled(names.stream().map(Names::key).distinct().toList());
    }

    /** The first revision of a speaker, checked; {@link #writeAll} writes it. */
    public Speaker firstRevision(SpeakerBody body) {
        return draft(Uuid7.next(), body, "");
    }

    /** Refuses what is wrong with a speaker beyond its single fields; {@code at} is where it stands in the request. */
    public void check(SpeakerBody body, String at) {
        for (int i = 0; i < body.roles().size(); i++) {
            if (body.roles().get(i).endsBeforeItBegins()) {
                throw ProblemException.invalidBody(at + "/roles/" + i + "/to", "must not be before from");
            }
        }
    }

    @Transactional
    Page<SpeakerView> list(SpeakerFilter filter, PageRequest page) {
        if (filter.name != null) {
            return listSimilar(filter, page);
        }
        List<Object> filters = Arrays.asList(null, filter.kind, filter.party, filter.speaksFor, filter.wikidataId,
                filter.asOf);
        List<String> after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, filters, 2);
        Instant at = ledger.readAt(filter.asOf);
        List<Speaker> rows = speakers.findPage(at, filter, after == null ? null : after.get(0),
                after == null ? null : CursorKeys.uuid(after.get(1)), page.limit + 1);
        return Page
                .of(rows, page.limit,
                        last -> cursors.encode(LIST, filters, List.of(last.nameKey, last.id.toString())))
                .map(speaker -> viewOf(speaker, at));
    }

    private Page<SpeakerView> listSimilar(SpeakerFilter filter, PageRequest page) {
        List<Object> filters = Arrays.asList(filter.name, filter.kind, filter.party, filter.speaksFor,
                filter.wikidataId,
                filter.asOf);
        List<String> behind = page.cursor == null ? null : cursors.decode(page.cursor, LIST, filters, 2);
        Instant at = ledger.readAt(filter.asOf);
        Comparator<Found> best = Comparator.comparing((Found found) -> found.match().score()).reversed()
                .thenComparing(found -> found.speaker().id.toString());
        List<Found> rows = speakers.findCandidates(at, filter).stream().map(candidate -> found(filter.name, candidate))
                .flatMap(Optional::stream).sorted(best)
                .filter(found -> behind == null || isBehind(found, CursorKeys.decimal(behind.get(0)),
                        CursorKeys.uuid(behind.get(1))))
                .limit(page.limit + 1L).toList();
        return Page.of(rows, page.limit, last -> cursors.encode(LIST, filters,
                List.of(Float.toString(last.match().score()), last.speaker().id.toString())))
                .map(row -> viewOf(row.speaker(), at).with(row.match()));
    }

    private record Found(Speaker speaker, NameMatch match) {
    }

    private static Optional<Found> found(String name, SpeakerRepository.Candidate candidate) {
        Speaker speaker = candidate.speaker();
        return NameMatcher.find(name, speaker.names())
                .or(() -> candidate.letters() < SIMILAR_LETTERS
                        ? Optional.empty()
                        : Optional.of(new NameMatch(NameReason.SIMILAR_LETTERS, candidate.letters() * LESS_SURE)))
                .map(match -> new Found(speaker, match));
    }

    private static boolean isBehind(Found found, float score, UUID id) {
        return found.match().score() < score
                || found.match().score() == score && found.speaker().id.toString().compareTo(id.toString()) > 0;
    }

    /**
     * Pairs of speakers that may be one, the surest of a page first. Groups and the unnamed are never the same by name, so
     * they are left out. A page compares so many speakers with all others and ends there, however few pairs it has found.
     */
    @Transactional
    Page<PossibleDuplicate> possibleDuplicates(UUID speaker, PageRequest page) {
        List<String> behind = page.cursor == null
                ? List.of((speaker == null ? NO_ID : speaker).toString(), NO_ID.toString())
                : cursors.decode(page.cursor, DUPLICATES, Arrays.asList(speaker), 2);
        UUID first = CursorKeys.uuid(behind.get(0));
        int compared = speaker == null ? COMPARED_FOR_A_PAGE : 1;
        List<PossibleDuplicate> found = new ArrayList<>();
        String next = null;
        UUID second = CursorKeys.uuid(behind.get(1));
        // What sounds alike is compared; a page ends when it is full or so many were compared.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // A speaker that is never proposed has another one behind it compared in its place.
            List<Object[]> rows = speakers.findPossibleDuplicates(first, second, compared, PAIRS_OF_A_ROUND).stream()
                    .filter(row -> speaker == null || speaker.toString().equals(row[0])).toList();
            next = null;
            for (Object[] row : rows) {
                if (found.size() == page.limit) {
                    break;
                }
                possibleDuplicate(row).ifPresent(found::add);
                next = duplicatesAfter(speaker, (String) row[0], (String) row[2]);
                first = UUID.fromString((String) row[0]);
                second = UUID.fromString((String) row[2]);
            }
            if (found.size() == page.limit) {
                break;
            }
            if (rows.size() < PAIRS_OF_A_ROUND) {
                next = speaker != null
                        ? null
                        : speakers.findLastCompared(CursorKeys.uuid(behind.get(0)), compared)
                                .map(last -> duplicatesAfter(null, last.toString(), LAST_ID.toString())).orElse(null);
                break;
            }
        }
        return new Page<>(found.stream().sorted(SUREST_FIRST).toList(), next);
    }

    private String duplicatesAfter(UUID speaker, String first, String second) {
        return cursors.encode(DUPLICATES, Arrays.asList(speaker), List.of(first, second));
    }

    private static Optional<PossibleDuplicate> possibleDuplicate(Object[] row) {
        PossibleDuplicate.One first = new PossibleDuplicate.One(UUID.fromString((String) row[0]), (String) row[1]);
        PossibleDuplicate.One second = new PossibleDuplicate.One(UUID.fromString((String) row[2]), (String) row[3]);
        if ((Boolean) row[4]) {
            return Optional
                    .of(new PossibleDuplicate(first, second, PossibleDuplicate.Reason.SAME_WIKIDATA_ITEM, 1));
        }
        return NameMatcher.sameAs(names(first.name(), row[5]), names(second.name(), row[6]))
                .map(match -> new PossibleDuplicate(first, second,
                        PossibleDuplicate.Reason.valueOf(match.reason().name()), match.score()));
    }

    private static List<String> names(String name, Object aliases) {
        return Stream.concat(Stream.of(name), Arrays.stream((String[]) aliases)).toList();
    }

    /** Joins a speaker into another one: from now on its id stands for the other, and so do those merged into it. */
    @Transactional
    SpeakerView merge(UUID id, String ifMatch, MergeBody body) {
        ledger.alone();
        Speaker loser = requireCurrent(id);
        requireMatch(ifMatch, viewOf(loser, null));
        Speaker winner = canonical(body.into())
                .orElseThrow(() -> ProblemException.invalidBody("/into", "is not the id of a speaker"));
        if (body.into().equals(id)) {
            throw ProblemException.conflict("/into", "A speaker cannot be merged with itself.");
        }
        if (winner.id.equals(id)) {
            throw ProblemException.conflict("/into", "That speaker was merged into this one.");
        }
        if (winner.kind != loser.kind) {
            throw ProblemException.conflict("/into",
                    "A " + loser.kind + " and a " + winner.kind + " are not the same.");
        }
        for (Speaker merged : speakers.findUsableOf(id)) {
            Speaker next = copy(merged);
            next.mergedInto = merged.id.equals(id) ? winner.id : merged.mergedInto;
            next.canonicalId = winner.id;
            saveRevision(merged, next, RevisionType.MERGE, body.reason(), ChangeKind.MERGED);
        }
        return viewOf(requireCurrent(winner.id), null);
    }

    /** Undoes a merger: the speaker stands for itself again, and so do those that were merged into it before. */
    @Transactional
    SpeakerView unmerge(UUID id, String reason) {
        ledger.alone();
        Speaker speaker = speakers.findLatest(id).orElseThrow(() -> ProblemException.notFound(recordType(), id));
        if (speaker.mergedInto == null) {
            throw ProblemException.conflict("The speaker is not merged into another one.");
        }
        List<Speaker> group = speakers.findUsableOf(speaker.canonicalId);
        for (Speaker merged : group) {
            if (merged.id.equals(id) || leadsTo(merged, id, group)) {
                Speaker next = copy(merged);
                next.mergedInto = merged.id.equals(id) ? null : merged.mergedInto;
                next.canonicalId = id;
                saveRevision(merged, next, RevisionType.MERGE, reason, ChangeKind.UNMERGED);
            }
        }
        return viewOf(requireCurrent(id), null);
    }

    private static boolean leadsTo(Speaker from, UUID id, List<Speaker> group) {
        UUID next = from.mergedInto;
        while (next != null && !next.equals(id)) {
            UUID at = next;
            next = group.stream().filter(speaker -> speaker.id.equals(at)).findFirst()
                    .map(speaker -> speaker.mergedInto).orElse(null);
        }
        return next != null;
    }

    /** A merged speaker is found under the id of the one it was merged into. */
    @Override
    protected Speaker requireAsOf(UUID id, Instant asOf) {
        Speaker speaker = super.requireAsOf(id, asOf);
        if (speaker.mergedInto != null) {
            throw new MergedRecordException("speakers", speaker.canonicalId);
        }
        return speaker;
    }

    void keepOrgansInUse(@Observes RecordRetracting retracting) {
        if (retracting.recordType().equals("speaker") && speakers.existsSpeakingFor(retracting.id())) {
            throw ProblemException.conflict("Other speakers speak for this one; change them first.");
        }
    }

    @Override
    protected String recordType() {
        return "speaker";
    }

    @Override
    protected RevisionedRepository<Speaker> repository() {
        return speakers;
    }

    @Override
    protected SpeakerBody bodyOf(Speaker speaker) {
        return new SpeakerBody(speaker.name, speaker.kind, speaker.aliases, speaker.wikidataId, speaker.party,
                speaker.speaksFor, roles(speaker));
    }

    @Override
    protected Class<SpeakerBody> bodyType() {
        return SpeakerBody.class;
    }

    @Override
    protected SpeakerView viewOf(Speaker speaker, Instant asOf) {
        return new SpeakerView(speaker.id, speaker.revision, speaker.revisionType, speaker.reason,
                speaker.recordedFrom, speaker.recordedBy, speaker.name, speaker.kind, speaker.aliases,
                speaker.wikidataId, speaker.party, speaker.speaksFor, roles(speaker), null);
    }

    @Override
    protected Collection<String> keysOfNew(SpeakerBody body) {
        return keysOf(body);
    }

    /** The keys of the names, for those that look for a speaker of this name and kind before they add one. */
    public static List<String> keysOf(SpeakerBody body) {
        // Not checked yet: what is missing is told later.
        return Stream.concat(Stream.of(body.name()), body.aliases().stream()).filter(Objects::nonNull)
                .map(name -> "speaker:" + body.kind() + ':' + Names.key(name)).toList();
    }

    @Override
    protected void check(SpeakerBody body, Speaker previous, String at, UUID id) {
        if (body.speaksFor() != null) {
            if (body.speaksFor().equals(id)) {
                throw ProblemException.invalidBody(at + "/speaksFor", "must be another speaker");
            }
            if (canonical(body.speaksFor()).isEmpty()) {
                throw ProblemException.invalidBody(at + "/speaksFor", "is not the id of a speaker");
            }
        }
        check(body, at);
    }

    @Override
    protected Speaker newRevision(SpeakerBody body, Speaker previous, UUID id) {
        var speaker = new Speaker();
        speaker.name = body.name();
        speaker.nameKey = Names.key(body.name());
        speaker.kind = body.kind();
        speaker.aliases = body.aliases();
        speaker.nameKeys = Stream.concat(Stream.of(body.name()), body.aliases().stream()).map(Names::key).distinct()
                .toList();
        speaker.nameSearch = String.join(" | ", speaker.nameKeys);
        var codes = NameCodes.of(speaker.names());
        speaker.nameWords = codes.words();
        speaker.namePairs = codes.names();
        speaker.wikidataId = body.wikidataId();
        speaker.party = body.party();
        speaker.speaksFor = body.speaksFor();
        speaker.roles = json(body.roles());
        speaker.mergedInto = previous == null ? null : previous.mergedInto;
        speaker.canonicalId = previous == null ? id : previous.canonicalId;
        speaker.importId = previous == null ? null : previous.importId;
        return speaker;
    }

    private List<SpeakerRole> roles(Speaker speaker) {
        try {
            return mapper.readValue(speaker.roles, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Roles of speaker " + speaker.id + " cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Roles cannot be written as JSON", e);
        }
    }
}
