package org.parole.tally.report;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a report stores as JSON. */
@ApplicationScoped
class ReportJson {

    private final ObjectMapper mapper;

    ReportJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Through whom the figure came, the claimant's side first. */
    List<ReportingLink> chain(ReleaseReport report) {
        try {
            return mapper.readValue(report.reportingChain, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The chain of report " + report.id + " cannot be read", e);
        }
    }

    /** What the report rests on, or null. */
    Evidence evidence(ReleaseReport report) {
        try {
            return report.evidence == null ? null : mapper.readValue(report.evidence, Evidence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The evidence of report " + report.id + " cannot be read", e);
        }
    }

    /** A value as it is stored. */
    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report cannot be written as JSON", e);
        }
    }
}
