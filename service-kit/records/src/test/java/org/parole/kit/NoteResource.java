package org.parole.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.parole.kit.format.MediaTypes;
import org.parole.kit.http.Etags;
import org.parole.kit.id.Uuid7;
import org.parole.kit.inflight.BoundsConfig;
import org.parole.kit.json.MergePatch;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Change;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.EditorialRevision;
import org.parole.kit.record.Idempotency;
import org.parole.kit.record.Ledger;
import org.parole.kit.record.Roles;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.ThreeTimes;

import io.smallrye.common.annotation.Blocking;

import com.fasterxml.jackson.databind.JsonNode;

/** The smallest resource that uses all of the kit, for its tests. */
@Path("/api/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

    /** More than the grace of {@link BoundsConfig#bodyGrace} in these tests. */
    private static final long BUSY_MS = 2_500;

    public enum Mood {
        GLAD, SORRY
    }

    public record Part(@NotBlank(message = "must not be blank") String title,
            @Min(value = 0, message = "must be 0 or more") Integer count) {
    }

    public record NoteRequest(@NotBlank(message = "must not be blank") @Size(max = 100_000) String words, Mood mood,
            PartialDate day,
            List<@Valid Part> parts) {
    }

    public record NoteView(UUID id, String words, int revision) {
    }

    @jakarta.inject.Inject
    EntityManager entityManager;
    @jakarta.inject.Inject
    Ledger ledger;
    @jakarta.inject.Inject
    Idempotency idempotency;
    @jakarta.inject.Inject
    MergePatch mergePatch;
    @jakarta.inject.Inject
    Etags etags;
    @jakarta.inject.Inject
    Cursors cursors;

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Transactional
    public RestResponse<NoteView> create(@HeaderParam("Idempotency-Key") String key,
            @NotNull(message = "must be a JSON object") @Valid NoteRequest request) {
        return idempotency.once(key, "POST /notes", request, NoteView.class, () -> {
            ledger.begin();
            UUID id = Uuid7.next();
            entityManager.createNativeQuery("insert into note values (?, ?, 1)").setParameter(1, id)
                    .setParameter(2, request.words()).executeUpdate();
            ledger.append(ChangeKind.CREATED, "note", id, 1);
            return RestResponse.ResponseBuilder.<NoteView>created(URI.create("/api/v1/notes/" + id))
                    .entity(new NoteView(id, request.words(), 1)).build();
        });
    }

    @GET
    @Path("{id}")
    public NoteView get(@RestPath UUID id) {
        return find(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    public NoteView patch(@RestPath UUID id, @HeaderParam("If-Match") String ifMatch,
            @Valid @BeanParam EditorialRevision revision,
            JsonNode patch) {
        ledger.begin();
        NoteView now = find(id);
        etags.require(ifMatch, now);
        NoteRequest changed = mergePatch.apply(new NoteRequest(now.words(), null, null, null), patch,
                NoteRequest.class);
        entityManager.createNativeQuery("update note set words = ?, revision = revision + 1 where id = ?")
                .setParameter(1, changed.words()).setParameter(2, id).executeUpdate();
        ledger.append(ChangeKind.REVISED, "note", id, now.revision() + 1);
        return new NoteView(id, changed.words(), now.revision() + 1);
    }

    @GET
    @Transactional
    public Page<Change> list(@Valid @BeanParam PageRequest page, @BeanParam ThreeTimes times,
            @QueryParam("mood") Mood mood) {
        ledger.readAt(times.asOf);
        long after = page.cursor == null
                ? 0
                : Long.parseLong(cursors.decode(page.cursor, "notes", Arrays.asList(mood), 1).get(0));
        return Page.of(ledger.changesAfter(after, page.limit + 1), page.limit,
                last -> cursors.encode("notes", Arrays.asList(mood), List.of(String.valueOf(last.seq()))));
    }

    public record Row(String words, Part part, List<String> tags, List<Part> parts, PartialDate day, Mood mood) {
    }

    @GET
    @Path("rows")
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    public Page<Row> rows(@Valid @BeanParam PageRequest page) {
        return new Page<>(List.of(
                new Row("=1+1, \"quoted\"\nانتهى", new Part("t", -3), List.of("a", "b"),
                        List.of(new Part("x", 1), new Part("y", null)),
                        PartialDate.parse("2020-04"), Mood.GLAD),
                new Row(null, null, null, null, null, null)), "abc");
    }

    /** Begins to read long after a slow client would have been blamed for it. */
    @POST
    @Path("late")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Blocking
    @RolesAllowed(Roles.CONTRIBUTOR)
    public int readLate(InputStream body) throws IOException, InterruptedException {
        Thread.sleep(BUSY_MS);
        return body.readAllBytes().length;
    }

    @GET
    @Path("failing")
    public NoteView fail() {
        throw new IllegalStateException("secret of the house");
    }

    // Hibernate offers native queries with a result type in raw form only.
    @SuppressWarnings("unchecked")
    private NoteView find(UUID id) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select words, revision from note where id = ?", Object[].class).setParameter(1, id)
                .getResultList();
        return rows.stream().map(row -> new NoteView(id, (String) row[0], (Integer) row[1])).findFirst()
                .orElseThrow(() -> ProblemException.notFound("note", id));
    }
}
