package org.parole.gateway.openapi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.parole.gateway.compose.Versions;
import org.parole.gateway.service.Deadline;
import org.parole.kit.http.Etags;

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
 * Serves the API document as JSON from memory, with examples of what is recorded, until something else is recorded. While a service does
 * not say, the document is served as it was built.
 */
@ApplicationScoped
class ServedDocument {

    private static final Logger LOG = Logger.getLogger(ServedDocument.class);
    // Before the framework's own route.
    private static final int FIRST = -1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OpenApiDocumentService documents;
    private final Versions versions;
    private final LiveExamples examples;
    private final OwnExamples own;
    private final Etags etags;
    private volatile Filled filled;

    ServedDocument(OpenApiDocumentService documents, Versions versions, LiveExamples examples, OwnExamples own,
            Etags etags) {
        this.documents = documents;
        this.versions = versions;
        this.examples = examples;
        this.own = own;
        this.etags = etags;
    }

    /** The document as it was filled in last; the version is null where it was not. */
    private record Filled(Versions.Version version, OwnExamples.Found own, byte[] json, String etag) {
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, "/openapi.json").order(FIRST).handler(this::answer);
        router.route(HttpMethod.HEAD, "/openapi.json").order(FIRST).handler(this::answer);
        router.route(HttpMethod.GET, "/openapi").order(FIRST).handler(context -> {
            String accept = context.request().getHeader(HttpHeaders.ACCEPT);
            boolean json = "json".equalsIgnoreCase(context.request().getParam("format"))
                    || accept != null && accept.contains("application/json");
            if (json) {
                answer(context);
            } else {
                context.next();
            }
        });
    }

    private void answer(RoutingContext context) {
        Uni.combine().all().unis(versions.now().onFailure().recoverWithNull(), Uni.createFrom().item(own::find)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())).asTuple()
                .flatMap(now -> at(now.getItem1(), now.getItem2())).subscribe().with(
                        document -> send(context, document), failure -> {
                            LOG.warn("The examples of the API document could not be filled in", failure);
                            send(context, asBuilt());
                        });
    }

    private Uni<Filled> at(Versions.Version version, OwnExamples.Found found) {
        Filled known = filled;
        if (version == null) {
            return Uni.createFrom().item(asBuilt());
        }
        if (known != null && version.equals(known.version()) && found.equals(known.own())) {
            return Uni.createFrom().item(known);
        }
        return examples.fill(new String(asBuilt().json(), StandardCharsets.UTF_8), version, found,
                Deadline.in(PATIENCE)).map(text -> {
                    byte[] json = text.text().getBytes(StandardCharsets.UTF_8);
                    Filled now = new Filled(version, found, json, etags.of(json));
                    if (text.whole()) {
                        filled = now;
                    }
                    return now;
                });
    }

    private Filled asBuilt() {
        byte[] json = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        return new Filled(null, OwnExamples.Found.NOTHING, json, etags.of(json));
    }

    private static void send(RoutingContext context, Filled document) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        context.response().putHeader(HttpHeaders.ETAG, document.etag()).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8");
        if (Etags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), document.etag())) {
            context.response().setStatusCode(304).end();
        } else {
            context.response().end(io.vertx.core.buffer.Buffer.buffer(document.json()));
        }
    }
}
