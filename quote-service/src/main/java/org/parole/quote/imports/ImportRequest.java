package org.parole.quote.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.OneLine;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is said about a file that is uploaded. */
@RegisterForReflection
public class ImportRequest {

    /** The format of its lines. */
    @Parameter(description = "The format of the file: " + ImportFormats.NAMES + ".", example = "quotebank")
    @QueryParam("format")
    @NotNull(message = "must be the name of a format")
    @Size(min = 1, max = 40, message = "must have 1 to 40 characters")
    public String format;

    /** What the keys of its rows belong to. */
    @Parameter(description = "The name of the data set, kept on every record. A row of the same data set with the same key is the same row. The default is the name of the format.", example = "quotebank-2020")
    @QueryParam("dataset")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    @OneLine
    public String dataset;

    /** Under which its records may be used. */
    @Parameter(description = "The licence of the data set, kept on every record: an SPDX identifier or an address.", example = "CC-BY-4.0")
    @QueryParam("licence")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    @OneLine
    public String licence;

    /** Whether nothing is to be written. */
    @Parameter(description = "true: tells what the import would do, and writes nothing.")
    @QueryParam("dryRun")
    @DefaultValue("false")
    public boolean dryRun;

    /** Whether it is all or nothing. */
    @Parameter(description = "true: writes nothing if one line would be refused.")
    @QueryParam("strict")
    @DefaultValue("false")
    public boolean strict;

    String format() {
        return format;
    }

    String dataset() {
        return dataset;
    }

    String licence() {
        return licence;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean strict() {
        return strict;
    }
}
