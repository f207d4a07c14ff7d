package org.parole.gateway.compose;

import java.util.List;

/** A view that says what is missing from it. */
public interface Composed {

    /** What is missing; empty when nothing is. */
    List<Missing> incomplete();

    /** Whether every part could be had, though one may go on beyond what the view shows. */
    static boolean isWhole(Composed view) {
        return view.incomplete().stream().allMatch(missing -> missing.retryAfter() == null);
    }
}
