package org.parole.gateway.search;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.gateway.compose.Cells;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.databind.JsonNode;

/** Something found, as one row of a table. */
@Schema(name = "SearchRow", description = "Something found, as one row of a table.")
@RegisterForReflection
public record SearchRow(@Schema(description = "What it is, as record types are called") String recordType,
        @Schema(description = "Its id, or the slug of an agreement") String id,
        @Schema(description = "The quote's words, the speaker's name, the agreement's title, or the words of the figure") @Nullable String words,
        @Schema(description = "Who said it, or whose figure it is") @Nullable String who,
        @Schema(description = "When it was said, signed or happened") @Nullable String at,
        @Schema(description = "When it was published") @Nullable String publishedAt,
        @Schema(description = "Address of the document") @Nullable String documentUrl) {

    /** All sections one after the other. */
    static List<SearchRow> of(SearchView view) {
        return Stream.of(rows(view.quotes(), "quote"), rows(view.speakers(), "speaker"),
                rows(view.agreements(), "agreement"), rows(view.releaseReports(), "release-report"))
                .flatMap(rows -> rows).toList();
    }

    private static Stream<SearchRow> rows(SearchSection section, String type) {
        return StreamSupport.stream(section.items().spliterator(), false).map(item -> row(item, type));
    }

    private static SearchRow row(JsonNode item, String type) {
        Cells cells = new Cells(item);
        return switch (type) {
            case "quote" -> new SearchRow(type, cells.text("/id"), cells.text("/content"), cells.text("/speaker/name"),
                    cells.text("/saidOn"), cells.text("/document/publishedAt"), cells.text("/document/url"));
            case "speaker" -> new SearchRow(type, cells.text("/id"), cells.text("/name"), null, null, null, null);
            case "agreement" -> new SearchRow(type, cells.text("/slug"), cells.text("/title"), null,
                    cells.text("/signedOn"), null, cells.text("/url"));
            default -> new SearchRow(type, cells.text("/id"), cells.text("/quantity/wording"),
                    cells.text("/claimant/name"), cells.text("/eventOn"), cells.text("/publishedAt"),
                    cells.text("/evidence/documentUrl"));
        };
    }
}
