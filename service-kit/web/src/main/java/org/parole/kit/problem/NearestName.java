package org.parole.kit.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a writer most likely meant. */
public final class NearestName {

    private NearestName() {
    }

    /** The known name within a third of the letters (edit distance, case ignored), if there is one. */
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

    // Optimal string alignment: two swapped letters count as one mistake, as they do when typing.
    private static int distance(String a, String known) {
        String b = known.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
