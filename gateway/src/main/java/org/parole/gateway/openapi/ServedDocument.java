package org.parole.gateway.openapi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.parole.gateway.compose.Versions;
import org.parole.gateway.service.Deadline;
import org.parole.kit.http.Etags;
import org.parole.kit.inflight.InFlight;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the API document from memory, as JSON with examples of what is recorded, until something else is recorded. While a service does
 * not say, the document is served as it was built.
 */
@ApplicationScoped
class ServedDocument {

    private static final Logger LOG = Logger.getLogger(ServedDocument.class);
    // After all filters, which have orders below 0, and before the framework's own route.
    private static final int FIRST = 1;
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String NEWEST = OpenApiConstants.DEFAULT_DOCUMENT_NAME;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OpenApiDocumentService documents;
    private final Versions versions;
    private final LiveExamples examples;
    private final OwnExamples own;
    private final Etags etags;
    private final Map<String, Filled> filled = new ConcurrentHashMap<>();
    private volatile Filled yaml;

    ServedDocument(OpenApiDocumentService documents, Versions versions, LiveExamples examples, OwnExamples own,
            Etags etags) {
        this.documents = documents;
        this.versions = versions;
        this.examples = examples;
        this.own = own;
        this.etags = etags;
    }

    /** The document as it was filled in last; the version is null where it was not. */
    private record Filled(Versions.Version version, OwnExamples.Found own, byte[] text, String etag) {
    }

    void register(@Observes Router router) {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            router.route(method, "/openapi.json").order(FIRST).handler(context -> answer(context, NEWEST));
            router.route(method, "/openapi-3.0.json").order(FIRST)
                    .handler(context -> answer(context, OlderDocument.NAME));
            router.route(method, "/openapi.yaml").order(FIRST).handler(this::answerYaml);
            router.route(method, "/openapi.yml").order(FIRST).handler(this::answerYaml);
            router.route(method, "/openapi").order(FIRST).handler(context -> {
                if (isJsonWanted(context)) {
                    answer(context, NEWEST);
                } else {
                    answerYaml(context);
                }
            });
        }
    }

    /** As the framework decides it: YAML unless JSON is asked for. */
    private static boolean isJsonWanted(RoutingContext context) {
        String format = context.request().getParam("format");
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return format == null
                ? accept != null && accept.contains("application/json")
                : format.equalsIgnoreCase("json");
    }

    /** The document as it was built: what reads YAML makes code of it and executes no examples. */
    private void answerYaml(RoutingContext context) {
        Filled known = yaml;
        if (known == null) {
            byte[] text = documents.getDocument(NEWEST, Format.YAML);
            known = new Filled(null, OwnExamples.Found.NOTHING, text, etags.of(text));
            yaml = known;
        }
        send(context, known, "application/yaml;charset=UTF-8");
    }

    private void answer(RoutingContext context, String name) {
        Uni.combine().all().unis(versions.now().onFailure().recoverWithNull(), Uni.createFrom().item(own::find)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())).asTuple()
                .flatMap(now -> at(name, now.getItem1(), now.getItem2())).subscribe().with(
                        document -> send(context, document, JSON), failure -> {
                            LOG.warn("The examples of the API document could not be filled in", failure);
                            send(context, asBuilt(name), JSON);
                        });
    }

    private Uni<Filled> at(String name, Versions.Version version, OwnExamples.Found found) {
        Filled known = filled.get(name);
        if (version == null) {
            return Uni.createFrom().item(asBuilt(name));
        }
        if (known != null && version.equals(known.version()) && found.equals(known.own())) {
            return Uni.createFrom().item(known);
        }
        return examples.fill(new String(asBuilt(name).text(), StandardCharsets.UTF_8), version, found,
                Deadline.in(PATIENCE)).map(text -> {
                    byte[] json = text.text().getBytes(StandardCharsets.UTF_8);
                    Filled now = new Filled(version, found, json, etags.of(json));
                    if (text.whole()) {
                        filled.put(name, now);
                    }
                    return now;
                });
    }

    private Filled asBuilt(String name) {
        byte[] json = documents.getDocument(name, Format.JSON);
        return new Filled(null, OwnExamples.Found.NOTHING, json, etags.of(json));
    }

    private static void send(RoutingContext context, Filled document, String mediaType) {
        if (context.response().ended() || InFlight.isAbandoned(context)) {
            return;
        }
        context.response().putHeader(HttpHeaders.ETAG, document.etag()).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        if (Etags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), document.etag())) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(io.vertx.core.buffer.Buffer.buffer(document.text()));
        }
    }
}
