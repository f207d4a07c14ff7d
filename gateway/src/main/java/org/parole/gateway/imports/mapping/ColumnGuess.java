package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proposes which field each column fills, from its heading and from what its cells look like. */
final class ColumnGuess {

    private static final double ENOUGH = 0.5;
    /** The fields that numbers of people fill. */
    static final Set<String> OF_PEOPLE = Set.of("quantity", "min", "max", "outOf");
    private static final Set<String> WORDY = Set.of("claimant", "outlet", "place", "category", "title", "citation",
            "note", "role",
            "speaksFor", "releasingParty", "receivingParty", "commitment", "agreement", "exchange", "cue", "via",
            "scope", "topics");
    static final Pattern DIRECTION = Pattern.compile(
            "(?iu)(.+?)[\\s_]*(?:[\\s_](?:frees?|freed|releases?|released|free|to|gives?|hands? over|an|für|lässt frei|à|vers|libère|освобождает|передаёт|إلى|به)[\\s_]|->|→|=>|—>|>)[\\s_]*(.+)");

    private final List<ColumnProfile> profiles;
    private final int rows;
    private final String language;
    private final Map<String, ColumnProfile> byField = new LinkedHashMap<>();
    private final PeerTable peer;

    private record Candidate(String field, ColumnProfile profile, double score) {
    }

    ColumnGuess(List<ColumnProfile> profiles, int rows, String language) {
        this.profiles = profiles;
        this.rows = rows;
        this.language = language;
        this.peer = new PeerTable(profiles.stream().map(profile -> profile.heading).toList());
        if (peer.isOurs()) {
            profiles.stream().filter(profile -> !profile.isEmpty()).forEach(
                    profile -> peer.field(profile.heading).ifPresent(field -> byField.put(field, profile)));
        } else {
            assign();
        }
    }

    /** The column that fills a field. */
    Optional<ColumnProfile> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    /** The field that a column fills. */
    Optional<String> field(ColumnProfile profile) {
        return byField.entrySet().stream().filter(entry -> entry.getValue() == profile).map(Map.Entry::getKey)
                .findFirst();
    }

    /** Takes a field away from its column. */
    void release(String field) {
        byField.remove(field);
    }

    /** Whether each column has one meaning, because Parole has written the table. */
    boolean isOurs() {
        return peer.isOurs();
    }

    /** The columns of whole numbers that fill no field yet, or one for numbers of people. */
    List<ColumnProfile> ofNumbers() {
        return profiles.stream().filter(profile -> !profile.isEmpty() && !peer.countsDeaths(profile.heading))
                .filter(profile -> {
                    Optional<String> field = field(profile);
                    return field.isEmpty() || OF_PEOPLE.contains(field.get());
                }).filter(profile -> profile.numbers(language) > 0.7 && profile.dates(language) < 0.9).toList();
    }

    private void assign() {
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnProfile profile : profiles) {
            if (profile.isEmpty() || peer.countsDeaths(profile.heading)) {
                continue;
            }
            Map<String, Double> named = Vocabulary.fieldsOf(profile.heading);
            Shape shape = new Shape(profile);
            for (String field : Fields.ALL) {
                double score = shape.score(field, named.getOrDefault(field, 0.0));
                if (score >= ENOUGH) {
                    candidates.add(new Candidate(field, profile, score));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                .thenComparingInt(candidate -> candidate.profile().index));
        Map<ColumnProfile, String> taken = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (!byField.containsKey(candidate.field()) && !taken.containsKey(candidate.profile())) {
                byField.put(candidate.field(), candidate.profile());
                taken.put(candidate.profile(), candidate.field());
            }
        }
        settle(taken);
    }

