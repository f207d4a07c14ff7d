package org.parole.quote.outlet;

/** What kind of publisher an outlet is. */
public enum OutletKind {
    WIRE, NEWSPAPER, BROADCASTER, PLATFORM, OFFICIAL_SITE, OTHER
}
