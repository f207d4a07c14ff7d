package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.parole.kit.problem.FieldError;
import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;

/** Proposes the parties that a table names, and the commitments between them. */
final class PartyGuess {

    private static final Pattern STATE = Pattern.compile(
            "(?iu).*\\b(gov|govt|government|regierung|gouvernement|правительство|kingdom|republic|republik|état|state|authorities)\\b.*|.*(حكومة|الحكومة|دولت|правительств).*");
    private static final Pattern GROUP = Pattern.compile(
            "(?iu).*\\b(taliban|hamas|houthis?|ansar allah|rebels?|front|movement|militia|insurgents?|separatists?|farc|eln|sdf|hts|rsf|m23|al[- ]shabaab|boko haram|rebellen|milice|повстанцы)\\b.*|.*(طالبان|حماس|حوثي|الحوثي).*");
    private static final Pattern MEDIATOR = Pattern.compile("(?iu).*\\b(icrc|red cross|qatar|united nations|un)\\b.*");
    private static final Set<String> COUNTRIES = new TreeSet<>();
    /** Countries with names of one word. */
    private static final Set<String> IN_ENGLISH = new TreeSet<>();

    static {
        for (String language : List.of("en", "de", "fr", "ru", "ar", "fa", "es", "tr", "uk")) {
            for (String country : Locale.getISOCountries()) {
                COUNTRIES.add(Names.key(new ULocale("", country).getDisplayCountry(new ULocale(language))));
            }
        }
        for (String country : Locale.getISOCountries()) {
            String name = new ULocale("", country).getDisplayCountry(ULocale.ENGLISH);
            if (!name.contains(" ")) {
                IN_ENGLISH.add(name);
            }
        }
    }

    private final Known known;
    private final Collection<String> claimants;
    private final List<FieldError> undecided;
    private final Map<String, ObjectNode> byKey = new LinkedHashMap<>();
    private final Map<String, ObjectNode> parties = new LinkedHashMap<>();
    private final Map<String, ObjectNode> commitments = new LinkedHashMap<>();

    PartyGuess(Known known, Collection<String> claimants, List<FieldError> undecided) {
        this.known = known;
        this.claimants = claimants;
        this.undecided = undecided;
    }

    /** The slug of the party that a table calls by a name. */
    String slug(String name) {
        ObjectNode party = byKey.computeIfAbsent(Names.key(name),
                key -> recorded(name, key, true).orElseGet(() -> added(name, key)));
        parties.putIfAbsent(party.path("slug").asText(), party);
        return party.path("slug").asText();
    }

    private Optional<ObjectNode> recorded(String name, String key, boolean isNoted) {
        List<ObjectNode> exact = known.parties().stream().filter(party -> names(party).contains(key)).toList();
        if (exact.size() == 1) {
            return Optional.of(shortened(exact.get(0)));
        }
        List<ObjectNode> alike = key.length() < 3
                ? List.of()
                : known.parties().stream().filter(party -> names(party).stream().anyMatch(other -> begins(other, key)))
                        .toList();
        if (alike.size() != 1) {
            return Optional.empty();
        }
        if (isNoted) {
            note("/parties",
                    "'" + name + "' is taken for the party " + alike.get(0).path("slug").asText()
                            + ", which is recorded as '"
                            + alike.get(0).path("name").asText() + "'.");
        }
        return Optional.of(shortened(alike.get(0)));
    }

    private static boolean begins(String name, String key) {
        return List.of(name.split(" ")).stream().anyMatch(word -> word.startsWith(key));
    }

    private static List<String> names(ObjectNode party) {
        List<String> names = new ArrayList<>();
        names.add(Names.key(party.path("slug").asText()));
        names.add(Names.key(party.path("name").asText()));
        for (JsonNode alias : party.path("aliases")) {
            names.add(Names.key(alias.asText()));
        }
        return names;
    }

    private static ObjectNode shortened(ObjectNode party) {
        return party.deepCopy().retain("slug", "name", "kind", "aliases");
    }

    /** Whether it is recorded, or its name says what kind of party it is. */
    boolean isKnownKind(String name) {
        return kind(name) != null || recorded(name, Names.key(name), false).isPresent();
    }

