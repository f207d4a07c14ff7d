package org.parole.kit.format;

/** The formats that lists come in, for {@code @Produces}. */
public final class MediaTypes {

    /** Comma-separated values, RFC 4180, UTF-8, with a header line. */
    public static final String CSV = "text/csv";
    /** One JSON object a line. */
    public static final String NDJSON = "application/x-ndjson";
    /** JSON-LD 1.1. */
    public static final String JSON_LD = "application/ld+json";

    /** Text with light markup, RFC 7763. */
    public static final String MARKDOWN = "text/markdown";

    private MediaTypes() {
    }
}
