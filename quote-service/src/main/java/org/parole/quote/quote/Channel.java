package org.parole.quote.quote;

/** Through what the words were first said. */
public enum Channel {
    STATEMENT, SOCIAL_POST, INTERVIEW, PRESS_CONFERENCE, BROADCAST, LETTER, OTHER
}
