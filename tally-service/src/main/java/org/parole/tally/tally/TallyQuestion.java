package org.parole.tally.tally;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.ThreeTimes;
import org.parole.tally.count.Policy;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What every tally can be asked. {@code on} is today where it is left out, or the day of {@code asOf}. */
@RegisterForReflection
public class TallyQuestion extends ThreeTimes {

    static final String CARRY = "P45D";
    private static final int DAYS_OF_A_YEAR = 365;
    private static final String CARRY_EXPECTED = "must be an ISO 8601 duration in days, weeks or months from P0D (none) to P364D, shorter than a year, as P45D";

    @Parameter(description = "The rule that chooses the best figure: the median of independent totals, the newest, the one that both sides support, or the verified one.")
    @QueryParam("policy")
    @DefaultValue("CONSENSUS")
    public Policy policy;

    @Parameter(description = "Other lists to add to the commitment's own, by their labels.", example = "eid-decree")
    @QueryParam("scope")
    @Size(max = 20, message = "must be given at most 20 times")
    public List<String> scopes;

    @Parameter(description = "Only reports that name this place.", example = "Bagram")
    @QueryParam("place")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String place;

    @Parameter(description = "Only reports that name this category.", example = "sick or over 50")
    @QueryParam("categoryDetail")
    @Size(min = 1, max = 300, message = "must have 1 to 300 characters")
    public String categoryDetail;

    @Parameter(description = "How long a party's total stands against a later, higher total that its own side has not given. The default is P45D; P0D turns this off.", example = "P45D")
    @QueryParam("carry")
    @Size(max = 40, message = "must be a duration shorter than a year, as P45D")
    public String carry;

    /** The duration as it was given, or the default. */
    final String carry() {
        return carry == null ? CARRY : carry;
    }

    @Parameter(description = "The language of sentences: English, German (de) or French (fr).", example = "de")
    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Size(max = 1000, message = "must have at most 1000 characters")
    public String acceptLanguage;

    @Parameter(description = "Adds the number released from this date on, as period: the difference to the day before, and at least the batches of the period.", example = "2020-05-01")
    @QueryParam("from")
    public PartialDate from;

    /**
     * For how many days a total is carried up to a date.
     *
     * @throws ProblemException 400 naming carry where it is no duration, negative, or a year or longer
     */
    int carryDays(LocalDate on) {
        try {
            long days = ChronoUnit.DAYS.between(on.minus(Period.parse(carry())), on);
            if (days >= 0 && days < DAYS_OF_A_YEAR) {
                return (int) days;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // The same answer as for a duration that is out of bounds.
        }
        throw ProblemException.invalidParameter("carry", CARRY_EXPECTED);
    }

    @Parameter(description = "What the answer is to have in full, however long: CLAIMANTS, FINDINGS (conflicts, gaps and open plans), REPORTS (their ids) or STEPS. Without it, the lists of an answer over more than 100 reports end early, and numbers beside them say how long they are.", example = "REPORTS")
    @QueryParam("include")
    @Size(max = 4, message = "must be given at most 4 times")
    public Set<Include> include;

    /** The language of the answer's sentences and how much of it is told, of an answer over a number of reports. */
    Presentation presentation(int reports) {
        if (reports <= Presentation.WHOLE) {
            return new Presentation(sentences(), EnumSet.allOf(Include.class));
        }
        return new Presentation(sentences(), include == null ? Set.of() : include);
    }

    /** The language of the answer's sentences. */
    Sentences sentences() {
        return Sentences.in(Language.preferred(acceptLanguage));
    }
}
