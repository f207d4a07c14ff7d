package org.parole.gateway.access;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.parole.gateway.limit.Limits;
import org.parole.gateway.support.PagePaths;
import org.parole.gateway.support.Problems;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemType;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Applies {@link AccessRules} to every request: finds out who calls, lets through what a rule allows, and notes every write and every
 * refusal. What is passed on and what the gateway answers itself go through the same check.
 */
@ApplicationScoped
public class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final Logger AUDIT = Logger.getLogger("org.parole.audit");

    // After Quarkus has attached its authenticator (200) and its own rules (100), before any route.
    private static final int PRIORITY = 50;
    private static final String CALLER = Gate.class.getName() + ".caller";
    private static final String KEY_HEADER = "X-API-Key";
    private static final BiConsumer<RoutingContext, Throwable> ANSWERED_HERE = (context, failure) -> LOG
            .trace("Nobody was let in", failure);

    private final IdentityProviderManager identities;
    private final Limits limits;
    private final Problems problems;

    Gate(IdentityProviderManager identities, Limits limits, Problems problems) {
        this.identities = identities;
        this.limits = limits;
        this.problems = problems;
    }

    /** Under what a page's session puts the key of who is signed in, before this looks. Only pages have sessions, never the API. */
    public static final String SESSION_KEY = Gate.class.getName() + ".session-key";

    /** Who calls; null for someone unknown. Not for files. */
    public static Caller callerOf(RoutingContext context) {
        return context.get(CALLER);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        boolean page = !path.startsWith("/api/");
        if (page && (!PagePaths.isPage(path)
                || AccessRules.of(request.method().name(), path) instanceof AccessRules.Need.Nobody)) {
            decideOnPage(context);
            return;
        }
        String encoding = request.getHeader("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            // Where such a body ends two servers may see differently (RFC 9112, 6.3), so nobody gets to read it.
            problems.answer(context, ProblemException.malformed("The only supported Transfer-Encoding is chunked."));
            return;
        }
        if (page
                ? context.get(SESSION_KEY) == null
                : request.getHeader("Authorization") == null && request.getHeader(KEY_HEADER) == null) {
            admit(context, null);
            return;
        }
        Limits.Refusal refusal = limits.beforeKeyIsChecked(context);
        if (refusal != null) {
            tooMuch(context, null, refusal);
            return;
        }
        // Else the framework answers in its own way before it tells us.
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, ANSWERED_HERE);
        // The body must not arrive before somebody listens.
        request.pause();
        QuarkusHttpUser.getSecurityIdentity(context, identities).subscribe().with(identity -> {
            request.resume();
            identified(context, identity);
        }, failure -> {
            request.resume();
            notIdentified(context, failure);
        });
    }

    private void identified(RoutingContext context, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            // Something was presented that nobody here knows how to check.
            refuseKey(context, "The Authorization header has an unknown form: send Bearer and a key or token.");
            return;
        }
        QuarkusHttpUser.setIdentity(identity, context);
        admit(context, Caller.of(identity));
    }

    private void notIdentified(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            refuseKey(context, "The key or token is unknown, revoked or expired. Reading needs no key.");
        } else {
            LOG.warn("A key could not be checked", failure);
            problems.answer(context, ProblemException.unavailable("Keys cannot be checked now. Reading needs no key.",
                    java.time.Duration.ofSeconds(2)));
        }
    }

    private void refuseKey(RoutingContext context, String why) {
        if (context.get(SESSION_KEY) != null && context.request().method() == HttpMethod.GET) {
            // The key was revoked since: who was signed in may read on as anybody may.
            admit(context, null);
            return;
        }
        Limits.Refusal refusal = limits.wrongKey(context);
        if (refusal != null) {
            tooMuch(context, null, refusal);
        } else {
            refuse(context, null, ProblemException.unauthenticated(why));
        }
    }

    private void admit(RoutingContext context, Caller caller) {
        Limits.Refusal refusal = limits.take(context, caller == null ? null : caller.name());
        if (refusal != null) {
            tooMuch(context, caller, refusal);
        } else {
            decide(context, caller);
        }
    }

    /** One line a minute for each caller: who floods the gateway must not flood its logs. */
    private void tooMuch(RoutingContext context, Caller caller, Limits.Refusal refusal) {
        if (refusal.first()) {
            note(context, caller, "refused", refusal.problem().problem().status());
        }
        problems.answer(context, refusal.problem());
    }

    private void decide(RoutingContext context, Caller caller) {
        String method = context.request().method().name();
        AccessRules.Need need = AccessRules.of(method, context.normalizedPath());
        if (need instanceof AccessRules.Need.Nobody) {
            refuse(context, caller, notAllowed(context.normalizedPath()));
        } else if (need instanceof AccessRules.Need.Holder holder && caller == null) {
            refuse(context, null,
                    ProblemException.unauthenticated("This request needs a key with the role " + holder.role().word()
                            + ": Authorization: Bearer parole_…"));
        } else if (need instanceof AccessRules.Need.Holder holder && !caller.may(holder.role())) {
            refuse(context, caller,
                    ProblemException.forbidden("This request needs the role " + holder.role().word() + "; the key '"
                            + caller.name() + "' has the role " + caller.role().word() + "."));
        } else {
            context.put(CALLER, caller);
            if (need instanceof AccessRules.Need.Holder) {
                context.addEndHandler(ended -> note(context, caller, "write", context.response().getStatusCode()));
            }
            context.next();
        }
    }

    /** What is not below {@code /api} knows nobody and costs nobody anything, but is there only where a rule says so. */
    private void decideOnPage(RoutingContext context) {
        String path = context.normalizedPath();
        if (AccessRules.of(context.request().method().name(), path) instanceof AccessRules.Need.Open
                || isForDevelopment(path)) {
            context.next();
        } else {
            problems.answer(context, notAllowed(path));
        }
    }

    /** The pages of the framework, which it serves only where it runs from sources. */
    private static boolean isForDevelopment(String path) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && path.startsWith("/q/");
    }

    private static ProblemException notAllowed(String path) {
        String allowed = Stream.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
                .filter(method -> !(AccessRules.of(method, path) instanceof AccessRules.Need.Nobody))
                .collect(Collectors.joining(", "));
        if (allowed.isEmpty()) {
            return ProblemException.notFound("resource at", path);
        }
        return new ProblemException(
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path supports " + allowed + ".", java.util.List.of()))
                .with("Allow", allowed);
    }

    private void refuse(RoutingContext context, Caller caller, ProblemException problem) {
        note(context, caller, "refused", problem.problem().status());
        problems.answer(context, problem);
    }

    private static void note(RoutingContext context, Caller caller, String what, int status) {
        // Without the query: a reason may name people.
        AUDIT.infof("%s %s %s %d by %s", what, context.request().method().name(), context.normalizedPath(), status,
                caller == null ? "nobody known" : caller.name() + " (" + caller.role().word() + ")");
    }
}
