package org.parole.kit.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a writer most likely meant. */
public final class NearestName {

    private NearestName() {
    }

    /** The known name within a third of the letters (Levenshtein distance, case ignored), if there is one. */
    public static Optional<String> of(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream().min(Comparator.comparingInt((String k) -> distance(wanted, k)).thenComparing(k -> k))
                .filter(k -> distance(wanted, k) <= Math.max(1, Math.max(name.length(), k.length()) / 3));
    }

    /** A sentence for an unknown name: with the nearest one, or with all of them. */
    public static String sentence(String what, String name, Collection<String> known) {
        return "unknown " + what + " '" + abbreviated(name) + "'"
                + of(name, known).map(k -> "; did you mean '" + k + "'?")
                        .orElseGet(() -> known.isEmpty()
                                ? "; none is known here"
                                : "; known are " + String.join(", ", known.stream().sorted().toList()));
    }

    private static String abbreviated(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }

    private static int distance(String a, String known) {
        String b = known.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
