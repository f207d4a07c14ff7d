package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.parole.kit.problem.FieldError;
import org.parole.quote.document.Documents;
import org.parole.quote.imports.Job.Counts;
import org.parole.quote.imports.Job.Phase;
import org.parole.quote.imports.Job.State;
import org.parole.quote.imports.LineReader.Read;
import org.parole.quote.imports.RowStore.Link;

/** Takes some lines of an import: records, counts and the place in the file change in one transaction, or none of them. */
@ApplicationScoped
class ChunkWriter {

    private final ImportStore store;
    private final RowStore rows;
    private final RowRecorder recorder;
    private final Documents documents;

    ChunkWriter(ImportStore store, RowStore rows, RowRecorder recorder, Documents documents) {
        this.documents = documents;
        this.store = store;
        this.rows = rows;
        this.recorder = recorder;
    }

    /** What is to become of the rows of a chunk. */
    private static final class Sorted {
        private final List<Read> fresh = new ArrayList<>();
        private final Map<Read, Link> changed = new HashMap<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Set<String> addresses = new HashSet<>();
        private long alreadyThere;
    }

    /**
     * Takes the lines from one up to another, unless the import has been stopped or another replica has taken them.
     *
     * @param reads what stands in them
     */
    @Transactional
    void take(UUID id, long from, long next, List<Read> reads) {
        rows.lock();
        Job job = store.lock(id).orElse(null);
        if (job == null || job.state() != State.RUNNING || job.phase() == Phase.UNDO || job.nextLine() != from) {
            return;
        }
        Sorted sorted = sort(job, reads);
        boolean isLook = job.phase() == Phase.CHECK;
        int written = sorted.fresh.size();
        int revised = 0;
        if (isLook) {
            rows.see(id, sorted.fresh);
            rows.see(id, sorted.changed.keySet());
            revised = sorted.changed.size();
        } else {
            List<Refusal> refused = recorder.add(job, sorted.fresh);
            written -= refused.size();
            sorted.refusals.addAll(refused);
            for (Map.Entry<Read, Link> entry : sorted.changed.entrySet()) {
                try {
                    if (recorder.revise(job, entry.getKey(), entry.getValue())) {
                        revised++;
                    } else {
                        sorted.alreadyThere++;
                    }
                } catch (RefusedRowException e) {
                    sorted.refusals.add(Refusal.of(entry.getKey().line(), e.error()));
                }
            }
        }
        store.refuse(id, sorted.refusals);
        store.advance(id, next,
                new Counts(reads.size(), written, sorted.alreadyThere, revised, sorted.refusals.size()));
    }

    /** Refuses a line for a reason that showed only when it was written. */
    @Transactional
    void refuse(UUID id, long from, long next, Refusal refusal) {
        rows.lock();
        Job job = store.lock(id).orElse(null);
        if (job != null && job.state() == State.RUNNING && job.nextLine() == from) {
            store.refuse(id, List.of(refusal));
            store.advance(id, next, new Counts(1, 0, 0, 0, 1));
        }
    }

    /** The file has been gone through: what follows, or the end. */
    @Transactional
    void finish(UUID id) {
        Job job = store.lock(id).orElse(null);
        if (job == null || job.state() != State.RUNNING || job.phase() == Phase.UNDO) {
            return;
        }
        if (job.strict() && job.counts().refused() > 0) {
            store.end(id, State.FAILED,
                    job.counts().refused() + (job.counts().refused() == 1 ? " line is" : " lines are")
                            + " refused and the import is strict. Nothing was written.");
        } else if (job.phase() == Phase.CHECK && !job.dryRun()) {
            store.beginToWrite(id);
        } else {
            store.end(id, State.DONE, null);
        }
    }

    private Sorted sort(Job job, List<Read> reads) {
        var sorted = new Sorted();
        List<String> keys = reads.stream().filter(read -> read.row() != null).map(Read::row)
                .flatMap(row -> Stream.of(row.key(), row.partOf())).filter(Objects::nonNull).distinct().toList();
        Map<String, Link> known = rows.known(job.dataset(), keys);
        HashMap<String, RowStore.Seen> seen = new HashMap<>(
                job.phase() == Phase.CHECK ? rows.seen(job.id(), keys) : Map.of());
        for (Read read : reads) {
            Optional<FieldError> defect = read.refusal() != null
                    ? Optional.empty()
                    : defectOfDocument(job, read.row(), sorted, known, seen);
            if (read.refusal() != null || defect.isPresent()) {
                sorted.refusals.add(read.refusal() != null ? read.refusal() : Refusal.of(read.line(), defect.get()));
                continue;
            }
            String key = read.row().key();
            RowStore.Seen before = seen.get(key);
            Link link = known.get(key);
            if (before == null && link != null && isOf(job, link)) {
                before = new RowStore.Seen(link.hash(), job.id().equals(link.importId()) ? link.line() : 0);
            }
            if (before != null) {
                if (Arrays.equals(before.hash(), read.hash())) {
                    sorted.alreadyThere++;
                } else {
                    sorted.refusals.add(Refusal.of(read.line(), "", "has the key of "
                            + (before.line() == 0 ? "a line before it" : "line " + before.line())
                            + ", and says something else"));
                }
                continue;
            }
            seen.put(key, new RowStore.Seen(read.hash(), read.line().number()));
            if (link == null) {
                sorted.fresh.add(read);
            } else if (Arrays.equals(link.hash(), read.hash())) {
                sorted.alreadyThere++;
            } else {
                sorted.changed.put(read, link);
            }
        }
        return sorted;
    }

    /** What is wrong with a row whose document is not in it: it must be recorded, or be in a row before it. */
    private Optional<FieldError> defectOfDocument(Job job, Row row, Sorted sorted, Map<String, Link> known,
            Map<String, RowStore.Seen> seen) {
        if (row.partOf() != null) {
            return seen.containsKey(row.partOf()) || known.containsKey(row.partOf())
                    ? Optional.empty()
                    : Optional.of(new FieldError("/document", "is refused, or is not in the file: " + row.partOf()));
        }
        Row.DocumentDraft document = row.document();
        if (document.url() != null && document.publishedAt() != null) {
            sorted.addresses.add(document.url());
        }
        return document.publishedAt() != null || job.phase() == Phase.WRITE
                || sorted.addresses.contains(document.url()) || documents.at(document.url()).isPresent()
                        ? Optional.empty()
                        : Optional.of(notRecorded(document));
    }

    /** Nothing tells when a document was published that an annotation only refers to. */
    static FieldError notRecorded(Row.DocumentDraft document) {
        return new FieldError("/target/source",
                "is no document that is recorded, and the annotation does not say when it was"
                        + " published: record it first, or give the source as an object with id and datePublished: "
                        + document.url());
    }

    private static boolean isOf(Job job, Link link) {
        return job.phase() == Phase.WRITE
                && (job.id().equals(link.importId()) && link.revisedBy() == null || job.id().equals(link.revisedBy()));
    }
}
