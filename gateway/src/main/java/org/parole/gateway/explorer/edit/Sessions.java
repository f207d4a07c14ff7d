package org.parole.gateway.explorer.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.parole.gateway.access.Gate;
import org.parole.gateway.explorer.Session;
import org.parole.gateway.service.ServiceTokens;
import org.parole.gateway.support.PagePaths;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sessions that live in their cookie alone, encrypted and authenticated (AES-256-GCM): every replica can read them, none keeps them. The cookie is
 * for pages only; the API never looks at it.
 */
@ApplicationScoped
public class Sessions {

    private static final String COOKIE = "parole-session";
    /** Which no other host of the domain can set, and browsers take over TLS alone. */
    private static final String HOST_COOKIE = "__Host-parole-session";
    // Before the gate (50), which finds out whether the key still works.
    private static final int PRIORITY = 60;
    private static final Duration LIFE = Duration.ofHours(8);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int TOKEN = 24;

    private final SecretKeySpec secret;
    private final ObjectMapper mapper;
    private final SecureRandom random = new SecureRandom();

    Sessions(ServiceTokens tokens, ObjectMapper mapper) {
        this.secret = new SecretKeySpec(tokens.secretFor("explorer sessions"), "AES");
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, PRIORITY);
    }

    private void read(RoutingContext context) {
        Cookie cookie = PagePaths.isPage(context.normalizedPath()) ? context.request().getCookie(name(context)) : null;
        Session session = cookie == null ? null : open(cookie.getValue());
        if (session != null) {
            session.put(context);
            // Whose key works no longer must be able to leave, and to come with another one.
            if (!context.normalizedPath().startsWith("/sign-")) {
                context.put(Gate.SESSION_KEY, session.key());
            }
        }
        context.next();
    }

    /** Begins a session, with a token that no earlier one had. */
    void begin(RoutingContext context, String key) {
        byte[] token = new byte[TOKEN];
        random.nextBytes(token);
        Session session = new Session(key, Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                Instant.now().plus(LIFE).getEpochSecond());
        context.response().addCookie(cookie(context, seal(session)).setMaxAge(LIFE.toSeconds()));
    }

    /** Ends it: the browser forgets the cookie. */
    void end(RoutingContext context) {
        context.response().addCookie(cookie(context, "").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext context, String value) {
        return Cookie.cookie(name(context), value).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.STRICT)
                .setSecure(isSecure(context));
    }

    private static String name(RoutingContext context) {
        return isSecure(context) ? HOST_COOKIE : COOKIE;
    }

    private static boolean isSecure(RoutingContext context) {
        return "https".equals(context.request().scheme());
    }

    private String seal(Session session) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(mapper.writeValueAsBytes(session));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A session can always be sealed", e);
        }
    }

    /** The session in a cookie; null for one that is over, or that nobody here has sealed. */
    private Session open(String value) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(value);
            if (all.length <= NONCE) {
                return null;
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(all, NONCE)));
            Session session = mapper.readValue(cipher.doFinal(all, NONCE, all.length - NONCE), Session.class);
            return session.until() > Instant.now().getEpochSecond() ? session : null;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
