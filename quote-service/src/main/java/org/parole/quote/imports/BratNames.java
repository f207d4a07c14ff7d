package org.parole.quote.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.parole.quote.quote.QuoteKind;
import org.parole.quote.speaker.SpeakerKind;

/**
 * The names that corpora of quotations give to their types, attributes and relations. Case, hyphens, underscores and digits at the end do
 * not matter. What each is read as, docs/formats.md says.
 */
final class BratNames {

    static final Set<String> QUOTES = Set.of("quote", "quotation", "content", "direct", "directquote",
            "directquotation", "directspeech", "indirect", "indirectquote", "indirectquotation", "indirectspeech",
            "reportedspeech", "mixed", "mixedquote", "mixedquotation", "mixedspeech");
    static final Set<String> SPEAKERS = Set.of("speaker", "source", "entity", "person", "per", "organization",
            "organisation", "org", "group");
    static final Set<String> CUES = Set.of("cue", "cueverb", "reportingverb", "speechverb");
    static final Set<String> EVENTS = Set.of("attribution", "attributionrelation", "said", "saying", "speech");
    static final Set<String> SPEAKER_RELATIONS = Set.of("speaker", "source", "saidby", "spokenby", "says", "said",
            "attribution", "attributedto", "hasspeaker", "hassource", "isspeakerof", "issourceof", "agent");
    static final Set<String> CUE_RELATIONS = Set.of("cue", "hascue", "iscueof", "cuedby", "content", "hascontent");
    static final Set<String> SAME = Set.of("coref", "coreference", "anaphora", "sameas", "identity", "alias");
    static final Set<String> QUOTE_ATTRIBUTES = Set.of("type", "quotetype", "kind", "quotekind", "quotationtype",
            "speechtype", "direct", "indirect", "mixed");
    static final Set<String> SPEAKER_ATTRIBUTES = Set.of("type", "kind", "speakerkind", "speakertype", "entitytype",
            "sourcetype", "person", "organization", "organisation", "group", "anonymous");

    private static final Map<String, SpeakerKind> SPEAKER_KINDS = new HashMap<>();

    static {
        List.of("person", "per", "individual").forEach(name -> SPEAKER_KINDS.put(name, SpeakerKind.PERSON));
        List.of("organization", "organisation", "org")
                .forEach(name -> SPEAKER_KINDS.put(name, SpeakerKind.ORGANISATION));
        SPEAKER_KINDS.put("group", SpeakerKind.GROUP);
        List.of("anonymous", "unnamed").forEach(name -> SPEAKER_KINDS.put(name, SpeakerKind.ANONYMOUS));
    }

    private BratNames() {
    }

    /** A name as it is compared. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    /** How the words of a quote are given, by the name of a type or the value of an attribute; null where it does not say. */
    static QuoteKind quoteKind(String key) {
        return key.startsWith("direct")
                ? QuoteKind.DIRECT
                : key.startsWith("indirect") || key.startsWith("reported")
                        ? QuoteKind.INDIRECT
                        : key.startsWith("mixed") ? QuoteKind.MIXED : null;
    }

    /** What kind of speaker it is, by the name of a type or the value of an attribute; null where it does not say. */
    static SpeakerKind speakerKind(String key) {
        return SPEAKER_KINDS.get(key);
    }
}
