package org.parole.gateway.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record that a row makes, before it is taken in.
 *
 * @param label its name within the data set
 * @param document what the row says of the document it stands in, as an intake has it, without its text
 * @param passage the words of the document that the row has; null for none
 * @param speaker who said it, as an intake's speaker without a label; null where nobody is named
 * @param quote the quote, as an intake has it, without label and speaker; null for none
 * @param report the report, as an intake has it, without label, claimant's speaker and quote; null for none
 */
public record Draft(String label, ObjectNode document, String passage, ObjectNode speaker, ObjectNode quote,
        ObjectNode report) {
}
