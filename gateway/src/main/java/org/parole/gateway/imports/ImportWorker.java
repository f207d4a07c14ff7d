package org.parole.gateway.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.parole.gateway.imports.mapping.Defect;
import org.parole.gateway.imports.mapping.Draft;
import org.parole.gateway.imports.mapping.IntakeBodies;
import org.parole.gateway.imports.mapping.Mapping;
import org.parole.gateway.imports.mapping.RowReader;
import org.parole.gateway.service.ServiceFailure;
import org.parole.kit.imports.ImportState;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.start.SchemaCheck;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Works through imports, one at a time on each replica. A replica that dies loses nothing: what rows have become is in the database, and
 * after its lease another one goes on.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int MOST_ROWS = IntakeBodies.MOST_PASSAGES / 2;
    private static final int UNDONE_AT_ONCE = 50;

    private final JobStore jobs;
    private final RowStore rows;
    private final GroupWriter writer;
    private final Created created;
    private final Corrections corrections;
    private final ImportsConfig config;
    private final SchemaCheck schema;
    private final ObjectMapper mapper;
    private volatile boolean stopping;

    ImportWorker(JobStore jobs, RowStore rows, GroupWriter writer, Created created, Corrections corrections,
            ImportsConfig config,
            SchemaCheck schema, ObjectMapper mapper) {
        this.jobs = jobs;
        this.rows = rows;
        this.writer = writer;
        this.created = created;
        this.corrections = corrections;
        this.config = config;
        this.schema = schema;
        this.mapper = mapper;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "{parole.imports.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!schema.passed() || stopping) {
            return;
        }
        try {
            for (Optional<Job> job = jobs.claim(config.lease()); job.isPresent()
                    && !stopping; job = jobs.claim(config.lease())) {
                work(job.get());
            }
        } catch (Sql.ImportStoreException e) {
            LOG.warnf("Imports cannot be looked for now: %s", e.getMessage());
        }
    }

    private void work(Job job) {
        try {
            if (job.undoReason() != null) {
                undo(job);
            } else {
                run(job);
            }
        } catch (Sql.ImportStoreException e) {
            LOG.warnf("The import %s waits: %s", job.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The import %s failed", job.id());
            if (job.undoReason() != null) {
                // Taken up again after the lease.
                jobs.problem(job.id(), "It could not be undone yet, by an error of Parole's own. It is tried again.");
                return;
            }
            jobs.end(job.id(), ImportState.FAILED,
                    "An error of Parole's own. What was written before stays, until the import is undone.");
        }
    }

    private void run(Job job) {
        Mapping mapping = mapping(job);
        RowReader reader = new RowReader(mapping, job.headings(), job.dataset());
        if (job.view().strict() && job.view().refused() > 0 && job.view().written() == 0) {
            jobs.end(job.id(), ImportState.FAILED,
                    job.view().refused() + " rows were refused and the import is strict: nothing was written.");
            return;
        }
        if (job.view().dryRun()) {
            Boolean complete = retried(job, () -> created.isComplete(mapping, job));
            if (complete != null) {
                rows(job, reader, !complete);
            }
            return;
        }
        String problem = retried(job, () -> created.complete(mapping, job).orElse(""));
        if (problem != null && problem.isEmpty()) {
            rows(job, reader, false);
        } else if (problem != null) {
            jobs.end(job.id(), ImportState.FAILED, problem);
        }
    }

    /** Takes in what is left, document by document. */
    private void rows(Job job, RowReader reader, boolean readOnly) {
        while (!stopping) {
            Optional<Job> now = jobs.renew(job.id(), config.lease());
            if (now.isEmpty() || now.get().view().state() != ImportState.RUNNING) {
                return;
            }
            if (now.get().cancelAsked()) {
                jobs.end(job.id(), ImportState.CANCELLED,
                        "Cancelled. What was written before stays, until the import is undone.");
                return;
            }
            if (job.view().strict() && now.get().view().refused() > 0) {
                jobs.end(job.id(), ImportState.FAILED,
                        "A row was refused and the import is strict. What was written before is undone.");
                jobs.askToUndo(job.id(), "A row of a strict import was refused");
                return;
            }
            List<StagedRow> next = rows.next(job.id(), MOST_ROWS);
            if (next.isEmpty()) {
                jobs.end(job.id(), ImportState.DONE, readOnly
                        ? "A dry run: parties or commitments of the mapping are not recorded yet, so that the services were not asked about the rows."
                        : null);
                return;
            }
            if (readOnly) {
                readOnly(job, next);
            } else if (retried(job, () -> {
                writer.write(job, reader, next);
                return true;
            }) == null) {
                return;
            }
        }
        jobs.release(job.id());
    }

    private void readOnly(Job job, List<StagedRow> next) {
        rows.transaction(connection -> {
            RowStore.done(connection, job.id(), next, "DONE");
            RowStore.count(connection, job.id(), new RowStore.Counts(0, next.size(), 0, 0, 0));
            return null;
        });
    }

    /** Undoes what the import did: first what it revised, then what it took in. */
    private void undo(Job job) {
        String reason = job.undoReason();
        for (Map<String, Draft> changes = rows.changesOf(job.id(), UNDONE_AT_ONCE); !changes.isEmpty()
                && !stopping; changes = rows
                        .changesOf(job.id(), UNDONE_AT_ONCE)) {
            Map<String, Draft> some = changes;
            Map<String, RecordedRow> known = rows.records(job.dataset(), List.copyOf(some.keySet()));
            for (Map.Entry<String, Draft> change : some.entrySet()) {
                jobs.renew(job.id(), config.lease());
                RecordedRow record = known.get(change.getKey());
                if (retried(job, () -> record == null || record.importId().equals(job.id())
                        ? List.<Defect>of()
                        : corrections.change(job, record, change.getValue(), reason)) == null) {
                    return;
                }
                rows.transaction(connection -> {
                    rows.forgetChange(connection, job.id(), change.getKey());
                    return null;
                });
            }
        }
        for (List<RecordedRow> records = rows.recordsOf(job.id(), UNDONE_AT_ONCE); !records.isEmpty()
                && !stopping; records = rows
                        .recordsOf(job.id(), UNDONE_AT_ONCE)) {
            for (RecordedRow record : records) {
                jobs.renew(job.id(), config.lease());
                if (retried(job, () -> {
                    corrections.retract(job, record, reason);
                    return true;
                }) == null) {
                    return;
                }
                rows.forget(job.dataset(), record.label());
            }
        }
        for (UUID document : new ArrayList<>(rows.documentsOf(job.id()))) {
            if (stopping || retried(job, () -> {
                corrections.retractDocument(job, document, reason);
                return true;
            }) == null) {
                return;
            }
            rows.forgetDocument(document);
        }
        if (!stopping) {
            jobs.end(job.id(), ImportState.UNDONE, reason);
        }
    }

    /** Asks again while a service cannot answer, and says so meanwhile; null when the replica stops or the import is cancelled first. */
    private <T> T retried(Job job, java.util.function.Supplier<T> work) {
        while (!stopping) {
            try {
                T result = work.get();
                jobs.problem(job.id(), null);
                return result;
            } catch (ServiceFailure failure) {
                jobs.problem(job.id(), failure.sentence() + " It is asked again.");
            } catch (ProblemException e) {
                int status = e.problem().status();
                if (status != 409 && status != 429 && status != 503) {
                    throw e;
                }
                jobs.problem(job.id(), e.problem().detail() + " It is tried again.");
            }
            if (!rest()) {
                break;
            }
            Optional<Job> now = jobs.renew(job.id(), config.lease());
            if (now.isEmpty() || now.get().cancelAsked() && job.undoReason() == null) {
                jobs.end(job.id(), ImportState.CANCELLED,
                        "Cancelled. What was written before stays, until the import is undone.");
                return null;
            }
        }
        return null;
    }

    private boolean rest() {
        try {
            Thread.sleep(config.pause().toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Mapping mapping(Job job) {
        try {
            return Mapping.of(mapper.readTree(job.mapping()), new ArrayList<>());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored mapping cannot be read", e);
        }
    }
}
