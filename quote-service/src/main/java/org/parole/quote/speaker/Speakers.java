package org.parole.quote.speaker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.AsOf;
import org.parole.quote.revision.CursorKeys;
import org.parole.quote.revision.RecordRetracting;
import org.parole.quote.revision.Records;
import org.parole.quote.revision.RevisionedRepository;
import org.parole.quote.text.Names;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

/** What can be done with speakers. */
@ApplicationScoped
public class Speakers extends Records<Speaker, SpeakerBody, SpeakerView> {

    private static final String LIST = "speakers";

    private final SpeakerRepository speakers;
    private final Cursors cursors;

    Speakers(SpeakerRepository speakers, Cursors cursors) {
        this.speakers = speakers;
        this.cursors = cursors;
    }

    private record Filters(SpeakerKind kind, String party, UUID speaksFor, String wikidataId, AsOf asOf) {
    }

    /** The speaker that this id stands for now, mergers followed; empty where unknown or retracted. */
    public Optional<Speaker> canonical(UUID id) {
        return speakers.findUsable(id).flatMap(
                speaker -> speaker.canonicalId.equals(id)
                        ? Optional.of(speaker)
                        : speakers.findUsable(speaker.canonicalId));
    }

    /** The named speaker of this name, kind and party, where there is exactly one that nothing contradicts. */
    public Optional<Speaker> sameAs(SpeakerBody body) {
        if (!body.kind().isNamed()) {
            return Optional.empty();
        }
        var fitting = speakers.findUsableCalled(body.name(), body.kind()).stream()
                .filter(known -> known.party == null || body.party() == null || known.party.equals(body.party()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Refuses what is wrong with a speaker beyond its single fields; {@code at} is where it stands in the request. */
    public void check(SpeakerBody body, String at) {
        for (var i = 0; i < body.roles().size(); i++) {
            if (body.roles().get(i).endsBeforeItBegins()) {
                throw ProblemException.invalidBody(at + "/roles/" + i + "/to", "must not be before from");
            }
        }
    }

    @Transactional
    Page<SpeakerView> list(SpeakerFilter filter, PageRequest page) {
        var filters = new Filters(filter.kind, filter.party, filter.speaksFor, filter.wikidataId, filter.asOf);
        var after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, filters, 2);
        var at = ledger.readAt(filter.asOf);
        var rows = speakers.findPage(at, filter, after == null ? null : after.get(0),
                after == null ? null : CursorKeys.uuid(after.get(1)), page.limit + 1);
        return Page
                .of(rows, page.limit,
                        last -> cursors.encode(LIST, filters, List.of(last.nameKey, last.id.toString())))
                .map(speaker -> viewOf(speaker, at));
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
                speaker.wikidataId, speaker.party, speaker.speaksFor, roles(speaker));
    }

    @Override
    protected Speaker write(SpeakerBody body, Speaker previous, String at, UUID id, Instant recordedAt) {
        if (body.speaksFor() != null) {
            if (body.speaksFor().equals(id)) {
                throw ProblemException.invalidBody(at + "/speaksFor", "must be another speaker");
            }
            if (canonical(body.speaksFor()).isEmpty()) {
                throw ProblemException.invalidBody(at + "/speaksFor", "is not the id of a speaker");
            }
        }
        check(body, at);
        var speaker = new Speaker();
        speaker.name = body.name();
        speaker.nameKey = Names.key(body.name());
        speaker.kind = body.kind();
        speaker.aliases = body.aliases();
        speaker.nameKeys = Stream.concat(Stream.of(body.name()), body.aliases().stream()).map(Names::key).distinct()
                .toList();
        speaker.nameSearch = String.join(" | ", speaker.nameKeys);
        speaker.wikidataId = body.wikidataId();
        speaker.party = body.party();
        speaker.speaksFor = body.speaksFor();
        speaker.roles = json(body.roles());
        speaker.mergedInto = previous == null ? null : previous.mergedInto;
        speaker.canonicalId = previous == null ? id : previous.canonicalId;
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
