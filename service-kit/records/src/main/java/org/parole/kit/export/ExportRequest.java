package org.parole.kit.export;

import java.util.Locale;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How an export is asked for. */
@RegisterForReflection
public class ExportRequest {

    /** In which form. */
    @Parameter(description = "The format of the file: ndjson, csv, xlsx (at most 1,048,575 rows), parquet or jsonld (only quotes).", example = "csv")
    @QueryParam("format")
    @DefaultValue("ndjson")
    @Pattern(regexp = "ndjson|csv|xlsx|parquet|jsonld", message = "must be ndjson, csv, xlsx, parquet or jsonld")
    public String format;

    /** How many rows are left out at the beginning. */
    @Parameter(description = "The number of rows to leave out at the beginning: the whole rows that arrived, to go on with an export that broke off. Name the same asOf and filters. A table then comes without its header.")
    @QueryParam("skip")
    @DefaultValue("0")
    @Min(value = 0, message = "must be 0 or more")
    @Max(value = 1_000_000_000L, message = "must be at most 1,000,000,000")
    public long skip;

    ExportFormat format() {
        return ExportFormat.valueOf(format.toUpperCase(Locale.ROOT));
    }
}
