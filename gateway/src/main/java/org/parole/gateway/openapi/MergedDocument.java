package org.parole.gateway.openapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.parole.gateway.service.ServiceName;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes the gateway's API document the whole one, once, at build: it is served even when a service is down. The merging itself
 * is done on plain JSON by {@link Specs}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class MergedDocument implements OASFilter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Merges, then puts the result in the place of what there was. */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        Specs specs = new Specs(json(builder().withInitialModel(document).build().toJSON()));
        for (ServiceName service : ServiceName.values()) {
            specs.add(service, exported(service));
        }
        OpenAPI merged = builder().withCustomStaticFile(() -> stream(specs.finish(intake()))).build().model();
        document.setInfo(merged.getInfo());
        document.setServers(merged.getServers());
        document.setTags(merged.getTags());
        document.setPaths(merged.getPaths());
        document.setComponents(merged.getComponents());
        document.setSecurity(null);
    }

    private static SmallRyeOpenAPI.Builder builder() {
        return SmallRyeOpenAPI.builder().withConfig(ConfigProvider.getConfig()).enableModelReader(false)
                .enableStandardStaticFiles(false).enableAnnotationScan(false).enableStandardFilter(false);
    }

    /** What a service exported at its build, from docs/openapi of the checkout. */
    private static ObjectNode exported(ServiceName service) {
        return resource("openapi/" + service + ".json", "Build the " + service + " first: there is no docs/");
    }

    /** A whole intake of the sample, which stands in the document as the example of one. */
    private static ObjectNode intake() {
        return resource("sample/intake.json", "The build has not copied ");
    }

    private static ObjectNode resource(String name, String missing) {
        try (InputStream file = MergedDocument.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(missing + name);
            }
            return json(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(ObjectNode json) {
        return new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
