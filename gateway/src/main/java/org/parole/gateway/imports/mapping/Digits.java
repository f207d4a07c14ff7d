package org.parole.gateway.imports.mapping;

/** Digits of all scripts. */
final class Digits {

    private Digits() {
    }

    /** The text with the decimal digits of all scripts as 0 to 9. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append(Character.digit(c, 10));
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }
}
