package org.parole.kit.http;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A position in a service's change feed, as clients receive and send it:
 * {@code Recorded-Through: quotes=4711}. Places of several services may stand beside each other (RFC 8941, 3.2), so that a client
 * can send everything that it received.
 */
public final class RecordedThrough {

    /** The header, of requests and answers alike. */
    public static final String HEADER = "Recorded-Through";

    /** Everything that is recorded by now; only the primary can answer it. */
    public static final String ALL = "*";

    /** The place of {@link #ALL}: further than any feed goes. */
    public static final long EVERYTHING = Long.MAX_VALUE;

    private static final Pattern ENTRY = Pattern.compile("[a-z][a-z0-9-]{0,49}=[0-9]{1,18}");

    private RecordedThrough() {
    }

    /** The position in the form of the header. */
    public static String of(String feed, long place) {
        return feed + '=' + place;
    }

    /** The furthest place in a feed that a request names; one that no feed has for {@link #ALL}, and for what cannot be read. */
    public static OptionalLong in(List<String> headers, String feed) {
        OptionalLong furthest = OptionalLong.empty();
        for (String header : headers) {
            for (String entry : header.split(",", -1)) {
                String trimmed = entry.strip();
                if (!ENTRY.matcher(trimmed).matches()) {
                    return OptionalLong.of(EVERYTHING);
                }
                if (trimmed.startsWith(feed + '=')) {
                    long place = Long.parseLong(trimmed.substring(feed.length() + 1));
                    furthest = OptionalLong.of(Math.max(place, furthest.orElse(0)));
                }
            }
        }
        return furthest;
    }
}
