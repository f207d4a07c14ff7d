package org.parole.gateway.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Query;
import org.parole.gateway.imports.mapping.Defect;
import org.parole.gateway.imports.mapping.Draft;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceFailure;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.problem.ProblemException;

import io.vertx.core.http.HttpMethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Revises, retracts and restores what imports have taken in, as a client would: one record at a time, with a reason. */
@ApplicationScoped
class Corrections {

    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(2);
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final String REPORTS = "/api/v1/release-reports/";
    private static final String QUOTES = "/api/v1/quotes/";
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final RowStore store;
    private final ServiceClient services;

    Corrections(RowStore store, ServiceClient services) {
        this.store = store;
        this.services = services;
    }

    /**
     * Brings records to what a corrected row says; what cannot be changed in place is retracted, and forgotten, so that it is taken in
     * anew.
     *
     * @return why a service does not take the correction; empty when it does
     */
    List<Defect> revise(Job job, Map<String, RecordedRow> known, List<Draft> changed) {
        List<Defect> defects = new ArrayList<>();
        for (Draft draft : changed) {
            RecordedRow record = known.get(draft.label());
            store.transaction(connection -> {
                store.keepBefore(connection, job.id(), job.dataset(), record);
                return null;
            });
            if (isAnother(record.draft(), draft)) {
                retract(job, record, "Replaced by a corrected row of the data set " + job.dataset());
                store.forget(job.dataset(), record.label());
            } else {
                defects.addAll(change(job, record, draft, "Corrected by the data set " + job.dataset()));
            }
        }
        return defects;
    }

    /** Whether none of the drafts has to be taken in anew. */
    boolean stillThere(Job job, List<Draft> drafts) {
        return store.records(job.dataset(), drafts.stream().map(Draft::label).toList()).size() == drafts.size();
    }

    /** Where it stands and who said it cannot be changed in a record. */
    private static boolean isAnother(Draft before, Draft now) {
        return !before.document().path("url").equals(now.document().path("url"))
                || !before.document().path("citation").equals(now.document().path("citation"))
                || !java.util.Objects.equals(before.speaker(), now.speaker())
                || (before.quote() == null) != (now.quote() == null)
                || !java.util.Objects.equals(before.passage(), now.passage())
                || (before.report() == null) != (now.report() == null);
    }

    /** Patches what is different, and remembers what the record says now. */
    List<Defect> change(Job job, RecordedRow record, Draft draft, String reason) {
        List<Defect> defects = new ArrayList<>();
        if (record.quoteId() != null && draft.quote() != null) {
            defects.addAll(patch(job, ServiceName.QUOTES, QUOTES + record.quoteId(),
                    difference(record.draft().quote(), draft.quote()), reason));
        }
        if (defects.isEmpty() && record.reportId() != null) {
            ObjectNode patch = difference(record.draft().report(), draft.report());
            defects.addAll(patch(job, ServiceName.TALLIES, REPORTS + record.reportId(), patch, reason));
        }
        if (defects.isEmpty()) {
            store.transaction(connection -> {
                store.keep(connection, job.dataset(),
                        new RecordedRow(record.label(), record.documentId(), record.quoteId(),
                                record.reportId(), draft, record.importId()));
                return null;
            });
        }
        return defects;
    }

    private List<Defect> patch(Job job, ServiceName service, String path, ObjectNode patch, String reason) {
        if (patch.isEmpty()) {
            return List.of();
        }
        String uri = path + "?revisionType=CORRECTION&reason=" + Query.segment(reason);
        ServiceAnswer answer = withTag(job, service, path, HttpMethod.PATCH, uri, patch);
        if (answer.isSuccess()) {
            return List.of();
        }
        List<Defect> defects = new ArrayList<>();
        answer.body().path("errors").forEach(
                error -> defects.add(new Defect(error.path("pointer").asText(), error.path("detail").asText())));
        return defects.isEmpty()
                ? List.of(new Defect("", answer.body().path("detail").asText("was not taken")))
                : defects;
    }

    /** Retracts a report and its quote; what is retracted already stays so. */
    void retract(Job job, RecordedRow record, String reason) {
        if (record.reportId() != null) {
            retractFully(job, ServiceName.TALLIES, REPORTS + record.reportId(), reason);
        }
        if (record.quoteId() != null) {
            retractFully(job, ServiceName.QUOTES, QUOTES + record.quoteId(), reason);
        }
    }

    /** Whether an intake's document is recorded already, by its address. */
    boolean isRecorded(Job job, JsonNode document) {
        if (!document.has("url")) {
            return false;
        }
        ServiceAnswer answer = services.get(ServiceName.QUOTES,
                "/api/v1/documents?limit=1&url=" + Query.segment(document.path("url").asText()),
                Deadline.in(WITHIN), job.caller()).await().atMost(FAR_TOO_LONG);
        return answer.isSuccess() && !answer.body().path("items").isEmpty();
    }

    /** Retracts a document, unless something else rests on it. */
    void retractDocument(Job job, UUID id, String reason) {
        retract(job, ServiceName.QUOTES, "/api/v1/documents/" + id, reason);
    }

    /** What an unfinished intake refers to is retracted later. */
    private void retractFully(Job job, ServiceName service, String path, String reason) {
        if (retract(job, service, path, reason).status() == CONFLICT) {
            throw ProblemException.conflict("A record of the import is in use by an unfinished intake.");
        }
    }

    private ServiceAnswer retract(Job job, ServiceName service, String path, String reason) {
        return withTag(job, service, path, HttpMethod.DELETE, path + "?reason=" + Query.segment(reason), null);
    }

    /** Changes the state that is there; where somebody else was quicker, the state after that. */
    private ServiceAnswer withTag(Job job, ServiceName service, String path, HttpMethod method, String uri,
            ObjectNode body) {
        ServiceAnswer answer = null;
        for (int i = 0; i < 3; i++) {
            Deadline deadline = Deadline.in(WITHIN);
            ServiceAnswer now = services.get(service, path, deadline, job.caller()).await().atMost(FAR_TOO_LONG);
            if (!now.isSuccess()) {
                return now;
            }
            Map<String, String> headers = body == null
                    ? Map.of("If-Match", now.etag())
                    : Map.of("If-Match", now.etag(), "Content-Type", "application/merge-patch+json");
            answer = services.change(method, service, uri, body, headers, deadline, job.caller()).await()
                    .atMost(FAR_TOO_LONG);
            if (answer.status() != PRECONDITION_FAILED) {
                return answer;
            }
        }
        if (answer.status() == PRECONDITION_FAILED) {
            throw new ServiceFailure(service, ServiceFailure.Kind.OVERLOADED);
        }
        return answer;
    }

    /** The merge patch (RFC 7396) that leads from one object to another. */
    static ObjectNode difference(JsonNode before, JsonNode now) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        if (before == null || now == null) {
            return patch;
        }
        now.properties().forEach(member -> {
            JsonNode other = before.path(member.getKey());
            if (member.getValue().isObject() && other.isObject()) {
                ObjectNode inner = difference(other, member.getValue());
                if (!inner.isEmpty()) {
                    patch.set(member.getKey(), inner);
                }
            } else if (!member.getValue().equals(other)) {
                patch.set(member.getKey(), member.getValue());
            }
        });
        before.fieldNames().forEachRemaining(name -> {
            if (!now.has(name)) {
                patch.putNull(name);
            }
        });
        return patch;
    }
}
