package org.parole.gateway.codebook;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What every column of every table means.
 *
 * @param tables one for each list that comes as CSV
 */
@Schema(name = "Codebook", description = "What every column of every table means.")
@RegisterForReflection
public record CodebookView(List<Table> tables) {

    /**
     * A list that comes as CSV.
     *
     * @param name short, for a file
     * @param title what it is
     * @param path where it is
     * @param schema its columns
     */
    @Schema(name = "CodebookTable", description = "A list that comes as CSV.")
    @RegisterForReflection
    public record Table(@Schema(description = "A short name, as for a file", examples = "quotes") String name,
            @Schema(description = "What the table is", examples = "Find quotes") String title,
            @Schema(description = "Its path; what stands in braces is the id or slug of one record", examples = "/api/v1/quotes") String path,
            TableSchema schema) {
    }

    /**
     * The columns of a table as a Frictionless Table Schema.
     *
     * @param fields in the order of the columns
     * @param missingValues what stands in a cell that says nothing
     */
    @Schema(name = "TableSchema", description = "A Frictionless Table Schema: save it beside the CSV, and programs know the types.")
    @RegisterForReflection
    public record TableSchema(@Schema(description = "In the order of the columns") List<Field> fields,
            @Schema(description = "What stands in a cell that says nothing: unknown, and never 0") List<String> missingValues) {
    }

    /**
     * A column.
     *
     * @param name as it stands in the header line
     * @param type as Table Schema has it
     * @param format what kind of text or time; null where the type says all
     * @param description what it means
     * @param constraints what values it can have; null where it is not one of a few
     */
    @Schema(name = "TableField", description = "A column.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Field(@Schema(description = "As it stands in the header line", examples = "speaker.name") String name,
            @Schema(description = "The type, as Table Schema has it", examples = "string") String type,
            @Schema(description = "What kind of text or time it is", examples = "uuid") @Nullable String format,
            @Schema(description = "What it means", examples = "Its name") String description,
            @Nullable Constraints constraints) {
    }

    /**
     * What values a column can have.
     *
     * @param values all of them
     */
    @Schema(name = "TableFieldConstraints", description = "What values a column can have.")
    @RegisterForReflection
    public record Constraints(
            @JsonProperty("enum") @Schema(name = "enum", description = "All of them") List<String> values) {
    }
}
