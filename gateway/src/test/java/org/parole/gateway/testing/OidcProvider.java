package org.parole.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import com.sun.net.httpserver.HttpServer;

/** An OpenID Connect provider, as far as a service that takes its tokens sees one: where things are, and its public keys. */
public class OidcProvider implements QuarkusTestResourceLifecycleManager {

    /** For whom its tokens are. */
    public static final String AUDIENCE = "parole";
    /** The id of the key that it signs with. */
    public static final String KEY_ID = "first";

    // In system properties, because this class is loaded more than once.
    private static final String STATE = "parole.test.oidc.";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        KeyPair pair = newKey();
        System.setProperty(STATE + "key", Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(STATE + "issuer", "http://127.0.0.1:" + server.getAddress().getPort());
        answer("/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}");
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        answer("/keys", "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID
                + "\",\"n\":\"" + number(key.getModulus()) + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}");
        server.start();
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.oidc.tenant-enabled", "true");
        configuration.put("quarkus.oidc.auth-server-url", issuer());
        configuration.put("quarkus.oidc.roles.role-claim-path", "parole/roles");
        return configuration;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Who it is. */
    public static String issuer() {
        return System.getProperty(STATE + "issuer");
    }

    /** What a token says about this person with these roles; a test changes what it tests. */
    public static JwtClaimsBuilder claims(String subject, String... roles) {
        return Jwt.issuer(issuer()).audience(AUDIENCE).subject(subject)
                .claim("parole", Map.of("roles", java.util.List.of(roles)))
                .expiresIn(300);
    }

    /** The claims as a token of this provider. */
    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(key());
    }

    /** A pair that nobody knows. */
    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static PrivateKey key() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(STATE + "key"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("It was a key when it was made", e);
        }
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
