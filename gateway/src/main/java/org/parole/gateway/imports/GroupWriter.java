package org.parole.gateway.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.imports.mapping.Defect;
import org.parole.gateway.imports.mapping.Draft;
import org.parole.gateway.imports.mapping.IntakeBodies;
import org.parole.gateway.imports.mapping.RowReader;
import org.parole.gateway.imports.mapping.RowReading;
import org.parole.gateway.intake.IntakeCoordinator;
import org.parole.gateway.intake.IntakeView;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes in the rows of one document. What it does is done again without harm: each intake has a key made of what it holds, and what rows
 * have become is stored in the transaction that accounts for them.
 */
@ApplicationScoped
class GroupWriter {

    private static final Pattern RECORD = Pattern.compile("/(quotes|releaseReports)/(\\d+)(/.*)?");
    private static final String PASSAGES = "/document/passages";
    private static final int MOST_CONFLICTS = 5;

    private final RowStore store;
    private final IntakeCoordinator intakes;
    private final Corrections corrections;

    GroupWriter(RowStore store, IntakeCoordinator intakes, Corrections corrections) {
        this.store = store;
        this.intakes = intakes;
        this.corrections = corrections;
    }

    /** A row on its way: what it says now, and what has become of it so far. */
    private record Item(StagedRow row, RowReading reading, Map<String, RecordedRow> known) {

        List<Draft> fresh() {
            return reading.drafts().stream().filter(draft -> !known.containsKey(draft.label())).toList();
        }

        List<Draft> changed() {
            return reading.drafts().stream()
                    .filter(draft -> known.containsKey(draft.label())
                            && !known.get(draft.label()).draft().equals(draft))
                    .toList();
        }
    }

    /** Takes rows in, or only checks them for a dry run; problems of the services are thrown, with nothing accounted for. */
    void write(Job job, RowReader reader, List<StagedRow> rows) {
        List<Item> items = new ArrayList<>();
        List<Item> same = new ArrayList<>();
        for (StagedRow row : rows) {
            RowReading reading = reader.read(row.row(), row.key());
            Map<String, RecordedRow> known = store.records(job.dataset(),
                    reading.drafts().stream().map(Draft::label).toList());
            Item item = new Item(row, reading, known);
            if (!reading.defects().isEmpty()) {
                refuse(job, item, reading.defects());
            } else if (item.fresh().isEmpty() && item.changed().isEmpty()) {
                same.add(item);
            } else {
                items.add(item);
            }
        }
        account(job, same, new RowStore.Counts(0, 0, same.size(), 0, 0), List.of());
        if (job.view().dryRun()) {
            check(job, items);
        } else {
            revise(job, items);
        }
    }

    private void refuse(Job job, Item item, List<Defect> defects) {
        store.transaction(connection -> {
            RowStore.refuse(connection, job.id(), item.row().row(), defects);
            RowStore.done(connection, job.id(), List.of(item.row()), "REFUSED");
            RowStore.count(connection, job.id(), new RowStore.Counts(0, 0, 0, 0, 1));
            return null;
        });
    }

    private void account(Job job, List<Item> items, RowStore.Counts counts, List<RecordedRow> records) {
        account(job, items, counts, records, false);
    }

    private void account(Job job, List<Item> items, RowStore.Counts counts, List<RecordedRow> records,
            boolean isNewDocument) {
        if (items.isEmpty()) {
            return;
        }
        store.transaction(connection -> {
            for (RecordedRow record : records) {
                store.keep(connection, job.dataset(), record);
                RowStore.keepDocument(connection, job.dataset(), items.get(0).row().documentKey(), record.documentId(),
                        job.id(), isNewDocument);
            }
            RowStore.done(connection, job.id(), items.stream().map(Item::row).toList(), "DONE");
            RowStore.count(connection, job.id(), counts);
            return null;
        });
    }

    private void check(Job job, List<Item> items) {
        List<Item> left = new ArrayList<>(items);
        List<Item> fresh = left.stream().filter(item -> !item.fresh().isEmpty()).toList();
        if (!fresh.isEmpty()) {
            left.removeIf(item -> fresh.contains(item) && !takeIn(job, List.of(item), true).isEmpty());
        }
        account(job, left, new RowStore.Counts(0, left.stream().filter(item -> item.known().isEmpty()).count(), 0,
                left.stream().filter(item -> !item.known().isEmpty()).count(), 0), List.of());
    }

    private void revise(Job job, List<Item> items) {
        List<Item> left = new ArrayList<>(items);
        for (Item item : items) {
            List<Draft> changed = item.changed();
            List<Defect> defects = changed.isEmpty() ? List.of() : corrections.revise(job, item.known(), changed);
            if (!defects.isEmpty()) {
                refuse(job, item, defects);
                left.remove(item);
            } else if (!changed.isEmpty() && item.fresh().isEmpty() && corrections.stillThere(job, changed)) {
                account(job, List.of(item), new RowStore.Counts(0, 0, 0, 1, 0), List.of());
                left.remove(item);
            }
        }
        if (!left.isEmpty()) {
            takeIn(job, left.stream().map(item -> new Item(item.row(), item.reading(),
                    store.records(job.dataset(), item.reading().drafts().stream().map(Draft::label).toList())))
                    .toList(), false);
        }
    }

