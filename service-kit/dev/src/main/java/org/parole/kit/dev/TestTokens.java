package org.parole.kit.dev;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The gateway's word for a caller, as a test needs it: tokens that a service under test accepts. */
public final class TestTokens {

    /** The issuer that the services trust. */
    public static final String ISSUER = "parole-gateway";
    /** Whom the gateway's tokens are for. */
    public static final String AUDIENCE = "parole-services";

    private static final List<String> ROLES = List.of("reader", "contributor", "editor", "admin");
    private static final String PRIVATE_KEY = "parole.test.private-key";
    private static final String PUBLIC_KEY = "parole.test.public-key";

    private TestTokens() {
    }

    /** The value of an {@code Authorization} header for a caller with this role and the lower ones, good for a minute. */
    public static String bearer(String name, String role) {
        return bearer(name, role, Duration.ofMinutes(1));
    }

    /** The same with another lifetime; a negative one has expired. */
    public static String bearer(String name, String role, Duration lifetime) {
        return "Bearer " + token(keys(), ISSUER, AUDIENCE, name, role, Instant.now(), lifetime);
    }

    /** A token signed by any pair, for tests of what a service must refuse. */
    public static String bearer(SigningKeys keys, String issuer, String audience, String name, String role) {
        return "Bearer " + token(keys, issuer, audience, name, role, Instant.now(), Duration.ofMinutes(1));
    }

    /** A token signed by any pair, with the issuer and audience that the services expect. */
    public static String bearer(SigningKeys keys, String name, String role, Duration lifetime) {
        return "Bearer " + token(keys, ISSUER, AUDIENCE, name, role, Instant.now(), lifetime);
    }

    /** The pair of this test JVM. Kept in system properties, because Quarkus loads this class more than once. */
    public static SigningKeys keys() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PRIVATE_KEY) == null) {
                SigningKeys keys = SigningKeys.generate();
                System.setProperty(PRIVATE_KEY, keys.privateKey());
                System.setProperty(PUBLIC_KEY, keys.publicKey());
            }
            return new SigningKeys(System.getProperty(PRIVATE_KEY), System.getProperty(PUBLIC_KEY));
        }
    }

    private static String token(SigningKeys keys, String issuer, String audience, String name, String role, Instant now,
            Duration lifetime) {
        int rank = ROLES.indexOf(role);
        if (rank < 0) {
            throw new IllegalArgumentException("Not a role: " + role + "; there are " + ROLES);
        }
        String groups = ROLES.subList(0, rank + 1).stream().map(TestTokens::quoted).collect(Collectors.joining(","));
        Instant expiry = now.plus(lifetime);
        Instant issued = expiry.isBefore(now) ? expiry.minusSeconds(60) : now;
        String claims = "{\"iss\":" + quoted(issuer) + ",\"aud\":" + quoted(audience) + ",\"sub\":" + quoted(name)
                + ",\"upn\":" + quoted(name) + ",\"groups\":[" + groups + "],\"iat\":" + issued.getEpochSecond()
                + ",\"exp\":"
                + expiry.getEpochSecond() + ",\"jti\":" + quoted(UUID.randomUUID().toString()) + "}";
        String signed = encode("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.signingKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with ES256", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
