package org.parole.kit.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an export's manifest says, in the shape of a Frictionless Data Package. */
@RegisterForReflection
@Schema(name = "DataPackage", description = "The manifest of an export (datapackage.json): a Frictionless Data Package with the file's length, hash and columns. The same export gives the same file as long as it names the same asOf.")
public record DataPackage(@JsonProperty("$schema") @Schema(name = "$schema", maxLength = 200) String profile,
        @Schema(examples = "parole-quotes", maxLength = 100) String name,
        @Schema(description = "The record time of all rows: what asOf compares") Instant asOf,
        @Schema(description = "The parameters of the export, by their names") Map<String, String> filters,
        @Schema(description = "The licences of the data sets, each once") List<Licence> licenses,
        @Schema(description = "The imported data sets of which records may be among the rows") List<Source> sources,
        @Schema(description = "The one file") List<Resource> resources) {

    /** A licence. */
    @RegisterForReflection
    @Schema(name = "DataPackageLicence")
    public record Licence(@Schema(examples = "CC-BY-4.0", maxLength = 200) String name) {
    }

    /** Where rows come from. */
    @RegisterForReflection
    @Schema(name = "DataPackageSource")
    public record Source(
            @Schema(description = "The name of the data set", examples = "quotebank-2020", maxLength = 200) String title,
            @Schema(description = "Its licence; absent where none was named", maxLength = 200) @Nullable String licence) {
    }

    /** A file. */
    @RegisterForReflection
    @Schema(name = "DataPackageResource")
    public record Resource(@Schema(examples = "quotes", maxLength = 100) String name,
            @Schema(description = "The file's name", examples = "quotes.csv", maxLength = 200) String path,
            @Schema(examples = "csv", maxLength = 20) String format, @Schema(maxLength = 100) String mediatype,
            @Schema(examples = "utf-8", maxLength = 20) String encoding,
            @Schema(description = "The file's length, in bytes; absent for workbooks, of which no two are the same", minimum = "0") @Nullable Long bytes,
            @Schema(description = "The SHA-256 of the file; absent for workbooks", examples = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", maxLength = 71) @Nullable String hash,
            @Schema(description = "The number of rows", minimum = "0") long rows,
            @Schema(description = "The columns as a Table Schema; absent for formats without columns") @Nullable TableSchema schema) {
    }

    /** The columns of a table. */
    @RegisterForReflection
    @Schema(name = "TableSchema")
    public record TableSchema(List<Map<String, Object>> fields) {
    }
}
