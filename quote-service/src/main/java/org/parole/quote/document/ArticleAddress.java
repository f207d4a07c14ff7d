package org.parole.quote.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.parole.kit.text.WebUri;

/**
 * What is the same in all addresses of one article. Set aside are what says how a reader came there (tracking parameters, the
 * fragment), which form of the page it is (AMP, {@code m.}), http or https, {@code www.}, the case and the script of the host, a slash at
 * the end, the order of parameters and the way of escaping. A parameter that is not known to track stays: it may name the article.
 */
public final class ArticleAddress {

    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid",
            "gad_source", "gad_campaignid",
            "msclkid",
            "yclid", "ymclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mibextid", "_ga",
            "_gl",
            "_hsenc", "_hsmi", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid", "ocid", "cmpid", "cmp",
            "ncid",
            "icid",
            "intcmp", "xtor", "wt_mc", "wt.mc_id", "smid", "smtyp", "ftag", "ref_src", "ref_url", "guccounter",
            "guce_referrer", "guce_referrer_sig", "_branch_match_id", "__twitter_impression", "traffic_source",
            "usqp", "amp_js_v", "amp_gsa", "amp_r", "__s", "jsessionid", "phpsessid", "sr_share", "spm", "srsltid");
    /** Where a reader came from; any other value of {@code ref} may name what is shown. */
    private static final Pattern REFERRER = Pattern
            .compile("(?i)rss|feed|twitter|tw|facebook|fb|home|homepage|newsletter|share|social|google|push|app");
    private static final Pattern TRACKING_FAMILY = Pattern.compile("(?:utm|pk|mtm|matomo|hsa|at|ns|itm|fb)_.+");
    private static final Pattern GOOGLE = Pattern.compile("(?:www\\.)?(?:google\\.[a-z.]{2,6}|bing\\.com)");
    /** Which visit it was; in the path, where a browser takes no cookies. */
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/]*");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final List<String> FORMS = List.of("amp.", "m.", "mobile.", "touch.");
    private static final String UNRESERVED = "-._~";

    private ArticleAddress() {
    }

    /** Equal for two addresses of one article; the address itself where it is none that can be taken apart. */
    public static String of(String address) {
        return WebUri.of(Normalizer.normalize(address, Normalizer.Form.NFC)).map(ArticleAddress::of).orElse(address);
    }

    private static String of(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        String path = uri.normalize().getRawPath() == null ? "" : uri.normalize().getRawPath();
        String cached = cachedPage(host, path);
        if (cached != null) {
            return of(cached + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        }
        String port = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
        String query = query(uri.getRawQuery());
        return withoutForms(host) + port + plainPath(escaped(path))
                + (query.isEmpty() ? "" : "?" + query) + route(uri.getRawFragment());
    }

    /** The page that a search engine's cache of AMP pages holds under this address, or null. */
    private static String cachedPage(String host, String path) {
        String[] parts = path.split("/");
        if (GOOGLE.matcher(host).matches() && parts.length > 2 && parts[1].equals("amp")) {
            return original(parts, 2);
        }
        if (host.endsWith(".cdn.ampproject.org") && parts.length > 2 && parts[1].length() == 1) {
            return original(parts, 2);
        }
        return null;
    }

    private static String original(String[] parts, int at) {
        int start = parts[at].equals("s") ? at + 1 : at;
        return start >= parts.length
                ? null
                : "https://" + String.join("/", Arrays.asList(parts).subList(start, parts.length))
                        // the page's own parameters are part of the cache's path
                        .replaceFirst("(?i)%3F", "?").replaceAll("(?i)%3D", "=").replaceAll("%26", "&");
    }

    /** A host of one label more than the prefix stays what it is: amp.org is no form of org. */
    private static String withoutPrefix(String host, String prefix) {
        return host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0
                ? host.substring(prefix.length())
                : host;
    }

    /** The host without what names a form of the page: www., amp., and that for mobile telephones. */
    private static String withoutForms(String host) {
        String plain = withoutPrefix(host, "www.");
        for (String form : FORMS) {
            plain = withoutPrefix(plain, form);
        }
        return withoutPrefix(plain, "www.");
    }

    private static String plainPath(String path) {
        String plain = SESSION.matcher(path).replaceAll("").replaceAll("/+$", "");
        if (plain.startsWith("/amp/")) {
            plain = plain.substring("/amp".length());
        }
        plain = plain.replaceAll("\\.amp(\\.html?)?$", "$1");
        // The front page of a section called 'amp' is no article.
        return plain.indexOf('/', 1) > 0 ? plain.replaceAll("/amp(?:html)?$", "") : plain;
    }

    private static String query(String query) {
        if (query == null) {
            return "";
        }
        return String.join("&", Arrays.stream(query.split("&(?:amp;)?")).map(ArticleAddress::escaped)
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                // Parameters of one name may be told apart by their order alone.
                .sorted(Comparator.comparing(parameter -> parameter.split("=", 2)[0])).toList());
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        String value = parameter.contains("=") ? parameter.substring(parameter.indexOf('=') + 1) : "";
        return TRACKING.contains(name) || TRACKING_FAMILY.matcher(name).matches()
                || name.equals("ref") && REFERRER.matcher(value).matches()
                || name.equals("amp") && (value.isEmpty() || value.equals("1") || value.equals("true"))
                || (name.equals("outputtype") || name.equals("output")) && value.equals("amp");
    }

    /** A fragment is a place on the page, unless the page is one of many that a script shows. */
    private static String route(String fragment) {
        return fragment != null && (fragment.startsWith("!") || fragment.startsWith("/")) ? "#" + fragment : "";
    }

    /** Characters that need no escaping are not escaped, others with capital letters; those beyond ASCII are. */
    private static String escaped(String text) {
        String plain = ESCAPE.matcher(text).replaceAll(found -> {
            var c = (char) Integer.parseInt(found.group(1), 16);
            return c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)
                    ? String.valueOf(c)
                    : "%" + found.group(1).toUpperCase(Locale.ROOT);
        });
        var escaped = new StringBuilder();
        for (byte octet : plain.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(octet < 0 ? String.format("%%%02X", octet & 0xFF) : String.valueOf((char) octet));
        }
        return escaped.toString();
    }
}
