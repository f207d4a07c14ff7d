package org.parole.quote.occurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import org.parole.quote.occurrence.Occurrences.Alike;
import org.parole.quote.occurrence.Occurrences.Candidate;

/** Quotes that are written together: each is compared with those before it as if they were on record already. */
final class Newcomers {

    /** One that came before, with the statement that it was found to be. */
    private record Met(Newcomer quote, UUID group, Said first) {
    }

    private final BiPredicate<UUID, Instant> isOfItsTime;
    private final Map<UUID, List<Met>> bySpeaker = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    /** When the newcomers of each statement were said. */
    private final Map<UUID, List<Instant>> times = new HashMap<>();

    /**
     * With nobody yet.
     *
     * @param isOfItsTime whether all recorded occurrences of a statement were said within the window around a moment
     */
    Newcomers(BiPredicate<UUID, Instant> isOfItsTime) {
        this.isOfItsTime = isOfItsTime;
    }

    /** What is on record and what came before, the nearest in time first. */
    List<Candidate> candidates(Newcomer quote, List<Candidate> recorded) {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate one : recorded) {
            candidates.add(new Candidate(one.id(), one.said(), one.group(), one.first(),
                    one.isOfItsTime() && isWithin(one.group(), quote.said().at())));
        }
        for (Met before : bySpeaker.getOrDefault(quote.speakerId(), List.of())) {
            if (!before.quote.documentId().equals(quote.documentId()) && sharesWords(before.quote, quote)) {
                candidates.add(new Candidate(before.quote.id(), before.quote.said(), before.group, before.first,
                        isOfItsTime(before.group, quote.said().at())));
            }
        }
        candidates.sort(Comparator
                .comparing((Candidate one) -> Duration.between(one.said().at(), quote.said().at()).abs())
                .thenComparing(one -> one.id().toString()));
        return candidates;
    }

    /** Remembers one, with what was found. */
    void add(Newcomer quote, Alike alike, List<Candidate> candidates) {
        UUID group = alike.group().orElse(quote.id());
        Said first = alike.group().map(found -> candidates.stream().filter(one -> one.group().equals(found)).findFirst()
                .orElseThrow().first()).orElse(quote.said());
        bySpeaker.computeIfAbsent(quote.speakerId(), none -> new ArrayList<>()).add(new Met(quote, group, first));
        ids.add(quote.id());
        times.computeIfAbsent(group, none -> new ArrayList<>()).add(quote.said().at());
    }

    private boolean isOfItsTime(UUID group, Instant at) {
        // A statement that began here has no occurrences on record.
        return isWithin(group, at) && (ids.contains(group) || isOfItsTime.test(group, at));
    }

    private boolean isWithin(UUID group, Instant at) {
        return times.getOrDefault(group, List.of()).stream()
                .allMatch(said -> Duration.between(said, at).abs().compareTo(Meaning.WINDOW) <= 0);
    }

    private static boolean sharesWords(Newcomer one, Newcomer other) {
        if (one.wording().hash() == other.wording().hash()) {
            return true;
        }
        int[] sketch = other.wording().sketch();
        return IntStream.of(one.wording().sketch())
                .anyMatch(hash -> java.util.Arrays.binarySearch(sketch, hash) >= 0);
    }
}
