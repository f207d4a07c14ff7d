package org.parole.quote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.parole.kit.text.Names;
import org.parole.quote.anchor.AnchorStatus;

/**
 * What quotes are filtered by equality, as one array of short strings: one index serves every combination of filters,
 * together with the words of a search.
 */
final class Tags {

    /** What the tag of a speaker who may have said it begins with. */
    static final String CANDIDATE = "s:";

    /** What the tags begin with that the table quote_tag has: agreements, exchanges, outlets, parties and topics. */
    private static final List<String> LISTED = List.of("a:", "e:", "o:", "p:", "t:");

    private final List<String> tags = new ArrayList<>();

    /** What a filter compares for equality. A candidate is not among it: a name may be that of a speaker on record. */
    static Tags of(QuoteFilter filter) {
        Tags tags = none().kind(filter.kind).channel(filter.channel).verification(filter.verification)
                .outlet(filter.outlet).party(filter.aboutParty).agreement(filter.agreement).exchange(filter.exchange)
                .topic(filter.topic).language(filter.language);
        if (Boolean.FALSE.equals(filter.speakerKnown)) {
            tags.unknownSpeaker();
        }
        return tags;
    }

    static Tags none() {
        return new Tags();
    }

    Tags kind(QuoteKind kind) {
        return add("k:", kind);
    }

    Tags channel(Channel channel) {
        return add("c:", channel);
    }

    Tags verification(AnchorStatus status) {
        return add("v:", status);
    }

    Tags outlet(UUID outlet) {
        return add("o:", outlet);
    }

    Tags party(String slug) {
        return add("p:", slug);
    }

    Tags agreement(String slug) {
        return add("a:", slug);
    }

    Tags exchange(String slug) {
        return add("e:", slug);
    }

    Tags topic(String topic) {
        return add("t:", topic == null ? null : Names.key(topic));
    }

    /** Whether the speaker is known, where it is not. */
    Tags unknownSpeaker() {
        return add("u:", Boolean.FALSE);
    }

    Tags candidate(UUID speaker) {
        return add(CANDIDATE, speaker);
    }

    /** The name of a possible speaker. */
    Tags candidate(String name) {
        return name == null ? this : add("", ofName(name));
    }

    /** The tag of a possible speaker by its name. */
    static String ofName(String name) {
        return "n:" + Names.key(name);
    }

    /** A language as it is asked for. */
    Tags language(String language) {
        return add("l:", language == null ? null : language.toLowerCase(Locale.ROOT));
    }

    /** A language as it can be asked for: with every subtag, and by its first ones. */
    Tags languageAndItsParents(String language) {
        String tag = language;
        while (true) {
            language(tag);
            if (tag.lastIndexOf('-') < 0) {
                return this;
            }
            tag = tag.substring(0, tag.lastIndexOf('-'));
        }
    }

    /** The only tag, where quote_tag has it. */
    Optional<String> onlyListed() {
        return tags.size() == 1 && LISTED.contains(tags.get(0).substring(0, 2))
                ? Optional.of(tags.get(0))
                : Optional.empty();
    }

    List<String> list() {
        return List.copyOf(tags);
    }

    String[] array() {
        return tags.toArray(String[]::new);
    }

    boolean isEmpty() {
        return tags.isEmpty();
    }

    private Tags add(String kind, Object value) {
        if (value != null && !tags.contains(kind + value)) {
            tags.add(kind + value);
        }
        return this;
    }
}
