package org.parole.gateway.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.gateway.access.Caller;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The gateway's word for a caller, which the services ask for: a token that says who it is and lives for a minute. */
@Startup
@ApplicationScoped
public class ServiceTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);
    // Signing takes longer than reading a small record, so a token serves for a while; it always has half its life left.
    private static final Duration SHARED_FOR = LIFE.dividedBy(2);

    private final PrivateKey key;
    private final Cache<Caller, String> tokens = Caffeine.newBuilder().expireAfterWrite(SHARED_FOR).maximumSize(1_000)
            .build();

    ServiceTokens(@ConfigProperty(name = "parole.signing-key.text") Optional<String> text,
            @ConfigProperty(name = "parole.signing-key.location") Optional<Path> location) {
        this.key = read(text, location);
    }

    /** The value of the Authorization header that vouches for this caller. */
    public String bearer(Caller caller) {
        return tokens.get(caller, this::sign);
    }

    /**
     * A secret of the gateway for another purpose than its tokens, the same in every replica. It follows from the signing key and says nothing of
     * it (HMAC-SHA-256 over the purpose).
     */
    public byte[] secretFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private String sign(Caller caller) {
        return "Bearer " + Jwt.issuer("parole-gateway").audience("parole-services").subject(caller.name())
                .upn(caller.name()).groups(caller.role().included()).expiresIn(LIFE).jws()
                .algorithm(SignatureAlgorithm.ES256).sign(key);
    }

    private static PrivateKey read(Optional<String> text, Optional<Path> location) {
        String pem = text.filter(value -> !value.isBlank()).orElseGet(() -> location.map(ServiceTokens::readFile)
                .orElseThrow(() -> new IllegalStateException("The gateway needs a key to sign its tokens with: set "
                        + "PAROLE_GATEWAY_SIGNING_KEY (PEM, PKCS#8, EC P-256) or PAROLE_GATEWAY_SIGNING_KEY_LOCATION.")));
        try {
            PrivateKey key = KeyUtils.decodePrivateKey(pem, SignatureAlgorithm.ES256);
            if (key instanceof ECPrivateKey ec && ec.getParams().getOrder().bitLength() == 256) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Said below without the cause, which might show a part of the key.
        }
        throw new IllegalStateException("PAROLE_GATEWAY_SIGNING_KEY must be an EC P-256 private key in PKCS#8 PEM.");
    }

    private static String readFile(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalStateException("PAROLE_GATEWAY_SIGNING_KEY_LOCATION cannot be read: " + path, e);
        }
    }
}
