package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.problem.FieldError;
import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Proposes what the names of claimants in a table stand for: 'Javid Faisal (NSC)', 'RAHA citing Faisal', 'unattributed', 'Taliban (as
 * reported)'. Whose side nobody can tell from the table is said, and left open.
 */
final class ClaimantGuess {

    private static final Pattern OWN_VOICE = Pattern.compile(
            "(?iu)(unattributed|not attributed|no attribution|unknown|unclear|unnamed|not stated|none|own|the paper|outlet|media|press|ohne angabe|unbekannt|keine|non attribué|inconnu|sans source|не указано|неизвестно|без указания|غير منسوب|غير محدد|نامشخص|-|–|\\?)");
    private static final Pattern ABOUT_ANOTHER = Pattern.compile(
            "(?iu).+?\\s(?:citing|quoting|prose about|about|per|cites|quotes|zitiert|unter berufung auf|citant|со ссылкой на|نقلا عن|به نقل از)\\s(.+)");
    private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern REMARK = Pattern.compile(
            "(?iu)(as reported|reported|unattributed|disputed|denied|alleged|claimed|bestritten|contesté|оспаривается)");
    private static final Pattern DISPUTED = Pattern.compile("(?iu)(disputed|denied|bestritten|contesté|оспаривается)");
    private static final Pattern DEED = Pattern.compile(
            "(?iu)(.+?)\\s+(?:decree|order|statement|tweet|announcement|declaration|dekret|erklärung|décret|указ|заявление)");
    private static final Pattern DEAL = Pattern
            .compile("(?iu).*\\b(deal|agreement|accord|text of|abkommen|vertrag|соглашение)\\b.*|.*(اتفاق).*");
    private static final Pattern TITLES = Pattern.compile(
            "(?iu)^(president|prime minister|minister|general|gen|col|colonel|dr|mr|mrs|ms|präsident|président|президент|الرئيس)\\.?\\s+");
    private static final Pattern SPOKESMAN_OF = Pattern.compile(
            "(?iu)(.+?),?\\s+(?:a |the )?(spokes(?:man|woman|person)|sprecher(?:in)?|porte-parole|пресс-секретарь)\\s+(?:for|of|der|des|du|de la|de|for the|of the)\\s+(.+)");
    private static final Pattern OF_SPOKESMAN = Pattern
            .compile("(?iu)(.+?)[-\\s]+(?:spokes(?:man|woman|person)|sprecher(?:in)?)\\s+(\\p{Lu}.+)");
    private static final Pattern GROUP = Pattern.compile(
            "(?iu).*\\b(officials?|authorities|sources?|spokesmen|commanders|relatives|families|prisoners|beamte|quellen|autorités|источники|власти)\\b.*|.*(مسؤول|مصادر|السلطات).*");
    private static final Pattern OF_A_STATE = Pattern.compile(
            "(?iu).*\\b(government|ministry|minister|national|president|presidential|palace|army|security council|office of|authorities|officials|state|regierung|ministerium|präsident|gouvernement|ministère|président|правительство|министерство|минобороны|президент|штаб)\\b.*|.*(وزارة|الحكومة|الرئيس|مجلس الأمن القومي).*");
    private static final Pattern NEUTRAL = Pattern.compile(
            "(?iu).*\\b(icrc|red cross|red crescent|united nations|un|unama|ohchr|amnesty|human rights watch|hrw|ngo|observatory|monitor(?:ing)?|rotes kreuz|croix-rouge|красный крест)\\b.*|.*(الصليب الأحمر|الأمم المتحدة).*");
    private static final Pattern PERSON = Pattern
            .compile("\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:al-|bin|van|von|de|el)?\\s*\\p{Lu}[\\p{L}.'’-]+){1,3}");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?iu).*\\b(council|office|government|ministry|party|army|press|news|agency|committee|emirate|group|commission|service|union|movement|headquarters|staff|hq|rat|amt|agentur|conseil|armée|bureau|комитет|штаб|совет|служба|ministerium|regierung|ministère|gouvernement)\\b.*");

    private final Map<String, ObjectNode> entries = new LinkedHashMap<>();
    private final Collection<String> names;
    private final PartyGuess parties;
    private final Map<String, ObjectNode> outlets;
    private final Collection<String> quotations;
    private final Map<String, String> affiliations;
    private final List<FieldError> undecided;
    /** The name that is being looked at, as it stands in the table. */
    private String current;
    /** Who is on a state's side by no more than its name. */
    private final List<String> taken = new ArrayList<>();

    /**
     * For the claimants of a table.
     *
     * @param names as they stand in the cells
     * @param outlets what the names of outlets stand for
     * @param quotations the words in the table, which may say for whom somebody speaks
     * @param affiliations what other columns say of a claimant's organisation or function
     * @param sided true for claimants of figures, who must be on a side; false for speakers who are only quoted
     */
    ClaimantGuess(Collection<String> names, PartyGuess parties, Map<String, ObjectNode> outlets,
            Collection<String> quotations, Map<String, String> affiliations, boolean sided,
            List<FieldError> undecided) {
        this.names = names;
        this.parties = parties;
        this.outlets = outlets;
        this.quotations = quotations;
        this.affiliations = affiliations;
        this.undecided = undecided;
        for (String name : names) {
            current = name;
            entries.put(name, entry(name));
        }
        spellings();
        if (sided) {
            entries.forEach(this::side);
        }
        if (!taken.isEmpty()) {
            undecided.add(new FieldError("/claimants",
                    String.join(", ", taken) + " are taken to speak for the only state among the parties."));
        }
    }

    /** What each name in the table stands for. */
    Map<String, ObjectNode> entries() {
        return entries;
    }

    private static ObjectNode outlet() {
        return JsonNodeFactory.instance.objectNode().put("outlet", true);
    }

    private ObjectNode entry(String raw) {
        String name = raw;
        boolean disputed = false;
        Matcher brackets = BRACKETS.matcher(raw);
        String organ = null;
        if (brackets.matches()) {
            name = brackets.group(1);
            String remark = brackets.group(2);
            disputed = DISPUTED.matcher(remark).matches();
            if (!REMARK.matcher(remark).matches()) {
                organ = organ(remark);
            } else if (remark.equalsIgnoreCase("unattributed")) {
                return outlet();
            }
        }
        if (OWN_VOICE.matcher(name).matches() || DEAL.matcher(name).matches()) {
            return outlet();
        }
        if (isOutlet(name)) {
            // It may be carried by another one, so that it is named.
            return JsonNodeFactory.instance.objectNode().put("name", name).put("kind", "ORGANISATION").put("sourceKind",
                    "MEDIA");
        }
        ObjectNode other = alternative(name);
        if (other != null) {
            return other;
        }
        return named(name, organ, disputed);
    }

    private ObjectNode named(String given, String organGiven, boolean disputed) {
        String name = given;
        String organ = organGiven;
        String role = null;
        Matcher spokesman = SPOKESMAN_OF.matcher(name);
        Matcher before = OF_SPOKESMAN.matcher(name);
        if (spokesman.matches()) {
            name = spokesman.group(1);
            role = spokesman.group(2) + " for " + spokesman.group(3);
            organ = organ(spokesman.group(3));
        } else if (before.matches()) {
            name = before.group(2);
            role = before.group(1) + " spokesman";
            organ = organ(before.group(1));
        }
        Matcher deed = DEED.matcher(name);
        name = deed.matches() ? deed.group(1) : name;
        String untitled = TITLES.matcher(name).replaceFirst("");
        if (!untitled.equals(name)) {
            role = role == null ? name.substring(0, name.length() - untitled.length()).strip() : role;
            name = fullName(untitled);
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("name", name).put("kind",
                kind(name, role != null));
        if (organ == null && entry.path("kind").asText().equals("ORGANISATION")) {
            organ = shorter(name);
        }
        if (organ != null && !organ.equals(name)) {
            entry.put("speaksFor", organ);
        }
        if (role != null) {
            entry.put("role", role);
        }
        if (disputed) {
            entry.putArray("also").addObject().put("stage", "DENIED").put("claimant", "=outlet");
            note(current, "is marked as disputed: beside its claim, a denial by the outlet would be recorded.");
        }
        return entry;
    }

    /** 'RAHA citing Faisal' is Javid Faisal's figure; 'unattributed / NSC' the council's. */
    private ObjectNode alternative(String name) {
        Matcher citing = ABOUT_ANOTHER.matcher(name);
        if (citing.matches()) {
            String cited = citing.group(1);
            Optional<String> other = byLastName(cited);
            // Under the name that the table has for it elsewhere, whose entry says the rest.
            return other.isPresent() ? JsonNodeFactory.instance.objectNode().put("as", other.get()) : entry(cited);
        }
        String[] parts = name.split("\\s*/\\s*");
        if (parts.length == 2 && OWN_VOICE.matcher(parts[0]).matches()) {
            String organ = organ(parts[1]);
            note(current, "is read as the figure of " + organ + ".");
            return named(organ, null, false);
        }
        return null;
    }

    /** The only other name in the table that ends in this one. */
    private Optional<String> byLastName(String last) {
        String key = Names.key(last);
        List<String> found = names.stream()
                .filter(name -> PERSON.matcher(BRACKETS.matcher(name).replaceFirst("$1")).matches())
                .filter(name -> Names.key(BRACKETS.matcher(name).replaceFirst("$1")).endsWith(" " + key)).toList();
        long spelled = found.stream().map(name -> Names.key(BRACKETS.matcher(name).replaceFirst("$1"))).distinct()
                .count();
        return spelled == 1 || spelled > 1 && found.stream().allMatch(name -> near(name, found.get(0)))
                ? Optional.of(found.get(0))
                : Optional.empty();
    }

    /** The organ that an abbreviation stands for among the names of the table. */
    private String organ(String abbreviation) {
        if (!abbreviation.matches("\\p{Lu}{2,6}")) {
            return abbreviation;
        }
        return names.stream().map(ClaimantGuess::withoutOffice).filter(name -> initials(name).equals(abbreviation))
                .findFirst()
                .orElse(abbreviation);
    }

    /** 'Office of the National Security Council' speaks for the council, if the table has that too. */
    private String shorter(String name) {
        String organ = withoutOffice(name);
        return !organ.equals(name) && names.contains(organ) ? organ : null;
    }

    private static String withoutOffice(String name) {
        return name.replaceFirst("(?iu)^(office|spokesman|spokesperson|press service) of (the )?", "");
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[\\s-]+")) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    /** 'President Ghani' is Ashraf Ghani, if the words in the table call him so. */
    private String fullName(String last) {
        Pattern full = Pattern.compile("(\\p{Lu}\\p{L}+) " + Pattern.quote(last) + "\\b");
        return quotations.stream().map(full::matcher).filter(Matcher::find)
                .filter(found -> !TITLES.matcher(found.group(1) + " x").find()).map(Matcher::group).findFirst()
                .orElse(last);
    }

    private boolean isOutlet(String name) {
        String key = Names.key(name);
        return outlets.values().stream().anyMatch(outlet -> Names.key(outlet.path("name").asText()).equals(key)
                || Names.key(outlet.path("via").asText("")).equals(key));
    }

    private String kind(String name, boolean hasRole) {
        if (GROUP.matcher(name).matches()) {
            return "GROUP";
        }
        return hasRole || PERSON.matcher(name).matches() && !ORGANISATION.matcher(name).matches()
                ? "PERSON"
                : "ORGANISATION";
    }

    /** Javid and Javed Faisal, of one organ, are one man, under the spelling that comes first. */
    private void spellings() {
        List<ObjectNode> persons = entries.values().stream()
                .filter(entry -> entry.path("kind").asText().equals("PERSON")).toList();
        List<String> raw = List.copyOf(entries.keySet());
        for (int i = 0; i < persons.size(); i++) {
            for (int j = 0; j < i; j++) {
                String name = persons.get(i).path("name").asText();
                String first = persons.get(j).path("name").asText();
                if (!name.equals(first) && near(name, first)
                        && Objects.equals(persons.get(i).path("speaksFor").textValue(),
                                persons.get(j).path("speaksFor").textValue())) {
                    persons.get(i).put("name", first);
                    ObjectNode same = persons.get(i);
                    raw.stream().filter(key -> entries.get(key) == same).findFirst()
                            .ifPresent(key -> note(key, "is taken for another spelling of " + first + "."));
                    break;
                }
            }
        }
    }

    private static boolean near(String one, String other) {
        String a = Names.key(one);
        String b = Names.key(other);
        int different = Math.abs(a.length() - b.length());
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return different <= 1 && a.length() > 6;
    }

    /** Whose side it is on, as far as its name or the words in the table say. */
    private void side(String raw, ObjectNode entry) {
        if (entry.path("outlet").asBoolean() || entry.has("as") || entry.has("sourceKind")) {
            return;
        }
        String name = entry.path("name").asText();
        List<String> said = new ArrayList<>(List.of(name));
        if (entry.has("speaksFor")) {
            said.add(entry.path("speaksFor").asText());
        }
        if (entry.has("role")) {
            said.add(entry.path("role").asText());
        }
        if (affiliations.containsKey(raw)) {
            said.add(affiliations.get(raw));
        }
        Optional<ObjectNode> party = said.stream().map(this::partyIn).flatMap(Optional::stream).findFirst();
        if (party.isEmpty() && entry.path("kind").asText().equals("PERSON")) {
            party = spokenFor(name);
            party.ifPresent(found -> entry.put("role", found.path("name").asText() + " spokesman"));
        }
        if (party.isPresent()) {
            entry.put("party", party.get().path("slug").asText());
            if (entry.path("kind").asText().equals("PERSON") && !entry.has("speaksFor")) {
                entry.put("speaksFor", party.get().path("name").asText());
            }
            return;
        }
        if (said.stream().anyMatch(text -> NEUTRAL.matcher(text).matches())) {
            entry.put("sourceKind", "MONITOR");
            note(raw, "is taken for a monitor; MEDIATOR is the other choice.");
            return;
        }
        List<ObjectNode> states = parties.parties().stream().filter(one -> one.path("kind").asText().equals("STATE"))
                .toList();
        if (states.size() == 1 && said.stream().anyMatch(text -> OF_A_STATE.matcher(text).matches())) {
            entry.put("party", states.get(0).path("slug").asText());
            note(raw, "is taken to speak for " + states.get(0).path("slug").asText()
                    + ", the only state among the parties.");
            return;
        }
        note(raw,
                "could not be placed: give it the party that it speaks for, or a sourceKind (MEDIATOR, MONITOR, MEDIA). Its rows are refused until then.");
    }

    private Optional<ObjectNode> partyIn(String text) {
        String key = " " + Names.key(text) + " ";
        List<ObjectNode> found = parties.parties().stream().filter(party -> {
            List<String> words = new ArrayList<>(List.of(party.path("name").asText(), party.path("slug").asText()));
            party.path("aliases").forEach(alias -> words.add(alias.asText()));
            return words.stream().map(Names::key)
                    .anyMatch(word -> word.length() > 2 && (key.contains(" " + word + " ") || isInflected(word, key)));
        }).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** 'России' is of 'Россия'; where case endings are no more than that, in scripts without capitals or articles to go by. */
    private static boolean isInflected(String word, String key) {
        return word.length() >= 5 && word.indexOf(' ') < 0
                && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC
                && key.contains(" " + word.substring(0, word.length() - 1));
    }

    /** 'Taliban spokesman Zabihullah Mujahid' in the words of the table. */
    private Optional<ObjectNode> spokenFor(String name) {
        return parties.parties().stream().filter(party -> {
            Pattern said = Pattern.compile("(?iu)" + Pattern.quote(party.path("name").asText())
                    + "[-\\s]+(?:spokes(?:man|woman|person)|sprecher(?:in)?|leader|official|negotiator)s?,?\\s+"
                    + Pattern.quote(name));
            return quotations.stream().anyMatch(words -> said.matcher(words).find());
        }).findFirst();
    }

    private void note(String name, String detail) {
        undecided.add(new FieldError("/claimants/" + Mapping.pointer(name), "'" + name + "' " + detail));
    }
}
