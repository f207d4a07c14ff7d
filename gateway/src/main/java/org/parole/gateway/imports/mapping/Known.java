package org.parole.gateway.imports.mapping;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is recorded already and can be meant by a table.
 *
 * @param parties with slug, name, kind and aliases
 * @param commitments with slug, releasingParty, receivingParty and, where there is one, agreement
 */
public record Known(List<ObjectNode> parties, List<ObjectNode> commitments) {

    /** Nothing is recorded. */
    public static final Known NOTHING = new Known(List.of(), List.of());
}
