package org.parole.quote.speaker;

/** What kind of speaker it is. GROUP ('Afghan officials') and ANONYMOUS ('a spokesman') are never the same by name alone. */
public enum SpeakerKind {
    PERSON, ORGANISATION, GROUP, ANONYMOUS;

    /** Whether a name says who it is. */
    public boolean isNamed() {
        return this == PERSON || this == ORGANISATION;
    }
}