    /** Where only one date, or only a source, is there, it is taken for what a table cannot do without. */
    private void settle(Map<ColumnProfile, String> taken) {
        if (!byField.containsKey("eventOn") && byField.containsKey("eventSince")) {
            byField.put("eventOn", byField.remove("eventSince"));
        }
        if (!byField.containsKey("eventOn") && byField.containsKey("publishedAt") && byField.containsKey("quantity")) {
            profiles.stream().filter(profile -> !taken.containsKey(profile) && profile.dates(language) > 0.7)
                    .findFirst()
                    .ifPresent(profile -> byField.put("eventOn", profile));
        }
        if (byField.containsKey("eventOn") && !byField.containsKey("publishedAt")) {
            profiles.stream().filter(profile -> !byField.containsValue(profile) && !profile.isEmpty())
                    .filter(profile -> profile.dates(language) > 0.9 && profile.numbers(language) < 0.9).findFirst()
                    .ifPresent(profile -> byField.put("publishedAt", profile));
        }
        if (!byField.containsKey("quantity") && byField.containsKey("min") && !byField.containsKey("max")) {
            byField.put("quantity", byField.remove("min"));
        }
        if (byField.containsKey("quantity")) {
            // The best estimate is taken; its bounds are told of as what is left out.
            byField.remove("min");
            byField.remove("max");
        }
    }

    /** What the cells of a column say about a field that its heading may name. */
    private final class Shape {
        private final ColumnProfile profile;
        private final double addresses;
        private final double dates;
        private final double numbers;

        Shape(ColumnProfile profile) {
            this.profile = profile;
            this.addresses = profile.addresses();
            this.dates = profile.isSerial() ? 0 : profile.dates(language);
            this.numbers = profile.numbers(language);
        }

        double score(String field, double named) {
            if (field.equals("url")) {
                return addresses > 0.6 ? 0.8 + named * 0.2 : 0;
            }
            if (addresses > 0.6 && !field.equals("citation")) {
                return 0;
            }
            if (Fields.DATES.contains(field) && profile.isSerial()) {
                // Days as a spreadsheet counts them are numbers like any other, unless the heading speaks of a date.
                return named > 0.4 ? named + 0.2 : 0;
            }
            if (Fields.DATES.contains(field)) {
                return dates > 0.6 && (numbers < 0.9 || dates > 0.95 && named > 0.9)
                        ? Math.max(named + 0.2, field.equals("eventOn") ? 0.5 : 0)
                        : 0;
            }
            if (Fields.WHOLE_NUMBERS.contains(field)) {
                return numbers > 0.7 && (dates < 0.7 || numbers > dates) && named > 0 ? named + 0.2 : 0;
            }
            if (Fields.CODES.contains(field)) {
                return codes(field, named);
            }
            return words(field, named);
        }

        private double codes(String field, double named) {
            if (field.equals("direction")) {
                long directed = profile.values.keySet().stream().filter(cell -> DIRECTION.matcher(cell).matches())
                        .count();
                return directed > profile.values.size() * 0.7 && profile.meanLength() < 60 && dates < 0.5
                        ? 0.6 + named * 0.5
                        : 0;
            }
            if (field.equals("reliability")) {
                return profile.values.keySet().stream().allMatch(cell -> cell.matches("[A-F]")) ? named + 0.2 : 0;
            }
            double codes = profile.codes(field);
            if (codes == 0 || numbers > 0.7 || dates > 0.7) {
                return 0;
            }
            boolean isOwn = Set.of("kind", "stage", "comparator").contains(field);
            return named > 0 ? named + codes * 0.5 - 0.1 : codes > 0.79 && isOwn ? 0.55 : 0;
        }

        private double words(String field, double named) {
            if (field.equals("row")) {
                return profile.isUnique(rows) && named > 0.9 ? 1.1 : 0;
            }
            if (dates > 0.8 || numbers > 0.8) {
                return 0;
            }
            if (field.equals("quotation") || field.equals("original")) {
                // Under a heading that says so, short sentences are words too.
                boolean isLong = profile.meanLength() > (named > 0.9 ? 12 : 35);
                return isLong ? Math.max(named + 0.2, field.equals("quotation") && named > 0 ? 0.5 : 0) : 0;
            }
            if (field.equals("language")) {
                return profile.values.keySet().stream()
                        .allMatch(cell -> cell.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                                ? named
                                : 0;
            }
            if (Set.of("releasingParty", "receivingParty").contains(field)) {
                return profile.values.size() <= Math.max(12, rows / 4) ? named + 0.05 : 0;
            }
            return WORDY.contains(field) || field.equals("party") || field.equals("wording") ? named : 0;
        }
    }
}
