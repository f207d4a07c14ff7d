package org.parole.gateway.codebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.codebook.CodebookView.Field;
import org.parole.gateway.codebook.CodebookView.Table;
import org.parole.gateway.codebook.CodebookView.TableSchema;
import org.parole.kit.openapi.RecordsInDocument;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The codebook, made of what the API document tells of the columns. That was told at build by the records of which the rows are made,
 * so that the codebook and the header lines cannot differ.
 */
@ApplicationScoped
class Codebook {

    private static final String FOLDER = "/codebook/";

    private final CodebookView view;
    private final String markdown;

    Codebook(OpenApiDocumentService documents, ObjectMapper mapper) {
        try {
            view = new CodebookView(tables(
                    mapper.readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)),
                    mapper));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        markdown = text("introduction.md") + view.tables().stream().map(Codebook::chapter).collect(Collectors.joining())
                + text("vague-words.md");
    }

    CodebookView view() {
        return view;
    }

    /** The same to be read. */
    String markdown() {
        return markdown;
    }

    private static List<Table> tables(JsonNode document, ObjectMapper mapper) {
        List<Table> tables = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode operation = path.getValue().path("get");
            JsonNode columns = operation.path(RecordsInDocument.COLUMNS);
            if (columns.isArray()) {
                List<Field> fields = new ArrayList<>();
                columns.forEach(column -> fields.add(mapper.convertValue(column, Field.class)));
                tables.add(new Table(nameOf(operation.path("operationId").asText()),
                        operation.path("summary").asText(), path.getKey(),
                        new TableSchema(fields, List.of(""))));
            }
        });
        return List.copyOf(tables);
    }

    /** {@code listReleaseReports} lists release-reports. */
    private static String nameOf(String operation) {
        return operation.replaceFirst("^(list|get)(?=[A-Z])", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }

    private static String chapter(Table table) {
        StringBuilder text = new StringBuilder("\n## ").append(table.title()).append(" (`GET ").append(table.path())
                .append("`)\n\n| column | type | meaning |\n|---|---|---|\n");
        for (Field field : table.schema().fields()) {
            text.append("| `").append(field.name()).append("` | ").append(typeOf(field)).append(" | ")
                    .append(field.description().replace("|", "\\|")).append(" |\n");
        }
        return text.toString();
    }

    private static String typeOf(Field field) {
        if (field.constraints() != null) {
            return String.join(", ", field.constraints().values());
        }
        return field.format() == null || field.format().equals("any") ? field.type() : field.format();
    }

    private static String text(String file) {
        try (InputStream text = Codebook.class.getResourceAsStream(FOLDER + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
