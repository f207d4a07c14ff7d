package org.parole.quote.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.export.DatasetRecords;
import org.parole.kit.export.Export.Dataset;
import org.parole.kit.id.Uuid7;
import org.parole.kit.intake.IntakeHoldRepository;
import org.parole.kit.record.ChangeKind;
import org.parole.kit.record.Ledger;
import org.parole.kit.text.Names;
import org.parole.quote.anchor.TextPositionSelector;
import org.parole.quote.document.ArticleAddress;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;
import org.parole.quote.document.DocumentCopy;
import org.parole.quote.document.Documents;
import org.parole.quote.imports.LineReader.Read;
import org.parole.quote.imports.RowStore.Link;
import org.parole.quote.occurrence.NearQuotes;
import org.parole.quote.occurrence.Newcomer;
import org.parole.quote.occurrence.Occurrences;
import org.parole.quote.occurrence.Said;
import org.parole.quote.occurrence.Wording;
import org.parole.quote.outlet.Outlet;
import org.parole.quote.outlet.OutletBody;
import org.parole.quote.outlet.Outlets;
import org.parole.quote.quote.AnchorBody;
import org.parole.quote.quote.Quote;
import org.parole.quote.quote.QuoteBody;
import org.parole.quote.quote.QuoteCopy;
import org.parole.quote.quote.QuoteKind;
import org.parole.quote.quote.Quotes;
import org.parole.quote.speaker.SpeakerBody;

/** Records what rows say: many at once, each as if it had been typed in after the one before. */
@ApplicationScoped
class RowRecorder {

    private final Session session;
    private final Ledger ledger;
    private final Outlets outlets;
    private final SpeakersOfRows speakers;
    private final Documents documents;
    private final Quotes quotes;
    private final Occurrences occurrences;
    private final NearQuotes near;
    private final RowStore rows;
    private final DatasetRecords datasets;
    private final IntakeHoldRepository holds;

    RowRecorder(Session session, Ledger ledger, Outlets outlets, SpeakersOfRows speakers, Documents documents,
            Quotes quotes, Occurrences occurrences, NearQuotes near, RowStore rows, DatasetRecords datasets,
            IntakeHoldRepository holds) {
        this.session = session;
        this.ledger = ledger;
        this.outlets = outlets;
        this.speakers = speakers;
        this.documents = documents;
        this.quotes = quotes;
        this.occurrences = occurrences;
        this.near = near;
        this.rows = rows;
        this.datasets = datasets;
        this.holds = holds;
    }

    /** Records rows that are new; gives back those that cannot be, with the reason. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Refusal> add(Job job, List<Read> reads) {
        if (reads.isEmpty()) {
            return List.of();
        }
        var batch = new Batch(job, ledger.begin(),
                speakers.ids(reads.stream().flatMap(read -> read.row().quotes().stream())
                        .map(Row.QuoteDraft::speaker).filter(Objects::nonNull).toList(), job.id(), job.createdBy()));
        batch.find(reads);
        List<Refusal> refusals = new ArrayList<>();
        for (Read read : reads) {
            try {
                batch.add(read);
            } catch (RefusedRowException e) {
                refusals.add(Refusal.of(read.line(), e.error()));
            }
        }
        batch.flush();
        return refusals;
    }

    /**
     * Brings the records of a row to what it says now.
     *
     * @return whether anything was different
     * @throws RefusedRowException where somebody has corrected them by hand, or the row has become another number of quotes
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = RefusedRowException.class)
    boolean revise(Job job, Read read, Link known) {
        ledger.begin();
        List<Row.QuoteDraft> drafts = read.row().quotes();
        if (drafts.size() != known.quoteIds().size()) {
            throw new RefusedRowException("", "has " + drafts.size() + " quotes, and had " + known.quoteIds().size()
                    + " when it was imported: retract them, and give the row another key");
        }
        for (UUID id : known.quoteIds()) {
            if (rows.isCorrectedByHand(id)) {
                throw new RefusedRowException("",
                        "is corrected by hand since it was imported: see the quote " + id);
            }
        }
        String reason = "Import of " + job.dataset();
        Map<SpeakerBody, UUID> ids = speakers.ids(
                drafts.stream().map(Row.QuoteDraft::speaker).filter(Objects::nonNull).toList(), job.id(),
                job.createdBy());
        boolean isRevised = false;
        if (read.row().partOf() == null && read.row().document().url() == null) {
            // One with an address is everybody's; this one is the row's alone.
            isRevised = documents.revise(known.documentId(),
                    LineReader.bodyOf(read.row().document(), outlet(job, read.row().document().outlet())), reason);
        }
        for (int i = 0; i < drafts.size(); i++) {
            UUID id = known.quoteIds().get(i);
            Row.QuoteDraft draft = drafts.get(i);
            QuoteBody body = LineReader.bodyOf(draft, known.documentId(),
                    draft.speaker() == null ? null : ids.get(draft.speaker()));
            if (quotes.revise(id, body, reason)) {
                isRevised = true;
                rows.keepRevision(job.id(), id, job.dataset(), known.key());
            }
        }
        rows.revise(job.dataset(), known.key(), read.hash(), isRevised ? job.id() : known.revisedBy());
        return isRevised;
    }

    private UUID outlet(Job job, OutletBody body) {
        return outlets.named(body.name()).map(known -> known.id).orElseGet(() -> {
            Outlet added = outlets.add(Uuid7.next(), body, job.createdBy(), "");
            rows.mark("outlet", List.of(added.id), job.id());
            return added.id;
        });
    }

    /** Records that are about to be written together. */
    private final class Batch {

