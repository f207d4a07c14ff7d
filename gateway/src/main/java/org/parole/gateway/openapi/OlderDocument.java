package org.parole.gateway.openapi;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * The API document in OpenAPI 3.0, without the examples of dates and moments: in 3.0 the example of a schema is taken for a default, so
 * that Swagger UI would ask for all lists as of that example's day.
 */
// After the documents were put together.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0, documentNames = OlderDocument.NAME)
public class OlderDocument implements OASFilter {

    /** Its name in the configuration. */
    static final String NAME = "older";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getProperties() == null || schema.getProperties().isEmpty())
                .forEach(schema -> schema.setExamples(null));
    }
}
