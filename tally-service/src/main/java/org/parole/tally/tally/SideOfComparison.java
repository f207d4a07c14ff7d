package org.parole.tally.tally;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.tally.count.Policy;

/**
 * One side of a comparison: the common question with some of it asked otherwise, as {@code on:2020-05-31} or
 * {@code publishedBy:2020-06-02,policy:cautious}.
 */
final class SideOfComparison extends TallyQuestion {

    private static final String EXPECTED = "must be name:value, separated by commas: on:2020-05-31,"
            + " publishedBy:2020-06-02, asOf:2026-11-01T00:00:00Z, policy:cautious, carry:P0D";

    private SideOfComparison(TallyQuestion common) {
        on = common.on;
        publishedBy = common.publishedBy;
        asOf = common.asOf;
        policy = common.policy;
        scopes = common.scopes;
        place = common.place;
        categoryDetail = common.categoryDetail;
        carry = common.carry;
        acceptLanguage = common.acceptLanguage;
        include = common.include;
    }

    /**
     * Reads one side.
     *
     * @throws ProblemException 400 where it cannot be read
     */
    static SideOfComparison read(String parameter, String text, TallyQuestion common) {
        var side = new SideOfComparison(common);
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw ProblemException.invalidParameter(parameter, EXPECTED);
            }
            String value = part.substring(colon + 1).strip();
            try {
                switch (part.substring(0, colon).strip()) {
                    case "on" -> side.on = PartialDate.parse(value);
                    case "publishedBy" -> side.publishedBy = PublicationTime.parse(value);
                    case "asOf" -> side.asOf = AsOf.parse(value);
                    case "policy" -> side.policy = policy(value);
                    case "carry" -> side.carry = value;
                    default -> throw new InvalidValueException(EXPECTED);
                }
            } catch (InvalidValueException e) {
                throw ProblemException.invalidParameter(parameter, e.getMessage());
            }
        }
        return side;
    }

    private static Policy policy(String value) {
        try {
            return Policy.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("policy must be one of " + Arrays.toString(Policy.values()));
        }
    }

    boolean sameAs(SideOfComparison other) {
        return Objects.equals(on, other.on) && Objects.equals(publishedBy, other.publishedBy)
                && Objects.equals(asOf, other.asOf) && policy == other.policy && carry().equals(other.carry());
    }
}
