package org.parole.quote.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parole.kit.problem.ProblemException;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** What {@code documents.csv} of an archive of brat says about its documents: what brat itself has no place for. */
final class BratDocuments {

    static final String NAME = "documents.csv";
    private static final String DOCUMENT = "document";
    private static final String ALL = "*";
    private static final Set<String> COLUMNS = Set.of(DOCUMENT, "publishedAt", "outlet", "language", "url", "title",
            "citation");

    private final Map<String, Map<String, String>> byDocument = new HashMap<>();

    private BratDocuments() {
    }

    /**
     * Reads the table.
     *
     * @param folder where it stands, with a slash at the end, or empty: its documents are named from there on
     * @throws ProblemException 422 with what is wrong with it
     */
    static BratDocuments of(byte[] bytes, String folder) {
        var documents = new BratDocuments();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            String header = text.lines().findFirst().orElse("");
            char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
            boolean isFirst = true;
            for (NamedCsvRecord row : CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
                if (isFirst) {
                    checkColumns(row.getHeader());
                    isFirst = false;
                }
                documents.add(row, folder);
            }
        } catch (CharacterCodingException e) {
            throw wrong("must be UTF-8");
        } catch (CsvParseException e) {
            throw wrong("must be CSV with a line of headings, and every line with as many cells");
        }
        return documents;
    }

    private static void checkColumns(List<String> columns) {
        columns.stream().filter(column -> !COLUMNS.contains(column.strip())).findFirst().ifPresent(column -> {
            throw wrong("has the unknown column '" + column + "': must be of " + String.join(", ",
                    COLUMNS.stream().sorted().toList()));
        });
        if (!columns.contains(DOCUMENT)) {
            throw wrong("must have a column " + DOCUMENT + " with the names of the texts, or * for all of them");
        }
    }

    private void add(NamedCsvRecord row, String folder) {
        Map<String, String> fields = new HashMap<>();
        row.getFieldsAsMap().forEach((column, value) -> {
            if (!value.isBlank()) {
                fields.put(column.strip(), value.strip());
            }
        });
        String name = fields.remove(DOCUMENT);
        if (name != null) {
            byDocument.put(name.equals(ALL) ? ALL : folder + withoutEnding(name), fields);
        }
    }

    private static ProblemException wrong(String detail) {
        return ProblemException.invalidBody("/" + NAME, detail);
    }

    /** What is said of a document, completed by what is said of all. */
    Map<String, String> of(String name) {
        Map<String, String> fields = new HashMap<>(byDocument.getOrDefault(ALL, Map.of()));
        fields.putAll(byDocument.getOrDefault(name, Map.of()));
        return fields;
    }

    static String withoutEnding(String name) {
        return name.endsWith(".txt") || name.endsWith(".ann") ? name.substring(0, name.length() - 4) : name;
    }
}
