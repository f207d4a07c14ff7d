package org.parole.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The text of an API key: {@code parole_} and at least 40 letters and digits. The prefix is there for secret scanners,
 * the first characters after it find the key in the table, and the whole of it is the secret.
 */
record KeySecret(String text) {

    static final String PREFIX = "parole_";

    /** What secret scanners may look for. */
    static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9]{40,128}");

    private static final int LOOKUP_LENGTH = 8;
    private static final int NEW_LENGTH = 48;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** A new key that nobody knows. */
    static KeySecret create() {
        StringBuilder text = new StringBuilder(PREFIX);
        new SecureRandom().ints(NEW_LENGTH, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(text::append);
        return new KeySecret(text.toString());
    }

    static boolean looksLikeOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The part by which the key is found and may be shown. */
    String lookup() {
        return text.substring(PREFIX.length(), PREFIX.length() + LOOKUP_LENGTH);
    }

    static byte[] newSalt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /**
     * The salted hash. One round of SHA-256 is enough: stretching protects passwords that people choose, and a key has
     * more than 190 random bits.
     */
    byte[] hash(byte[] salt) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Compares in a time that does not tell how much of the hash was right. */
    boolean matches(byte[] salt, byte[] hash) {
        return MessageDigest.isEqual(hash(salt), hash);
    }

    /** By what the cache knows the key, so that no key stays in memory as text. */
    String fingerprint() {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
