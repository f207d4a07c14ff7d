package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.text.Names;

/**
 * What the heading of a column of numbers says: 'Freed by Taliban', 'Israeli hostages released', 'of whom women', 'total so far'.
 *
 * @param party the side that it names, as written; null where it names none
 * @param isReceiving whether the people counted are that side's, as in 'returned to Ukraine'; else that side let them go
 * @param isExplicit whether a word such as 'by' or 'to', or the place of the name, says which of the two it is
 * @param isCounted whether it has a word for a number, or for what becomes of people
 * @param claimant whose figure it is, as in 'Government says'; null where it does not say, and then there is no party
 * @param code stage and basis, as {@link Vocabulary} has them for 'kind'; null where it says neither
 * @param category who of them is counted: 'women'; null for everybody
 * @param isRemains whether bodies are counted
 */
record NumberHeading(String party, boolean isReceiving, boolean isExplicit, boolean isCounted, String claimant,
        String code, String category, boolean isRemains) {

    private static final int LONGEST_PHRASE = 4;
    private static final Pattern PART = Pattern.compile(
            "(?iu)(?:^|.*[\\s,(:])(?:of whom|of which|of them|thereof|including|incl|among them|davon|darunter|dont|parmi eux|из них|из которых|з них|з яких|de ellos|de los cuales|entre ellos|incluidos|di cui|منهم|من بينهم)[.:]?\\s+(\\S.*)");
    private static final Pattern TO = Pattern.compile(
            "(?iu).*\\b(?:(?:handed|returned|released|transferred|sent|delivered|given|repatriated|back|home|over)\\s+to|received|recovered|regained|got back|(?:übergeben|überstellt|zurück)\\s+an|erhalten|(?:remis|rendus|libérés)\\s+à|(?:entregados|devueltos)\\s+a)\\b.*|.*(?:передано|переданы|возвращено|возвращены|повернуто|передані).*");
    private static final Pattern BY = Pattern
            .compile("(?iu).*\\b(?:by|from|von|durch|par|por|со стороны|tarafından)\\b.*|.*من قبل.*");
    private static final Set<String> PARTICLES = keys("of", "du", "de", "des", "la", "del", "von", "der", "the");
    private static final Set<String> PEOPLE = keys("prisoners", "prisoner", "pows", "pow", "detainees", "hostages",
            "captives", "soldiers", "fighters", "servicemen", "troops", "inmates", "militants", "civilians", "people",
            "nationals", "citizens", "gefangene", "geiseln", "soldaten", "prisonniers", "otages", "détenus", "soldats",
            "пленных", "военнопленных", "полонених", "військовополонених", "заложников", "prisioneros", "rehenes",
            "presos", "esir", "esirler", "أسرى", "رهائن");
    private static final Set<String> GROUPS = keys("women", "woman", "female", "females", "men", "male", "males",
            "children", "child", "minors", "teenagers", "juveniles", "adults",
            "elderly", "officers", "foreigners", "medics", "journalists", "civilians", "soldiers", "servicemen",
            "frauen", "männer", "kinder", "minderjährige", "zivilisten", "femmes", "hommes",
            "enfants", "mineurs", "civils", "женщин", "женщины", "детей", "дети", "гражданских", "военных", "жінок",
            "жінки", "дітей", "діти", "цивільних",
            "mujeres", "hombres", "niños", "menores", "civiles", "kadın", "erkek", "çocuk",
            "sivil", "نساء", "أطفال", "زنان", "کودکان");
    private static final Set<String> REMAINS = keys("bodies", "remains", "corpses", "leichen", "leichname",
            "dépouilles", "corps", "тел", "тела", "тіл", "тіла", "cuerpos", "cenaze", "جثامين", "جثث");
    private static final Set<String> FILLERS = keys("by", "von", "durch", "par", "por", "of", "the", "der", "den",
            "die", "das", "les", "des", "du", "la", "le", "el", "los", "las", "from", "to", "no", "nr", "number",
            "nombre", "anzahl", "zahl", "número", "кол", "во", "de", "من", "قبل", "со", "стороны", "в", "n",
            "sayısı", "that", "this", "these", "day", "date", "today", "time", "so", "far", "as", "now", "each", "per",
            // Beside numbers of people who went home these are of others, and no side either.
            "wounded", "injured", "sick", "ill", "killed", "dead", "deaths", "fatalities", "missing", "verwundete",
            "tote", "blessés", "tués", "раненых", "раненые", "убитых", "поранених", "heridos", "muertos", "yaralı",
            "all", "in", "on", "at", "and", "up", "till", "until", "were", "was", "been", "have", "has", "who",
            "whom", "which", "among", "them", "only", "also", "people", "persons", "reported", "claimed", "reportedly",
            "handed", "over", "returned", "transferred", "sent", "delivered", "given", "repatriated", "back", "home",
            "received", "recovered", "regained", "got", "übergeben", "überstellt", "zurück", "an", "erhalten", "remis",
            "rendus", "entregados", "devueltos", "à", "a", "передано", "переданы", "возвращено", "возвращены",
            "повернуто", "передані", "из", "них", "з", "tarafından");

    private static final Pattern CLAIM = Pattern.compile(
            "(?iu).*\\b(?:says?|said|claims?|claimed by|according to|figures?|estimates?|count by|laut|nach angaben|angabe|selon|d.après|по данным|за даними|según)\\b.*");
    private static final Set<String> OF_CLAIMS = keys("says", "say", "said", "claim", "claims", "claimed", "according",
            "figure", "figures", "estimate", "estimates", "count", "laut", "nach", "angaben", "angabe", "selon", "d",
            "daprès", "après", "по", "данным", "за", "даними", "según");

    /** What estimates are called, which are nobody's for that. */
    private static final Set<String> OF_ESTIMATES = keys("low", "lower", "lowest", "high", "higher", "highest", "upper",
            "best", "worst", "min", "max", "minimum", "maximum", "average", "mean", "median", "conservative", "first",
            "last", "initial", "final", "revised", "my", "our", "own", "untere", "obere", "basse", "haute");

    private static Set<String> keys(String... words) {
        Set<String> keys = new TreeSet<>();
        for (String word : words) {
            keys.add(Names.key(word));
        }
        return keys;
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(Names.key(word));
    }

    /** Reads a heading. */
    static NumberHeading of(String heading) {
        String text = Vocabulary.split(heading);
        Matcher part = PART.matcher(text);
        if (part.matches() && !part.group(1).isBlank()) {
            String category = part.group(1).replaceAll("[\\s.:,)]+$", "");
            return new NumberHeading(null, false, false, false, null, null, category, isRemains(category));
        }
        boolean isGroupHeading = text.contains(": ");
        List<String> words = List.of(text.replaceAll("[^\\p{L}\\p{M}\\p{N}\\s'’]", " ").strip().split("\\s+"));
        List<String> party = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        String code = null;
        boolean isCounted = false;
        boolean isBeforePeople = false;
        int afterParty = 0;
        boolean isClaim = CLAIM.matcher(text).matches();
        for (int i = 0; i < words.size();) {
            int length = phrase(words, i);
            String found = String.join(" ", words.subList(i, i + Math.max(1, length)));
            isCounted |= length > 0;
            if (length > 0) {
                code = stronger(code, Vocabulary.code("kind", found).orElse(null));
            }
            String key = Names.key(found);
            isBeforePeople |= !isGroupHeading && PEOPLE.contains(Names.key(words.get(i))) && !party.isEmpty()
                    && i > 0 && party.get(party.size() - 1).equals(words.get(i - 1));
            if (length == 0 && (GROUPS.contains(key) || REMAINS.contains(key))) {
                groups.add(found);
            } else if (length == 0 && !FILLERS.contains(key) && !PEOPLE.contains(key)
                    && !(isClaim && OF_CLAIMS.contains(key))) {
                // 'Front du Sud': a particle between two words of a name is one of them.
                if (!party.isEmpty() && words.subList(afterParty, i).stream().allMatch(NumberHeading::isParticle)) {
                    party.addAll(words.subList(afterParty, i));
                }
                party.add(found);
                afterParty = i + 1;
            }
            i += Math.max(1, length);
        }
        if (isClaim) {
            boolean isSomebody = groups.isEmpty()
                    && !party.stream().allMatch(word -> OF_ESTIMATES.contains(Names.key(word)));
            String who = isSomebody ? String.join(" ", party) : null;
            return new NumberHeading(null, false, false, isCounted, who, code, null, false);
        }
        return heading(text, party, groups, code, isCounted, isBeforePeople);
    }

    /** The same of a party under another name. */
    NumberHeading named(String name) {
        return new NumberHeading(name, isReceiving, isExplicit, isCounted, claimant, code, category, isRemains);
    }

    private static NumberHeading heading(String text, List<String> party, List<String> groups, String code,
            boolean isCounted, boolean isBeforePeople) {
        boolean isTo = TO.matcher(text).matches();
        boolean isBy = BY.matcher(text).matches();
        boolean isReceiving = isTo || isBeforePeople && !isBy;
        boolean areTheirs = isReceiving && groups.stream().allMatch(group -> PEOPLE.contains(Names.key(group)));
        String category = groups.isEmpty() || !party.isEmpty() && areTheirs ? null : String.join(" ", groups);
        return new NumberHeading(party.isEmpty() ? null : String.join(" ", party), isReceiving,
                isTo || isBy || isBeforePeople || text.contains(": "), isCounted, null, code, category,
                category != null && isRemains(category));
    }

    /** How many words from here are one expression for a number of people, or for what becomes of them; 0 for none. */
    private static int phrase(List<String> words, int from) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - from); length > 0; length--) {
            String phrase = String.join(" ", words.subList(from, from + length));
            boolean isGroup = length == 1 && GROUPS.contains(Names.key(phrase));
            if (!isGroup && (Vocabulary.code("kind", phrase).isPresent()
                    || Vocabulary.fieldsOf(phrase).getOrDefault("quantity", 0.0) == 1.0)) {
                return length;
            }
        }
        return 0;
    }

    /** Of several expressions the one that says more: 'total released' is a total, 'total promised' a promise. */
    private static String stronger(String one, String other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(String code) {
        if (code == null) {
            return 0;
        }
        return code.equals("REPORTED BATCH") ? 1 : code.equals("REPORTED CUMULATIVE") ? 2 : 3;
    }

    private static boolean isRemains(String category) {
        return List.of(category.split("[\\s,]+")).stream().anyMatch(word -> REMAINS.contains(Names.key(word)));
    }

    /** Stage and basis, where it says them. */
    Optional<String[]> stageAndBasis() {
        return Optional.ofNullable(code).map(both -> both.split(" "));
    }
}