        private final Job job;
        private final Instant recordedAt;
        private final Map<SpeakerBody, UUID> speakerIds;
        private final Map<String, UUID> outletIds = new HashMap<>();
        private final Map<String, Document> recorded = new HashMap<>();
        private final Set<String> held = new HashSet<>();
        private final Map<String, Document> byAddress = new HashMap<>();
        private final Map<String, Document> byRow = new HashMap<>();
        private final List<Document> newDocuments = new ArrayList<>();
        private final List<Quote> newQuotes = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final Map<Dataset, List<UUID>> ofOtherDatasets = new HashMap<>();

        Batch(Job job, Instant recordedAt, Map<SpeakerBody, UUID> speakerIds) {
            this.job = job;
            this.recordedAt = recordedAt;
            this.speakerIds = speakerIds;
        }

        /** Looks all outlets and addresses up at once: a query for each row is most of the time of an import (bench/import/run). */
        void find(List<Read> reads) {
            outletIds.putAll(outlets.named(reads.stream().map(Read::row).filter(row -> row.partOf() == null)
                    .map(row -> row.document().outlet().name()).distinct().toList()));
            Set<String> urls = reads.stream().map(Read::row).filter(row -> row.partOf() == null)
                    .map(row -> row.document().url()).filter(Objects::nonNull).collect(Collectors.toSet());
            recorded.putAll(documents.at(urls));
            holds.findNew(urls.stream().map(ArticleAddress::of).toList()).forEach(hold -> held.add(hold.key));
        }

        void add(Read read) {
            Document document = read.row().partOf() == null ? ofRow(read.row()) : ofAnother(read.row());
            byRow.put(read.row().key(), document);
            Optional<CheckedText> text = documents.textOf(document);
            List<UUID> quoteIds = new ArrayList<>();
            List<Row.QuoteDraft> drafts = read.row().partOf() == null
                    ? read.row().quotes()
                    : read.row().quotes().stream().map(quote -> placed(quote, text)).toList();
            for (Row.QuoteDraft quote : drafts) {
                UUID id = Uuid7.next();
                UUID speaker = quote.speaker() == null ? null : speakerIds.get(quote.speaker());
                QuoteBody body = LineReader.bodyOf(quote, document.id, speaker);
                if (read.row().partOf() != null) {
                    RefusedRowException.throwIfAny(Quotes.defectsOf(body, document.published(),
                            text.map(known -> known.text().length()), quote.pointer()));
                }
                Quote first = quotes.firstRevision(id, body, document, text, job.createdBy());
                first.importId = job.id();
                newQuotes.add(first);
                quoteIds.add(id);
            }
            keepDataset(read.row(), document, quoteIds);
            links.add(new Link(read.row().key(), read.hash(), job.id(), null, read.line().number(), document.id,
                    quoteIds));
        }

        /** A row may say itself of which data set its new records are. */
        private void keepDataset(Row row, Document document, List<UUID> quoteIds) {
            if (row.dataset() == null) {
                return;
            }
            List<UUID> records = ofOtherDatasets.computeIfAbsent(new Dataset(row.dataset(), row.licence()),
                    dataset -> new ArrayList<>());
            records.addAll(quoteIds);
            if (newDocuments.contains(document)) {
                records.add(document.id);
            }
        }

        /** The text that is recorded may be another one than that of the row: positions are kept where the words stand there. */
        private static Row.QuoteDraft placed(Row.QuoteDraft quote, Optional<CheckedText> text) {
            return quote.withAnchors(quote.anchors().stream().map(anchor -> {
                boolean isThere = text.flatMap(
                        known -> known.text().describe(new TextPositionSelector(anchor.start(), anchor.end())))
                        .filter(found -> found.exact().equals(anchor.exact())).isPresent();
                return isThere
                        ? anchor
                        : new AnchorBody(anchor.exact(), anchor.prefix(), anchor.suffix(), null, null);
            }).toList());
        }

