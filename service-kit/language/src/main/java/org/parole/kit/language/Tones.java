package org.parole.kit.language;

import com.ibm.icu.text.Normalizer2;

/** The tones of Vietnamese, which some set upon the first and some upon the second letter of oa, oe and uy: hòa, hoà. */
final class Tones {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    /** Grave, acute, hook, tilde and the dot below. */
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    private Tones() {
    }

    /** The second letter with the tone of the first one, or -1 where they are no such pair. */
    static int moved(char first, int second) {
        String parts = NFC.getDecomposition(first);
        boolean isPair = parts != null && parts.length() == 2 && TONES.indexOf(parts.charAt(1)) >= 0
                && ("yY".indexOf(second) >= 0 ? "uU" : "oO").indexOf(parts.charAt(0)) >= 0;
        return isPair ? NFC.composePair(second, parts.charAt(1)) : -1;
    }

    /** The letter without its tone. */
    static char plain(char toned) {
        return NFC.getDecomposition(toned).charAt(0);
    }
}
