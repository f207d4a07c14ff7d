package org.parole.gateway.key;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Knows a caller by an API key, in {@code Authorization: Bearer parole_…} or in {@code X-API-Key}. */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {

    /** The header for clients that cannot set Authorization. */
    public static final String HEADER = "X-API-Key";

    private static final String BEARER = "bearer ";
    private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 1_000;

    private final ApiKeys keys;
    private final Vertx vertx;

    ApiKeyMechanism(ApiKeys keys, Vertx vertx) {
        this.keys = keys;
        this.vertx = vertx;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        String session = context.get(Gate.SESSION_KEY);
        String text = session != null ? session : keyIn(context.request());
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        if (!KeySecret.looksLikeOne(text)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Not of the form of a key"));
        }
        KeySecret secret = new KeySecret(text);
        Optional<Optional<Caller>> remembered = keys.remembered(secret);
        if (remembered.isPresent()) {
            return identity(remembered.get());
        }
        // The database is asked on a worker thread; only the first use of a key comes here.
        return Uni.createFrom()
                .completionStage(vertx.executeBlocking(() -> keys.lookUp(secret), false).toCompletionStage())
                .flatMap(ApiKeyMechanism::identity);
    }

    private static String keyIn(HttpServerRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            return header.trim();
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String credentials = authorization.substring(BEARER.length()).trim();
            return credentials.startsWith(KeySecret.PREFIX) ? credentials : null;
        }
        return null;
    }

    private static Uni<SecurityIdentity> identity(Optional<Caller> caller) {
        return caller
                .map(known -> Uni.createFrom()
                        .<SecurityIdentity>item(QuarkusSecurityIdentity.builder()
                                .setPrincipal(new QuarkusPrincipal(known.name())).addRoles(known.role().included())
                                .build()))
                .orElseGet(() -> Uni.createFrom().failure(
                        new AuthenticationFailedException("A key that is unknown, revoked or expired")));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"parole\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }
}
