package org.parole.quote.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parole.kit.id.Uuid7;
import org.parole.kit.imports.Decompression;
import org.parole.kit.imports.ImportJob;
import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.record.Recorder;
import org.parole.quote.imports.Job.State;

import io.quarkus.runtime.configuration.MemorySize;

/** What can be done with imports. */
@ApplicationScoped
class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);
    private static final String LIST = "imports";
    private static final String REFUSED = "refused";
    /** A file of which none of so many lines looks like its format is one of another format. */
    private static final int LOOKED_AT = 20;

    private final ImportStore store;
    private final ImportFormats formats;
    private final LineReader reader;
    private final Recorder recorder;
    private final Cursors cursors;
    private final long mostPlain;

    Imports(ImportStore store, ImportFormats formats, LineReader reader, Recorder recorder, Cursors cursors,
            @ConfigProperty(name = "parole.imports.largest") MemorySize mostPlain) {
        this.store = store;
        this.formats = formats;
        this.reader = reader;
        this.recorder = recorder;
        this.cursors = cursors;
        this.mostPlain = mostPlain.asLongValue();
    }

    /**
     * Takes a file in, to be written in the background. Nothing is kept of one that does not come as a whole.
     *
     * @throws ProblemException for a file that is no such file, with what was expected
     */
    ImportJob receive(ImportRequest request, InputStream body, String encoding) {
        if (body == null) {
            throw ProblemException.malformed("The file has no lines.");
        }
        LineFormat format = formats.named(request.format());
        if (request.dataset == null) {
            request.dataset = format.dataset();
        }
        UUID id = Uuid7.next();
        store.create(id, request, recorder.name());
        boolean isWhole = false;
        try (InputStream plain = Decompression.of(body, encoding, mostPlain); LineSource blocks = format.open(plain)) {
            LineBlocks.Piece first = blocks.next();
            if (first == null) {
                throw ProblemException.malformed("The file has no lines.");
            }
            if (first.refusals().isEmpty() && !reader.hasAnyLike(format, first.block().from(1, LOOKED_AT))) {
                throw ProblemException.invalidBody("",
                        "is not in the format " + format.name() + ", which has " + format.expected());
            }
            for (LineBlocks.Piece piece = first; piece != null; piece = blocks.next()) {
                store.append(id, piece.block(), piece.refusals());
            }
            store.received(id, blocks.passedOver());
            isWhole = true;
        } catch (IOException e) {
            LOG.debugf(e, "The upload of the import %s broke off", id);
            throw ProblemException.malformed("The upload broke off. Nothing of it was imported.");
        } finally {
            if (!isWhole) {
                store.forget(id);
            }
        }
        return get(id);
    }

    /**
     * An import.
     *
     * @throws ProblemException 404 where there is none
     */
    ImportJob get(UUID id) {
        return require(id).view();
    }

    private Job require(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemException.notFound("import", id));
    }

    Page<ImportJob> list(PageRequest page) {
        List<String> after = page.cursor == null ? null : cursors.decode(page.cursor, LIST, List.of(), 2);
        List<Job> jobs = store.page(after == null ? null : CursorKeys.instant(after.get(0)),
                after == null ? null : CursorKeys.uuid(after.get(1)), page.limit + 1);
        return Page.of(jobs, page.limit,
                last -> cursors.encode(LIST, List.of(), List.of(last.createdAt().toString(), last.id().toString())))
                .map(Job::view);
    }

    Page<Refusal> refused(UUID id, PageRequest page) {
        require(id);
        long after = page.cursor == null
                ? 0
                : CursorKeys.number(cursors.decode(page.cursor, REFUSED, List.of(id), 1).get(0));
        return Page.of(store.refused(id, after, page.limit + 1), page.limit,
                last -> cursors.encode(REFUSED, List.of(id), List.of(String.valueOf(last.line()))));
    }

    /**
     * Stops an import; what it has written stays. One that has ended stays as it ended.
     *
     * @throws ProblemException 409 while it comes in or is being undone
     */
    @Transactional
    ImportJob cancel(UUID id) {
        Job job = store.lock(id).orElseThrow(() -> ProblemException.notFound("import", id));
        if (job.endedAt() != null) {
            return job.view();
        }
        if (job.state() == State.RECEIVING) {
            throw ProblemException
                    .conflict("The file of the import is still coming in. Break the upload off to stop it.");
        }
        if (job.phase() == Job.Phase.UNDO) {
            throw ProblemException.conflict("The import is being undone.");
        }
        store.end(id, State.CANCELLED, "Cancelled by " + recorder.name() + ".");
        return get(id);
    }

    /**
     * Begins to take back what an import wrote.
     *
     * @throws ProblemException 409 while it runs, and where it was a dry run
     */
    @Transactional
    ImportJob undo(UUID id, String reason) {
        Job job = store.lock(id).orElseThrow(() -> ProblemException.notFound("import", id));
        if (job.dryRun()) {
            throw ProblemException.conflict("The import was a dry run. It has written nothing.");
        }
        switch (job.state()) {
            case DONE, FAILED, CANCELLED -> store.beginToUndo(id, reason, recorder.name());
            case UNDONE -> {
                // As it was asked for.
            }
            default -> throw ProblemException.conflict("The import is running. Cancel it first.");
        }
        return get(id);
    }
}