        /** The document that the row of another key has. */
        private Document ofAnother(Row row) {
            Document document = byRow.get(row.partOf());
            if (document == null) {
                Link link = rows.known(job.dataset(), List.of(row.partOf())).get(row.partOf());
                document = link == null ? null : documents.activeDocument(link.documentId()).orElse(null);
            }
            if (document == null) {
                throw new RefusedRowException("/document", "is refused, or retracted: " + row.partOf());
            }
            byRow.put(row.partOf(), document);
            return document;
        }

        private Document ofRow(Row row) {
            Row.DocumentDraft draft = row.document();
            Optional<Document> known = draft.url() == null
                    ? Optional.<Document>empty()
                    : Optional.ofNullable(byAddress.get(ArticleAddress.of(draft.url())))
                            .or(() -> Optional.ofNullable(recorded.get(draft.url())));
            if (known.isEmpty() && draft.publishedAt() == null) {
                throw new RefusedRowException(ChunkWriter.notRecorded(draft));
            }
            Document document = known.map(recorded -> extended(recorded, draft, row.quotes()))
                    .orElseGet(() -> drafted(draft));
            if (draft.url() != null) {
                byAddress.put(ArticleAddress.of(draft.url()), document);
            }
            return document;
        }

        private Document drafted(Row.DocumentDraft draft) {
            UUID outletId = outletIds.computeIfAbsent(Names.key(draft.outlet().name()),
                    key -> outlet(job, draft.outlet()));
            UUID id = Uuid7.next();
            if (draft.url() != null && held.contains(ArticleAddress.of(draft.url()))) {
                documents.refuseHeld(id, draft.url());
            }
            Document document = documents.firstRevision(id, LineReader.bodyOf(draft, outletId), job.createdBy());
            document.importId = job.id();
            newDocuments.add(document);
            return document;
        }

        /** One that is recorded stays as it is, but for passages that its excerpt does not have yet. */
        private Document extended(Document known, Row.DocumentDraft draft, List<Row.QuoteDraft> drafts) {
            Document document = known;
            if (!draft.passages().isEmpty()) {
                // What is drafted is to be on record before it can be extended.
                flush();
                documents.addPassages(document.id, draft.passages());
                Document extended = documents.activeDocument(document.id).orElseThrow();
                recorded.replaceAll((url, one) -> one.id.equals(extended.id) ? extended : one);
                document = extended;
            }
            Optional<Integer> length = documents.textOf(document).map(text -> text.text().length());
            for (Row.QuoteDraft quote : drafts) {
                RefusedRowException.throwIfAny(Quotes.defectsOf(
                        LineReader.bodyOf(quote, document.id, speakerIds.get(quote.speaker())), document.published(),
                        length,
                        quote.pointer()));
            }
            return document;
        }

        void flush() {
            if (newQuotes.isEmpty() && newDocuments.isEmpty() && links.isEmpty()) {
                return;
            }
            List<Newcomer> newcomers = newQuotes.stream().filter(quote -> quote.speakerId != null)
                    .map(quote -> new Newcomer(quote.id,
                            quote.speakerId, quote.documentId, new Said(quote.content, quote.language,
                                    quote.kind != QuoteKind.DIRECT, quote.sortAt),
                            Wording.of(quote.content)))
                    .toList();
            List<Occurrences.Alike> found = occurrences.alikeInTurn(newcomers);
            Map<UUID, Occurrences.Alike> byId = new HashMap<>();
            for (int i = 0; i < newcomers.size(); i++) {
                byId.put(newcomers.get(i).id(), found.get(i));
            }
            Set<UUID> groups = new LinkedHashSet<>();
            for (Quote quote : newQuotes) {
                Optional.ofNullable(byId.get(quote.id)).flatMap(Occurrences.Alike::group).ifPresent(group -> {
                    quote.occurrenceOf = group;
                    groups.add(group);
                });
            }
            session.flush();
            session.doWork(connection -> {
                DocumentCopy.write(connection, newDocuments);
                QuoteCopy.write(connection, newQuotes);
            });
            byId.forEach((id, alike) -> {
                if (!alike.near().isEmpty()) {
                    near.keep(id, alike.near(), recordedAt);
                }
            });
            groups.forEach(group -> occurrences.count(group, recordedAt));
            tell("document", newDocuments.stream().map(document -> document.id).toList());
            tell("quote", newQuotes.stream().map(quote -> quote.id).toList());
            ofOtherDatasets.forEach((dataset, records) -> datasets.keep(dataset.name(), dataset.licence(), records));
            ofOtherDatasets.clear();
            rows.add(job.dataset(), links);
            newDocuments.clear();
            newQuotes.clear();
            links.clear();
        }

        private void tell(String type, List<UUID> ids) {
            ledger.appendAll(ChangeKind.CREATED, type, ids, Collections.nCopies(ids.size(), 1));
        }
    }
}
