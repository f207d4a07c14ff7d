package org.parole.tally.count;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a tally is asked.
 *
 * @param on the event date, as an epoch day
 * @param publishedBy what was public by then counts, in epoch milliseconds
 * @param asOf what was recorded by then counts, in epoch microseconds
 * @param policy the rule that chooses the best figure
 * @param scopes the lists to count besides the commitment's own, added to it
 */
public record Question(int on, long publishedBy, long asOf, Policy policy, Set<String> scopes) {

    /** Everything that is public, and everything that is recorded. */
    public static final long ALWAYS = Long.MAX_VALUE - 1;

    public Question {
        Objects.requireNonNull(policy, "policy");
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** The consensus on a date from all that is on record. */
    public static Question on(LocalDate date) {
        return new Question(Math.toIntExact(date.toEpochDay()), ALWAYS, ALWAYS, Policy.CONSENSUS, Set.of());
    }

    /** The same question from what was public by the end of a date. */
    public Question publishedBy(LocalDate date) {
        long end = (date.toEpochDay() + 1) * 86_400_000L - 1;
        return new Question(on, end, asOf, policy, scopes);
    }

    /** The same question under another policy. */
    public Question policy(Policy other) {
        return new Question(on, publishedBy, asOf, other, scopes);
    }

    /** The same question from what was recorded by a time in epoch microseconds. */
    public Question asOf(long micros) {
        return new Question(on, publishedBy, micros, policy, scopes);
    }

    /** The same question with other lists added. */
    public Question with(Set<String> otherScopes) {
        return new Question(on, publishedBy, asOf, policy, otherScopes);
    }
}
