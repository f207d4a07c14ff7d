package org.parole.gateway.key;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

import com.ibm.icu.text.SpoofChecker;

/** Which names of keys can be taken for each other, and which for somebody else: records say by them who recorded them. */
final class KeyNames {

    /** What the gateway itself and its logs say of others. */
    private static final Set<String> RESERVED = Set.of("admin", "administrator", "anonymous", "bootstrap",
            "contributor", "editor",
            "gateway", "nobody", "nobody known", "null", "parole", "quote-service", "reader", "root", "start", "system",
            "tally-service", "unknown");
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final Set<String> RESERVED_LOOKS = RESERVED.stream().map(KeyNames::look)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    private KeyNames() {
    }

    /** What a name looks like (UTS 39's skeleton), case and spaces set aside: names that look alike have the same. */
    static String look(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        // Once more in lower case: what looks like a letter may be told by its capital.
        return CONFUSABLES.getSkeleton(CONFUSABLES.getSkeleton(folded).toLowerCase(Locale.ROOT));
    }

    /** Whether a name looks like one that is not for keys. */
    static boolean isReserved(String name) {
        return RESERVED_LOOKS.contains(look(name));
    }
}
