package org.parole.quote.quote;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.Formats;
import org.parole.kit.time.PartialDate;
import org.parole.kit.time.PublicationTime;
import org.parole.kit.time.ThreeTimes;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.speaker.SpeakerKind;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which quotes are asked for; what is left out does not matter, what is given must all hold. */
@RegisterForReflection
public class QuoteFilter extends ThreeTimes {

    private static final java.util.regex.Pattern UUID_TEXT = java.util.regex.Pattern
            .compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SLUG_SIZE = "must have at most 100 characters";

    @Parameter(description = "Words to search for in the content, as in a web search: all of them, \"in this order\", one or another, -without. Words are stemmed by the quote's language; accents do not count.", example = "Taliban \"excuses now\"")
    @QueryParam("q")
    @Size(min = 1, max = 500, message = "must have 1 to 500 characters")
    public String q;

    @Parameter(description = "Words that the speaker's role as given then must have, as in a web search.", example = "spokesman")
    @QueryParam("role")
    @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
    public String role;

    @Parameter(description = "Only quotes by this speaker (its id), under all the ids that were merged into it.")
    @QueryParam("speaker")
    public UUID speaker;

    @Parameter(description = "False: only quotes of which it is unknown who said them; true: only others.")
    @QueryParam("speakerKnown")
    public Boolean speakerKnown;

    @Parameter(description = "Only quotes of unknown speakers that this one may have said: the id of a speaker, under all the ids that were merged into it, or a name, as it was given or as a speaker on record has it; case and accents do not count.", example = "Suhail Shaheen")
    @QueryParam("speakerCandidate")
    @Size(min = 1, max = 300, message = "must have 1 to 300 characters")
    public String speakerCandidate;

    @Parameter(description = "Only quotes by speakers of this kind.")
    @QueryParam("speakerKind")
    public SpeakerKind speakerKind;

    @Parameter(description = "Only quotes by speakers who spoke for this party (its slug) when they said it: in a role of that time, or else at all.", example = "afghan-government")
    @QueryParam("party")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = SLUG_SIZE)
    public String party;

    @Parameter(description = "Only quotes about this party (its slug).", example = "taliban")
    @QueryParam("aboutParty")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = SLUG_SIZE)
    public String aboutParty;

    @Parameter(description = "Only quotes about this agreement (its slug).", example = "us-taliban-2020")
    @QueryParam("agreement")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = SLUG_SIZE)
    public String agreement;

    @Parameter(description = "Only quotes about this exchange (its slug).", example = "afghanistan-november-2019")
    @QueryParam("exchange")
    @Pattern(regexp = Formats.SLUG, message = Formats.SLUG_MESSAGE)
    @Size(max = 100, message = SLUG_SIZE)
    public String exchange;

    @Parameter(description = "Only quotes about this topic; case and accents do not count.", example = "prisoner exchange")
    @QueryParam("topic")
    @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
    public String topic;

    @Parameter(description = "Only quotes of this kind.")
    @QueryParam("kind")
    public QuoteKind kind;

    @Parameter(description = "Only what was first said through this channel.")
    @QueryParam("channel")
    public Channel channel;

    @Parameter(description = "Only quotes in this language; 'en' finds 'en-GB' too.", example = "en")
    @QueryParam("language")
    @Pattern(regexp = Formats.LANGUAGE, message = Formats.LANGUAGE_MESSAGE)
    public String language;

    @Parameter(description = "Only quotes in documents of this outlet (its id).")
    @QueryParam("outlet")
    public UUID outlet;

    @Parameter(description = "Only quotes in this document (its id, or that of one that was merged into it).")
    @QueryParam("document")
    public UUID document;

    @Parameter(description = "Only quotes whose check against the document's text found this.")
    @QueryParam("verification")
    public AnchorStatus verification;

    @Parameter(description = "Only quotes that have such a relation to another one, at either end.")
    @QueryParam("relation")
    public RelationFilter relation;

    @Parameter(description = "Only quotes with at least so many occurrences that have different roots.", example = "2")
    @QueryParam("independentAtLeast")
    @Min(value = 1, message = "must be 1 to 1,000")
    @Max(value = 1000, message = "must be 1 to 1,000")
    public Integer independentAtLeast;

    @Parameter(description = "Only what is known to have been said on this date or later.", example = "2020-04-01")
    @QueryParam("saidFrom")
    public PartialDate saidFrom;

    @Parameter(description = "Only what is known to have been said by this date.", example = "2020-04-30")
    @QueryParam("saidTo")
    public PartialDate saidTo;

    @Parameter(description = "Only what was published then or later.", example = "2020-04-01")
    @QueryParam("publishedFrom")
    public PublicationTime publishedFrom;

    @Parameter(description = "Only what was published by then; a date means the whole day.", example = "2020-04-30")
    @QueryParam("publishedTo")
    public PublicationTime publishedTo;

    @Parameter(description = "relevance (only with q, and then the default), or newest or oldest by when it was said, or published where that is unknown, or recorded: what was recorded last first. The order by relevance ends after the 1,000 newest quotes that were found.", example = "newest")
    @QueryParam("order")
    public QuoteOrder order;

    /** The id of the candidate that is asked for; empty where a name or nothing is. */
    Optional<UUID> candidateId() {
        return speakerCandidate != null && UUID_TEXT.matcher(speakerCandidate).matches()
                ? Optional.of(UUID.fromString(speakerCandidate))
                : Optional.empty();
    }

    /** The same as text: what a cursor is bound to. */
    List<?> fingerprint() {
        return java.util.Arrays.asList(q, role, on, publishedBy, asOf, speaker, speakerKnown, speakerCandidate,
                speakerKind, party, aboutParty,
                agreement, exchange, topic,
                kind, channel, language, outlet, document, verification, relation, independentAtLeast, saidFrom, saidTo,
                publishedFrom, publishedTo,
                order);
    }
}