    /** The country that an adjective is of: Ukraine of 'Ukrainian'; empty for other words. */
    static Optional<String> countryOf(String adjective) {
        String key = Names.key(adjective);
        if (COUNTRIES.contains(key) || !key.matches("\\p{L}{3,}(?:an|i|ese|ish)")) {
            return Optional.empty();
        }
        int needed = Math.max(4, key.length() - 3);
        return IN_ENGLISH.stream().filter(country -> common(Names.key(country), key) >= needed)
                .max(Comparator.comparingInt((String country) -> common(Names.key(country), key))
                        .thenComparing(country -> -country.length()));
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    /** A new one; a code such as GOV gets the name that the claimants of the table use for it. */
    private ObjectNode added(String name, String key) {
        boolean isCode = name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(name.toLowerCase(Locale.ROOT));
        String full = isCode
                ? claimants.stream().map(claimant -> claimant.replaceAll("\\s*[(/].*", "").strip())
                        .filter(claimant -> begins(Names.key(claimant), key) && claimant.split(" ").length <= 3)
                        .min(Comparator.comparingInt(String::length))
                        .orElse(name.length() <= 4 ? name : capitalised(name))
                : name.equals(name.toLowerCase(Locale.ROOT)) ? capitalised(name) : name;
        ObjectNode party = JsonNodeFactory.instance.objectNode().put("slug", slugOf(full)).put("name", full);
        String kind = kind(full);
        party.put("kind", kind == null ? "ARMED_GROUP" : kind);
        if (!full.equals(name)) {
            party.putArray("aliases").add(name);
        }
        note("/parties", "The party '" + full + "'" + (full.equals(name) ? "" : " (in the table " + name + ")")
                + " would be recorded as " + slugOf(full)
                + (kind == null
                        ? "; nothing says what kind of party it is, ARMED_GROUP is taken."
                        : ", " + kind + "."));
        return party;
    }

    private static String kind(String name) {
        if (STATE.matcher(name).matches() || COUNTRIES.contains(Names.key(name))) {
            return "STATE";
        }
        return GROUP.matcher(name).matches() ? "ARMED_GROUP" : MEDIATOR.matcher(name).matches() ? "MEDIATOR" : null;
    }

    private static String capitalised(String code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.toLowerCase(Locale.ROOT).split("[_\\s]+")) {
            name.append(name.isEmpty() ? "" : " ").append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return name.toString();
    }

    /** A slug of the words of a name in any script. */
    static String slugOf(String name) {
        String latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(name);
        String slug = latin.replaceAll("['’ʼ]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "party" : slug.length() > 60 ? slug.substring(0, 60).replaceAll("-$", "") : slug;
    }

    /** Proposes the commitment of one party to another, unless it is proposed already. */
    void commitment(String releasing, String receiving, Integer promised, String agreement) {
        String pair = releasing + "\n" + receiving;
        if (commitments.containsKey(pair)) {
            return;
        }
        List<ObjectNode> recorded = known.commitments().stream()
                .filter(commitment -> commitment.path("releasingParty").asText().equals(releasing)
                        && commitment.path("receivingParty").asText().equals(receiving))
                .toList();
        if (recorded.size() == 1) {
            commitments.put(pair,
                    recorded.get(0).deepCopy().retain("slug", "releasingParty", "receivingParty", "category",
                            "agreement"));
            return;
        }
        ObjectNode commitment = JsonNodeFactory.instance.objectNode()
                .put("slug", (releasing + "-frees-" + receiving).replaceAll("^(.{0,100}).*", "$1"))
                .put("releasingParty", releasing).put("receivingParty", receiving)
                .put("category", parties.get(receiving).path("name").asText() + " prisoners");
        if (agreement != null) {
            commitment.put("agreement", agreement);
        }
        if (promised != null) {
            commitment.putObject("quantity").put("comparator", "EXACTLY").put("min", promised).put("max", promised);
        }
        commitments.put(pair, commitment);
        note("/commitments", (recorded.isEmpty()
                ? "A commitment of " + releasing + " to release people of " + receiving + " would be recorded"
                : recorded.size() + " commitments of " + releasing + " to " + receiving
                        + " are recorded, and nothing says which is meant; a new one would be recorded")
                + (promised == null ? ", without a promised number." : ", of " + promised + "."));
    }

    Collection<ObjectNode> parties() {
        return parties.values();
    }

    ArrayNode asArray() {
        return array(parties.values());
    }

    ArrayNode commitments() {
        return array(commitments.values());
    }

    private static ArrayNode array(Collection<ObjectNode> nodes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(array::add);
        return array;
    }

    private void note(String pointer, String detail) {
        undecided.add(new FieldError(pointer, detail));
    }
}
