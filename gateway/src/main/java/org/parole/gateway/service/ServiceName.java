package org.parole.gateway.service;

/** The services behind the gateway. */
public enum ServiceName {
    /** Outlets, speakers, documents, quotes. */
    QUOTES("quote-service"),
    /** Parties, agreements, commitments, release reports, tallies. */
    TALLIES("tally-service");

    private final String text;

    ServiceName(String text) {
        this.text = text;
    }

    /** As people call it. */
    @Override
    public String toString() {
        return text;
    }
}
