package org.parole.tally.count;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a tally is asked.
 *
 * @param on the event date, as an epoch day
 * @param publishedBy what was public by then counts, in epoch milliseconds
 * @param asOf what was recorded by then counts, in epoch microseconds
 * @param policy the rule that chooses the best figure
 * @param scopes the lists to count besides the commitment's own, added to it
 * @param carry for how many days a party's total stands against a later one that its own side has not given; 0 for none
 * @param filtered whether only reports about one place or category are counted, so that none may be left
 * @param dated whether only what happened, was public or was recorded by some time is counted, so that more may have come since
 */
public record Question(int on, long publishedBy, long asOf, Policy policy, Set<String> scopes, int carry,
        boolean filtered, boolean dated) {

    /** Everything that is public, and everything that is recorded. */
    public static final long ALWAYS = Long.MAX_VALUE - 1;

    /** For how many days a party's total is carried where the question says nothing else. */
    public static final int CARRY = 45;

    /** @throws IllegalArgumentException where carry is negative */
    public Question {
        Objects.requireNonNull(policy, "policy");
        if (carry < 0) {
            throw new IllegalArgumentException("carry must not be negative");
        }
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** The consensus on a date from all that is on record. */
    public static Question on(LocalDate date) {
        return new Question(Math.toIntExact(date.toEpochDay()), ALWAYS, ALWAYS, Policy.CONSENSUS, Set.of(), CARRY,
                false, false);
    }

    /** The same question at another date, as an epoch day. */
    Question at(int day) {
        return new Question(day, publishedBy, asOf, policy, scopes, carry, filtered, dated);
    }

    /** The same question from what was public by the end of a date. */
    public Question publishedBy(LocalDate date) {
        long end = (date.toEpochDay() + 1) * 86_400_000L - 1;
        return new Question(on, end, asOf, policy, scopes, carry, filtered, dated);
    }

    /** The same question under another policy. */
    public Question policy(Policy other) {
        return new Question(on, publishedBy, asOf, other, scopes, carry, filtered, dated);
    }

    /** The same question from what was recorded by a time in epoch microseconds. */
    public Question asOf(long micros) {
        return new Question(on, publishedBy, micros, policy, scopes, carry, filtered, dated);
    }

    /** The same question with other lists added. */
    public Question with(Set<String> otherScopes) {
        return new Question(on, publishedBy, asOf, policy, otherScopes, carry, filtered, dated);
    }

    /** The same question with totals carried for another number of days. */
    public Question carry(int days) {
        return new Question(on, publishedBy, asOf, policy, scopes, days, filtered, dated);
    }

    /** The same question about one place or category. */
    public Question filtered(boolean byPart) {
        return new Question(on, publishedBy, asOf, policy, scopes, carry, byPart, dated);
    }

    /** The same question about a time that may have been followed by others. */
    public Question dated(boolean byTime) {
        return new Question(on, publishedBy, asOf, policy, scopes, carry, filtered, byTime);
    }
}
