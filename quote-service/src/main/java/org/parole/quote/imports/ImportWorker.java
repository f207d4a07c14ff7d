package org.parole.quote.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parole.kit.problem.DatabaseFailures;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.start.SchemaCheck;
import org.parole.quote.imports.Job.Phase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Works on the imports in the background, one after the other. All that it knows is in the database, so that it goes on after a crash,
 * and several replicas may do it at once. A chunk that fails is tried again in halves, until the line that cannot be written
 * stands alone and is refused.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    /** So often an error that is nobody's known fault is met with one line before the line is refused. */
    private static final int MOST_FAILURES = 3;

    private final ImportStore store;
    private final ImportFormats formats;
    private final LineReader reader;
    private final ChunkWriter writer;
    private final ImportUndo undo;
    private final OnBehalf onBehalf;
    private final SchemaCheck schema;
    private final int chunk;
    private volatile boolean stops;
    /** How many lines are taken at once now, and how often one line alone has failed. */
    private int size;
    private int failures;

    ImportWorker(ImportStore store, ImportFormats formats, LineReader reader, ChunkWriter writer, ImportUndo undo,
            OnBehalf onBehalf, SchemaCheck schema, @ConfigProperty(name = "parole.imports.chunk") int chunk) {
        this.store = store;
        this.formats = formats;
        this.reader = reader;
        this.writer = writer;
        this.undo = undo;
        this.onBehalf = onBehalf;
        this.schema = schema;
        this.chunk = chunk;
        this.size = chunk;
    }

    void stop(@Observes ShutdownEvent event) {
        stops = true;
    }

    /** One round: works until nothing is left to do, or an error says that it is better to wait. */
    @Scheduled(every = "{parole.imports.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        if (!schema.passed()) {
            return;
        }
        try {
            store.giveUpSilentUploads();
            Optional<Job> job = store.nextOpen();
            while (job.isPresent() && !stops) {
                step(job.get());
                job = store.nextOpen();
            }
        } catch (RuntimeException e) {
            if (!DatabaseFailures.isCausedByUnavailable(e)) {
                LOG.warn("An import is interrupted and will be tried again", e);
            }
        }
    }

    private void step(Job job) {
        if (job.phase() == Phase.UNDO) {
            onBehalf.of(job.undoBy(), () -> undo.takeBack(job.id(), chunk));
            return;
        }
        Optional<Block> block = store.block(job.id(), job.nextLine());
        if (block.isEmpty()) {
            writer.finish(job.id());
            return;
        }
        long from = job.nextLine();
        while (!stops) {
            List<RawLine> lines = block.get().from(from, size);
            if (lines.isEmpty() || !take(job, from, lines)) {
                return;
            }
            from = lines.get(lines.size() - 1).number() + 1;
        }
    }

    /** Takes some lines; false where the import must be looked at anew. */
    private boolean take(Job job, long from, List<RawLine> lines) {
        long next = lines.get(lines.size() - 1).number() + 1;
        try {
            List<LineReader.Read> reads = reader.read(formats.named(job.format()), lines);
            inName(job, () -> writer.take(job.id(), from, next, reads));
            size = Math.min(chunk, size * 2);
            failures = 0;
            return store.find(job.id()).filter(now -> now.state() == Job.State.RUNNING && now.nextLine() == next)
                    .isPresent();
        } catch (RuntimeException e) {
            if (DatabaseFailures.isCausedByUnavailable(e)
                    || DatabaseFailures.isCausedByTimeout(e) && lines.size() == 1) {
                throw e;
            }
            if (lines.size() > 1) {
                LOG.debugf(e, "Lines of the import %s are tried again in smaller chunks", job.id());
                size = Math.max(1, lines.size() / 2);
                return false;
            }
            refuse(job, from, next, lines.get(0), e);
            return false;
        }
    }

    private void refuse(Job job, long from, long next, RawLine line, RuntimeException failure) {
        String reason;
        if (failure instanceof ProblemException problem) {
            reason = problem.getMessage();
        } else if (++failures < MOST_FAILURES) {
            throw failure;
        } else {
            LOG.errorf(failure, "Line %d of the import %s cannot be written", line.number(), job.id());
            reason = "cannot be written: an error of the service, which is in its log";
        }
        failures = 0;
        inName(job, () -> writer.refuse(job.id(), from, next, Refusal.of(line, "", reason)));
    }

    private void inName(Job job, Runnable work) {
        Supplier<UUID> done = () -> {
            work.run();
            return job.id();
        };
        onBehalf.of(job.createdBy(), done);
    }
}
