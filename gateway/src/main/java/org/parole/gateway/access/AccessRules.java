package org.parole.gateway.access;

import java.util.List;

/**
 * Who may do what, as one table. A read is open unless a line says otherwise; whatever else has no line is refused for
 * everyone, so that a new operation without a rule cannot be reached.
 */
public final class AccessRules {

    private static final List<String> COLLECTIONS = List.of("outlets", "speakers", "documents", "quotes", "parties",
            "agreements", "exchanges", "commitments", "release-reports");

    private static final List<Rule> RULES = List.of(
            new Rule("*", "/api/v1/keys", Role.ADMIN),
            new Rule("*", "/api/v1/keys/{id}", Role.ADMIN),
            new Rule("POST", "/api/v1/intake", Role.CONTRIBUTOR),
            new Rule("POST", "/api/v1/{collection}", Role.CONTRIBUTOR),
            new Rule("PATCH", "/api/v1/{collection}/{id}", Role.EDITOR),
            new Rule("DELETE", "/api/v1/{collection}/{id}", Role.EDITOR),
            // A relation adds to what is known of two quotes and changes neither.
            new Rule("POST", "/api/v1/quotes/{id}/relations", Role.CONTRIBUTOR),
            // What else stands below a record (merges, relations, groups, texts) changes how others' records are read.
            new Rule("POST", "/api/v1/{collection}/{id}/{action}", Role.EDITOR),
            new Rule("PUT", "/api/v1/{collection}/{id}/{action}", Role.EDITOR),
            new Rule("DELETE", "/api/v1/{collection}/{id}/{action}", Role.EDITOR),
            new Rule("DELETE", "/api/v1/{collection}/{id}/{action}/{id}", Role.EDITOR));

    private static final Need OPEN = new Need.Open();
    private static final Need NOBODY = new Need.Nobody();

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

    /** What this method on this path needs. */
    public static Need of(String method, String path) {
        String[] parts = path.split("/", -1);
        // Asked once for each request, so without a stream.
        for (Rule rule : RULES) {
            if (rule.matches(method, parts)) {
                return rule.need();
            }
        }
        return isRead(method) ? OPEN : NOBODY;
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
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
                    case "{id}", "{action}" -> !parts[i].isEmpty();
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
