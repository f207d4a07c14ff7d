package org.parole.kit.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;

/** Addresses of the web as people copy them: with hosts in the letters of their languages, which programs know by other names. */
public final class WebUri {

    private static final Pattern PARTS = Pattern
            .compile("(?is)(https?)://(?:([^/?#]*)@)?([^/?#@]*?)(?::(\\d{0,5}))?([/?#].*)?");
    /** The rules that browsers follow: letters that look alike in other scripts and in compatibility forms are brought together. */
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9.-]+|\\[.*]");
    private static final Pattern PUNYCODE = Pattern.compile("(?:^|\\.)xn--");
    private static final int LARGEST_PORT = 65_535;

    private WebUri() {
    }

    /** The address with its host in ASCII and small letters; empty where it is none of http or https with a valid host. */
    public static Optional<URI> of(String address) {
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = host(parts.group(3));
        String port = parts.group(4) == null || parts.group(4).isEmpty() ? "" : ":" + parts.group(4);
        if (host == null || port.length() > 1 && Integer.parseInt(port.substring(1)) > LARGEST_PORT) {
            return Optional.empty();
        }
        String user = parts.group(2) == null ? "" : parts.group(2) + '@';
        String rest = parts.group(5) == null ? "" : parts.group(5);
        try {
            URI uri = new URI(parts.group(1) + "://" + user + host + port + rest).parseServerAuthority();
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether an address of http or https names a host that cannot be one. */
    public static boolean hasInvalidHost(String address) {
        Matcher parts = PARTS.matcher(address);
        return parts.matches() && !parts.group(3).isEmpty() && host(parts.group(3)) == null;
    }

    private static String host(String written) {
        String small = written.toLowerCase(Locale.ROOT);
        if (PLAIN.matcher(small).matches() && !PUNYCODE.matcher(small).find()) {
            // Some have hyphens where international names could not have them.
            return small;
        }
        var info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(written, new StringBuilder(), info).toString();
        return written.isEmpty() || info.hasErrors() ? null : ascii;
    }
}
