package org.parole.tally.report;

import java.util.Locale;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which release reports are exported, and in whose columns. */
@RegisterForReflection
public class ReportExportFilter extends ReportFilter {

    @Parameter(description = "Whose columns the rows have: parole (all that a report shows), ucdp-ged or acled. What Parole does not know stays empty.", example = "ucdp-ged")
    @QueryParam("columns")
    @DefaultValue("parole")
    @Pattern(regexp = "parole|ucdp-ged|acled", message = "must be parole, ucdp-ged or acled")
    public String columns;

    /** Whose columns rows have. */
    enum Columns {
        PAROLE, UCDP_GED, ACLED
    }

    Columns columns() {
        return Columns.valueOf(columns.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
