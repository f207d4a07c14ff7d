package org.parole.kit.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.format.PageChoice;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The requested page of a list. */
@RegisterForReflection
public class PageRequest implements PageChoice {

    /** The most items of one page. */
    public static final int MAX_LIMIT = 200;

    /** The maximum number of items: 1 to 200. */
    @Parameter(description = "The maximum number of items.", example = "50")
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(value = 1, message = "must be 1 to 200")
    @Max(value = MAX_LIMIT, message = "must be 1 to 200; 'next' leads to more")
    public Integer limit;

    /** The {@code next} of the page before; null for the first page. */
    @Parameter(description = "The 'next' of the previous page. Omit it for the first page.")
    @QueryParam("cursor")
    @Size(max = 2048, message = "must be the 'next' of an earlier page")
    public String cursor;

    @Override
    public boolean isFirst() {
        return cursor == null;
    }

    @Override
    public void turnTo(String other) {
        cursor = other;
        limit = MAX_LIMIT;
    }
}
