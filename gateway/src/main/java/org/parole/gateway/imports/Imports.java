package org.parole.gateway.imports;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;
import org.parole.gateway.imports.mapping.Mapping;
import org.parole.kit.imports.ImportJob;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What clients do with imports of tables. */
@ApplicationScoped
class Imports {

    private static final String REFUSED = "refused-rows";

    private final JobStore jobs;
    private final RowStore rows;
    private final MappingStore mappings;
    private final Receiver receiver;
    private final Cursors cursors;
    private final ObjectMapper mapper;

    Imports(JobStore jobs, RowStore rows, MappingStore mappings, Receiver receiver, Cursors cursors,
            ObjectMapper mapper) {
        this.jobs = jobs;
        this.rows = rows;
        this.mappings = mappings;
        this.receiver = receiver;
        this.cursors = cursors;
        this.mapper = mapper;
    }

    /** Receives a table; its rows are written later. */
    ImportJob receive(Upload upload, InputStream body, String encoding, Caller caller) {
        String text = mappings.find(upload.mapping())
                .orElseThrow(() -> ProblemException.invalidParameter("mapping", "must be the name of a saved mapping"));
        return get(receiver.stage(upload, parsed(text), text, body, encoding, caller));
    }

    /** A mapping, or 422 with all that is wrong with it. */
    Mapping parsed(String text) {
        List<FieldError> errors = new ArrayList<>();
        try {
            Mapping mapping = Mapping.of(mapper.readTree(text), errors);
            if (errors.isEmpty()) {
                return mapping;
            }
        } catch (JsonProcessingException e) {
            throw ProblemException.malformed("The body is not JSON.");
        }
        throw ProblemException.invalidBody(errors);
    }

    /** A saved mapping as JSON. */
    JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A saved mapping cannot be read", e);
        }
    }

    ImportJob get(UUID id) {
        return jobs.find(id).map(Job::view).orElseThrow(() -> ProblemException.notFound("import", id));
    }

    /** The newest of both: these, and those that a service has told of. */
    List<ImportJob> newest(List<ImportJob> others, Instant before, UUID beforeId, int limit) {
        List<ImportJob> all = new ArrayList<>(others);
        all.addAll(jobs.newest(before, beforeId, limit));
        all.sort(Comparator.comparing(ImportJob::createdAt).thenComparing(ImportJob::id).reversed());
        return all;
    }

    Page<RefusedLine> refused(UUID id, PageRequest page) {
        get(id);
        List<String> keys = page.isFirst() ? List.of("0", "0") : cursors.decode(page.cursor, REFUSED, List.of(id), 2);
        List<RowStore.Refusal> found = rows.refused(id, Long.parseLong(keys.get(0)), Integer.parseInt(keys.get(1)),
                page.limit + 1);
        return Page.of(found, page.limit, last -> cursors.encode(REFUSED, List.of(id),
                List.of(String.valueOf(last.line().line()), String.valueOf(last.n())))).map(RowStore.Refusal::line);
    }

    ImportJob cancel(UUID id) {
        get(id);
        jobs.askToCancel(id);
        return get(id);
    }

    ImportJob undo(UUID id, String reason) {
        ImportJob job = get(id);
        if (!jobs.askToUndo(id, reason)) {
            throw ProblemException.conflict(job.dryRun()
                    ? "A dry run has written nothing that could be undone."
                    : job.state().ended()
                            ? "The import is undone already, or is being undone."
                            : "The import is not at its end. Cancel it first.");
        }
        return get(id);
    }
}
