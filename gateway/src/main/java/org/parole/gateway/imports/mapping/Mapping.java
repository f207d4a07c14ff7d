package org.parole.gateway.imports.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parole.gateway.imports.table.TableLayout;
import org.parole.kit.problem.FieldError;
import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How the rows of a table become records: the decisions of a researcher, as a JSON document.
 *
 * @param quotesOnly whether the rows are quotes; else they are claims about releases, with or without a quote
 * @param layout how the table lies in its file
 * @param language the language of numbers and words that do not say their own (BCP 47)
 * @param columns what the columns say; those that say nothing are left out
 * @param constants what is the same in all rows, unless a row says it itself; '=field' takes another field's value
 * @param templates the records that each row makes; one without anything of its own where the mapping names none
 * @param claimants what the names of claimants stand for, by the key of the name
 * @param newClaimants whether a claimant that is not among them is taken as it is named; else its row is refused
 * @param outlets what the names of outlets stand for, by the key of the name
 * @param newOutlets whether an outlet that is not among them is taken as it is named; else its row is refused
 * @param created the parties, agreements, exchanges and commitments that are recorded if they are not there yet, by kind
 * @param rows what is different in single rows, by their id
 */
public record Mapping(boolean quotesOnly, TableLayout layout, String language, List<ColumnRule> columns,
        Map<String, String> constants, List<Template> templates, Map<String, ObjectNode> claimants,
        boolean newClaimants,
        Map<String, ObjectNode> outlets, boolean newOutlets, Map<String, List<ObjectNode>> created,
        Map<String, ObjectNode> rows) {

    /** The kinds of records that a mapping may ask for, in the order in which they are recorded. */
    public static final List<String> CREATED = List.of("parties", "agreements", "exchanges", "commitments");

    /** Reads a mapping; what is wrong with it is added to the errors, and then it is of no use. */
    public static Mapping of(JsonNode json, List<FieldError> errors) {
        return new MappingParser(errors).parse(json);
    }

    /** Which headings it needs and a table lacks, as errors at the columns that name them. */
    public List<FieldError> missing(List<String> headings) {
        Map<String, String> needed = new LinkedHashMap<>();
        columns.forEach(column -> needed.put(column.heading(), "/columns/" + pointer(column.heading())));
        for (int i = 0; i < templates.size(); i++) {
            for (ColumnRule column : templates.get(i).columns()) {
                needed.put(column.heading(), "/records/" + i + "/columns/" + pointer(column.heading()));
            }
        }
        return needed.entrySet().stream().filter(entry -> !headings.contains(entry.getKey()))
                .map(entry -> new FieldError(entry.getValue(),
                        "is not a column of the table, which has: " + String.join(", ", headings)))
                .toList();
    }

    /** What the name of a claimant stands for: its entry, or the one that this refers to by 'as'; null where it has none. */
    ObjectNode claimant(String name) {
        ObjectNode entry = claimants.get(Names.key(name));
        for (int i = 0; i < 3 && entry != null && entry.path("as").isTextual(); i++) {
            ObjectNode other = claimants.get(Names.key(entry.path("as").asText()));
            entry = other == null ? named(entry) : other;
        }
        return entry;
    }

    /** An entry that refers to nobody in the mapping: the name is all that is known. */
    private static ObjectNode named(ObjectNode entry) {
        ObjectNode named = entry.deepCopy().put("name", entry.path("as").asText());
        named.remove("as");
        return named;
    }

    /** The slug of the party that a name or a slug means; the name itself where the mapping knows no such party. */
    String party(String name) {
        String key = Names.key(name);
        for (ObjectNode party : created.get("parties")) {
            if (Names.key(party.path("slug").asText()).equals(key)
                    || Names.key(party.path("name").asText()).equals(key)) {
                return party.path("slug").asText();
            }
            for (JsonNode alias : party.path("aliases")) {
                if (Names.key(alias.asText()).equals(key)) {
                    return party.path("slug").asText();
                }
            }
        }
        return name;
    }

    /** The party of this slug, if the mapping has it. */
    Optional<ObjectNode> partyOf(String slug) {
        return created.get("parties").stream().filter(party -> party.path("slug").asText().equals(slug)).findFirst();
    }

    /** The commitment of this slug, if the mapping has it. */
    Optional<ObjectNode> commitment(String slug) {
        return created.get("commitments").stream().filter(commitment -> commitment.path("slug").asText().equals(slug))
                .findFirst();
    }

    /** The commitments between two parties. */
    List<ObjectNode> commitments(String releasing, String receiving) {
        return created.get("commitments").stream()
                .filter(commitment -> commitment.path("releasingParty").asText().equals(releasing)
                        && commitment.path("receivingParty").asText().equals(receiving))
                .toList();
    }

    static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
