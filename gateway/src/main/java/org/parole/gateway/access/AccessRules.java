package org.parole.gateway.access;

import java.util.List;
import java.util.Set;

/**
 * Who may do what, as one table for all that the gateway answers. What has no line is refused for everyone, reads included, so that
 * a new operation without a rule cannot be reached. A line says what a path needs as the client wrote it: the kit refuses paths that
 * could be spelled in another way before anything is decided.
 */
public final class AccessRules {

    /** Whose records are revised. */
    private static final Set<String> COLLECTIONS = Set.of("outlets", "speakers", "documents", "quotes", "parties",
            "agreements",
            "exchanges", "commitments", "release-reports");
    /** What is computed from them, one for each of something. */
    private static final Set<String> VIEWS = Set.of("tallies", "dossiers");

    private static final Need OPEN = new Need.Open();
    private static final Need NOBODY = new Need.Nobody();

    private static final List<Rule> RULES = List.of(
            // --- Records ---
            open("/api/v1/{collection}"),
            open("/api/v1/{collection}/{id}"),
            open("/api/v1/{collection}/{id}/{part}"),
            open("/api/v1/{collection}/{id}/{part}/{id}"),
            new Rule("POST", "/api/v1/{collection}", Role.CONTRIBUTOR),
            new Rule("PATCH", "/api/v1/{collection}/{id}", Role.EDITOR),
            new Rule("DELETE", "/api/v1/{collection}/{id}", Role.EDITOR),
            // A relation adds to what is known of two quotes and changes neither.
            new Rule("POST", "/api/v1/quotes/{id}/relations", Role.CONTRIBUTOR),
            // Nor does a passage: what stood in the excerpt stands where it did.
            new Rule("POST", "/api/v1/documents/{id}/passages", Role.CONTRIBUTOR),
            // What else stands below a record (merges, groups, texts) changes how others' records are read.
            new Rule("POST", "/api/v1/{collection}/{id}/{part}", Role.EDITOR),
            new Rule("PUT", "/api/v1/{collection}/{id}/{part}", Role.EDITOR),
            new Rule("DELETE", "/api/v1/{collection}/{id}/{part}", Role.EDITOR),
            new Rule("DELETE", "/api/v1/{collection}/{id}/{part}/{id}", Role.EDITOR),
            // --- What follows from them ---
            open("/api/v1/tallies"),
            open("/api/v1/{view}/{id}"),
            open("/api/v1/{view}/{id}/{part}"),
            open("/api/v1/timeline"),
            open("/api/v1/search"),
            open("/api/v1/changes"),
            open("/api/v1/codebook"),
            open("/api/v1/quote-changes"),
            open("/api/v1/tally-changes"),
            // --- Writing into both services ---
            new Rule("POST", "/api/v1/intake", Role.CONTRIBUTOR),
            open("/api/v1/intake/{id}"),
            // --- Archives ---
            open("/api/v1/imports"),
            open("/api/v1/imports/{id}"),
            open("/api/v1/imports/{id}/events"),
            new Rule("POST", "/api/v1/imports", Role.EDITOR),
            // Whole lines of a file that is not ours.
            new Rule("GET", "/api/v1/imports/{id}/refused", Role.EDITOR),
            new Rule("POST", "/api/v1/imports/{id}/cancellation", Role.EDITOR),
            new Rule("POST", "/api/v1/imports/{id}/retraction", Role.EDITOR),
            open("/api/v1/exports/{collection}"),
            open("/api/v1/exports/{collection}/datapackage.json"),
            open("/api/v1/exports/tallies"),
            open("/api/v1/exports/tallies/datapackage.json"),
            // --- Keys ---
            new Rule("*", "/api/v1/keys", Role.ADMIN),
            new Rule("*", "/api/v1/keys/{id}", Role.ADMIN),
            // --- How tables are read ---
            new Rule("POST", "/api/v1/imports/mappings/guess", Role.CONTRIBUTOR),
            open("/api/v1/imports/mappings/{id}"),
            new Rule("PUT", "/api/v1/imports/mappings/{id}", Role.EDITOR),
            // --- Pages for people ---
            open("/"),
            open("/agreements/{id}"),
            open("/agreements/{id}/feed.atom"),
            open("/exchanges/{id}"),
            open("/commitments/{id}"),
            open("/release-reports/{id}"),
            open("/quotes/{id}"),
            open("/documents/{id}"),
            open("/speakers/{id}"),
            open("/speakers/{id}/feed.atom"),
            open("/tallies/{id}/{part}"),
            open("/compare"),
            open("/search"),
            open("/oembed"),
            open("/data/{part}"),
            open("/assets/{id}/{part}"),
            open("/favicon.ico"),
            open("/sign-in"),
            new Rule("POST", "/sign-in".split("/", -1), OPEN),
            new Rule("POST", "/sign-out".split("/", -1), OPEN),
            new Rule("GET", "/edit/document", Role.CONTRIBUTOR),
            new Rule("POST", "/edit/document", Role.CONTRIBUTOR),
            new Rule("GET", "/edit/documents/{id}/quote", Role.CONTRIBUTOR),
            new Rule("GET", "/edit/quotes/{id}/report", Role.CONTRIBUTOR),
            new Rule("POST", "/edit/quotes/{id}/report", Role.CONTRIBUTOR),
            new Rule("GET", "/edit/{part}/{id}", Role.EDITOR),
            new Rule("POST", "/edit/{part}/{id}", Role.EDITOR),
            new Rule("POST", "/edit/{part}/{id}/retract", Role.EDITOR),
            // --- The document and its page ---
            open("/openapi"),
            open("/openapi.json"),
            open("/openapi-3.0.json"),
            open("/openapi.yaml"),
            open("/openapi.yml"),
            open("/swagger-ui"),
            open("/swagger-ui/{file}"),
            open("/swagger-ui/{file}/{file}"));

    private AccessRules() {
    }

    /** What a request needs. */
    public sealed interface Need {
        /** Anyone may, key or not. */
        record Open() implements Need {
        }

        /** The role, or one that includes it. */
        record Holder(Role role) implements Need {
        }

        /** Nobody may: no rule is written for it. */
        record Nobody() implements Need {
        }
    }

    /** What this method on this path needs; HEAD and OPTIONS need what GET does. */
    public static Need of(String method, String path) {
        String[] parts = path.split("/", -1);
        String asked = method.equals("HEAD") || method.equals("OPTIONS") ? "GET" : method;
        // Asked once for each request, so without a stream.
        for (Rule rule : RULES) {
            if (rule.matches(asked, parts)) {
                return rule.need();
            }
        }
        return NOBODY;
    }

    private static Rule open(String template) {
        return new Rule("GET", template.split("/", -1), OPEN);
    }

    private record Rule(String method, String[] pattern, Need need) {

        Rule(String method, String template, Role role) {
            this(method, template.split("/", -1), new Need.Holder(role));
        }

        boolean matches(String otherMethod, String[] parts) {
            if (pattern.length != parts.length || !method.equals("*") && !method.equals(otherMethod)) {
                return false;
            }
            for (int i = 0; i < parts.length; i++) {
                boolean fits = switch (pattern[i]) {
                    case "{collection}" -> COLLECTIONS.contains(parts[i]);
                    case "{view}" -> VIEWS.contains(parts[i]);
                    case "{id}", "{part}" -> !parts[i].isEmpty();
                    // Empty for what lies at a slash.
                    case "{file}" -> true;
                    default -> pattern[i].equals(parts[i]);
                };
                if (!fits) {
                    return false;
                }
            }
            return true;
        }
    }
}
