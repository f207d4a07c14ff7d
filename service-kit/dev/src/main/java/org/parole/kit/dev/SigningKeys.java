package org.parole.kit.dev;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The pair by which the gateway vouches for a caller: EC P-256, in PEM.
 *
 * @param privateKey
 *            PKCS#8, for the gateway
 * @param publicKey
 *            X.509, for the services
 */
public record SigningKeys(String privateKey, String publicKey) {

    /** A new pair. */
    public static SigningKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new SigningKeys(pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no EC P-256", e);
        }
    }

    /** The private key, for signing. */
    PrivateKey signingKey() {
        String body = privateKey.replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not an EC key in PKCS#8", e);
        }
    }

    /** Without the private key, so that it can be logged. */
    @Override
    public String toString() {
        return publicKey;
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }
}