    /** Takes items in together; those that a service refuses are refused and the rest goes again. Those refused are returned. */
    private List<Item> takeIn(Job job, List<Item> items, boolean dry) {
        List<Item> left = new ArrayList<>(items);
        List<Item> refused = new ArrayList<>();
        boolean passages = true;
        int conflicts = 0;
        while (!left.isEmpty()) {
            List<Draft> drafts = left.stream().flatMap(item -> item.fresh().stream()).toList();
            UUID documentId = store.document(job.dataset(), left.get(0).row().documentKey());
            ObjectNode body = IntakeBodies.of(drafts, documentId == null ? null : documentId.toString(), passages);
            body.put("dataset", job.dataset());
            if (job.view().licence() != null) {
                body.put("licence", job.view().licence());
            }
            try {
                if (dry) {
                    intakes.check(body, job.caller());
                } else {
                    String key = key(job, body);
                    boolean isNew = documentId == null && isNew(job, left.get(0).row().documentKey(), key, body);
                    IntakeView view = intakes.take(body, key, job.caller());
                    account(job, left, counts(left), records(job, drafts, body, view), isNew);
                }
                return refused;
            } catch (ProblemException e) {
                if (passages && concernsOnlyPassages(e)) {
                    passages = false;
                    continue;
                }
                if (e.problem().status() == 409 && conflicts++ < MOST_CONFLICTS) {
                    pause(conflicts);
                    continue;
                }
                List<Item> wrong = wrong(job, e, left, body);
                refused.addAll(wrong);
                left.removeAll(wrong);
            }
        }
        return refused;
    }

    /** Whether the document was not recorded before this intake of it, which may have been begun by a replica that has died since. */
    private boolean isNew(Job job, String documentKey, String intakeKey, JsonNode body) {
        Optional<Boolean> found = intakes.isBegun(intakeKey, job.caller())
                ? store.foundNew(job.id(), documentKey)
                : Optional.empty();
        return found.orElseGet(() -> {
            boolean isNew = !corrections.isRecorded(job, body.path("document"));
            store.keepFoundNew(job.id(), documentKey, isNew);
            return isNew;
        });
    }

    /** Another intake may be adding the same outlet or speaker, which takes a moment. */
    private static void pause(int times) {
        try {
            Thread.sleep(200L * times);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while it waited", e);
        }
    }

    private static RowStore.Counts counts(List<Item> items) {
        long revised = items.stream().filter(item -> !item.known().isEmpty()).count();
        return new RowStore.Counts(0, items.size() - revised, 0, revised, 0);
    }

    private static boolean concernsOnlyPassages(ProblemException e) {
        List<FieldError> errors = e.problem().errors();
        return errors != null && !errors.isEmpty()
                && errors.stream().allMatch(error -> error.pointer().startsWith(PASSAGES));
    }

    private List<RecordedRow> records(Job job, List<Draft> drafts, ObjectNode body, IntakeView view) {
        Map<String, UUID> quotes = new HashMap<>();
        view.quotes().forEach(quote -> quotes.put(quote.label(), quote.id()));
        Map<String, UUID> reports = new HashMap<>();
        view.releaseReports().forEach(report -> reports.put(report.label(), report.id()));
        Map<String, String> quoteOf = new HashMap<>();
        body.path("releaseReports").forEach(report -> quoteOf.put(report.path("label").asText(),
                report.path("evidence").path("quote").asText()));
        return drafts.stream().map(draft -> new RecordedRow(draft.label(), view.documentId(),
                quotes.get(quoteOf.getOrDefault(draft.label(), draft.label())), reports.get(draft.label()), draft,
                job.id())).toList();
    }

    /** The rows that a problem is about, refused; all of them where it is about the document. What may pass is thrown on. */
    private List<Item> wrong(Job job, ProblemException e, List<Item> items, JsonNode body) {
        int status = e.problem().status();
        if (status != 422 && status != 409 && status != 400 || e.problem().errors() == null
                || status == 409 && e.problem().errors().isEmpty()) {
            throw e;
        }
        Map<Item, List<Defect>> defects = new LinkedHashMap<>();
        for (FieldError error : e.problem().errors()) {
            Matcher record = RECORD.matcher(error.pointer());
            String label = record.matches()
                    ? body.path(record.group(1)).path(Integer.parseInt(record.group(2))).path("label").asText()
                    : null;
            String pointer = record.matches() ? (record.group(3) == null ? "" : record.group(3)) : error.pointer();
            for (Item item : items) {
                if (label == null || item.reading().drafts().stream().anyMatch(draft -> draft.label().equals(label))) {
                    defects.computeIfAbsent(item, i -> new ArrayList<>()).add(new Defect(pointer, error.detail()));
                }
            }
        }
        if (defects.isEmpty()) {
            items.forEach(item -> defects.put(item, List.of(new Defect("", e.problem().detail()))));
        }
        defects.forEach((item, list) -> refuse(job, item, list));
        return List.copyOf(defects.keySet());
    }

    private static String key(Job job, JsonNode body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.toString().getBytes(StandardCharsets.UTF_8));
            return "import-" + job.id() + "-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
