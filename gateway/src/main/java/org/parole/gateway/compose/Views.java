package org.parole.gateway.compose;

import java.time.Instant;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;
import org.parole.gateway.compose.Versions.Version;
import org.parole.gateway.service.Deadline;
import org.parole.kit.http.Etags;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Answers composed views and caches complete ones. A cached view is answered again, or with 304 for its ETag, after both services
 * have confirmed that nothing has changed since it was composed. A view for a past record time needs no confirmation, because it
 * cannot change. When a service does not answer, the view is composed again and names what is missing.
 */
@ApplicationScoped
// The library finds its class for a cache like this one by name, and the framework does not register it.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
public class Views {

    private final Composer composer;
    private final Versions versions;
    private final Etags etags;
    private final ViewsConfig config;
    private final Cache<String, CachedView> cache;

    Views(Composer composer, Versions versions, Etags etags, ViewsConfig config) {
        this.composer = composer;
        this.versions = versions;
        this.etags = etags;
        this.config = config;
        this.cache = Caffeine.newBuilder().maximumWeight(config.cacheSize().asLongValue())
                .<String, CachedView>weigher((key, view) -> 2 * key.length() + view.bytes().length).build();
    }

    /**
     * What a view is composed for.
     *
     * @param caller who asks; null for someone unknown
     * @param deadline by when all of it must be there
     */
    public record Request(Caller caller, Deadline deadline) {
    }

    /**
     * A view as it was answered.
     *
     * @param bytes as they are sent
     * @param mediaType of what
     * @param etag the tag of these
     * @param version what was recorded before it was composed; null when it holds for ever
     * @param until when it expires
     */
    private record CachedView(byte[] bytes, String mediaType, String etag, Version version, Instant until) {
    }

    /** Answers the view that is asked for, at a record time or now for null. */
    public Uni<Response> answer(RoutingContext context, AsOf asOf, Function<Request, Uni<? extends Composed>> view) {
        return answer(context, asOf, "", view);
    }

    /**
     * Answers a view of which there are several for one address.
     *
     * @param variant what beside the address its content depends on, such as the language
     */
    public Uni<Response> answer(RoutingContext context, AsOf asOf, String variant,
            Function<Request, Uni<? extends Composed>> view) {
        Request request = new Request(Gate.callerOf(context), composer.deadline());
        String key = variant + ' ' + key(context, request.caller());
        boolean settled = asOf != null && asOf.isSettled();
        CachedView known = cache.getIfPresent(key);
        if (known == null || !known.until().isAfter(Instant.now())) {
            return compose(key, settled, versions.lastKnown(), request, view);
        }
        if (known.version() == null) {
            return Uni.createFrom().item(response(known));
        }
        return versions.now().onFailure().recoverWithNull().flatMap(version -> known.version().equals(version)
                ? Uni.createFrom().item(response(known))
                : compose(key, settled, version, request, view));
    }

    /** All that a view's content may depend on, beside what is recorded. */
    private static String key(RoutingContext context, Caller caller) {
        return (caller == null ? "" : caller.role().word()) + ' ' + context.request().uri();
    }

    private Uni<Response> compose(String key, boolean settled, Version before, Request request,
            Function<Request, Uni<? extends Composed>> view) {
        return view.apply(request).map(composed -> {
            boolean written = composed instanceof Written;
            byte[] bytes = written ? ((Written) composed).bytes() : etags.bytes(composed);
            String mediaType = written ? ((Written) composed).mediaType() : MediaType.APPLICATION_JSON;
            if (!Composed.isWhole(composed)) {
                return Response.ok(bytes, mediaType).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
            }
            CachedView whole = new CachedView(bytes, mediaType, etags.of(bytes), settled ? null : before,
                    settled ? Instant.MAX : Instant.now().plus(config.cacheTtl()));
            if (settled || before != null) {
                cache.put(key, whole);
            }
            return response(whole);
        });
    }

    private static Response response(CachedView view) {
        return Response.ok(view.bytes(), view.mediaType()).header(HttpHeaders.ETAG, view.etag()).build();
    }
}
