package org.parole.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many requests of each holder at once; nothing is remembered of a holder that has none. */
final class Slots {

    private final int most;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    Slots(int most) {
        this.most = most;
    }

    /** Takes a slot; whether there was one. */
    boolean take(String holder) {
        boolean[] isFree = new boolean[1];
        taken.compute(holder, (name, before) -> {
            isFree[0] = before == null || before < most;
            return before == null ? Integer.valueOf(1) : isFree[0] ? Integer.valueOf(before + 1) : before;
        });
        return isFree[0];
    }

    /** Gives back a slot that was taken. */
    void giveBack(String holder) {
        taken.computeIfPresent(holder, (name, before) -> before == 1 ? null : before - 1);
    }

    /** How many are taken by all holders. */
    int taken() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
