package org.parole.kit.dev;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words that nobody can guess. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Secrets() {
    }

    /** 192 random bits in letters, digits, {@code -} and {@code _}: safe in a URL, in SQL and in a shell. */
    static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A key as the gateway takes it: a prefix for secret scanners, and 48 letters and digits. */
    static String apiKey() {
        StringBuilder key = new StringBuilder("parole_");
        RANDOM.ints(48, 0, ALPHANUMERIC.length()).mapToObj(ALPHANUMERIC::charAt).forEach(key::append);
        return key.toString();
    }
}
