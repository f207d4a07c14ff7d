package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.parole.gateway.imports.table.TableLayout;
import org.parole.gateway.imports.table.TableRow;
import org.parole.kit.problem.FieldError;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Proposes a mapping for a table, and says what it could not decide. It decides nothing: what it proposes stands in the mapping, where
 * the researcher reads and corrects it.
 */
public final class Guess {

    /** So many cells of a column are looked at to find what they are. */
    public static final int SAMPLE = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<FieldError> undecided = new ArrayList<>();
    private final ObjectNode mapping = JSON.objectNode();
    private final ObjectNode constants = JSON.objectNode();
    private final List<TableRow> rows;
    private final List<ColumnProfile> profiles;
    private final ColumnGuess columns;
    private final String language;
    private final PartyGuess parties;
    private final SidesGuess sides;
    private final RecordsGuess records;

    /**
     * A mapping, and what it leaves open.
     *
     * @param mapping as {@link Mapping#of} reads it
     * @param undecided what the researcher should look at: where in the mapping, and what is open there
     */
    public record Proposal(ObjectNode mapping, List<FieldError> undecided) {
    }

    private Guess(List<String> headings, List<TableRow> rows, Known known) {
        this.rows = Totals.without(rows, headings);
        if (this.rows.size() < rows.size()) {
            int sums = rows.size() - this.rows.size();
            undecided.add(new FieldError("/rows", sums + (sums == 1 ? " row begins" : " rows begin")
                    + " with a word for a sum, and is no claim: it will be refused."));
        }
        this.language = languageOf(headings);
        this.profiles = ColumnProfile.of(headings, this.rows);
        this.columns = new ColumnGuess(profiles, this.rows.size(), language);
        releaseUnknownCommitments(known);
        Collection<String> claimants = columns.of("claimant").map(column -> (Collection<String>) column.values.keySet())
                .orElse(List.of());
        this.parties = new PartyGuess(known, claimants, undecided);
        this.sides = new SidesGuess(columns, profiles, parties, this.rows, language, undecided);
        this.records = sides.wide().isPresent() || columns.isOurs()
                ? RecordsGuess.NONE
                : new RecordsGuess(columns, language, undecided);
    }

    /**
     * Looks at a table.
     *
     * @param headings of its columns
     * @param rows behind them
     * @param layout how it lies in its file
     * @param known what is recorded already
     */
    public static Proposal of(List<String> headings, List<TableRow> rows, TableLayout layout, Known known) {
        return new Guess(headings, rows, known).propose(layout);
    }

    private Proposal propose(TableLayout layout) {
        sides.wide().ifPresent(wide -> columns.release("quantity"));
        boolean quotes = columns.of("quantity").isEmpty() && sides.wide().isEmpty() && records.templates().isEmpty()
                && columns.of("min").isEmpty() && columns.of("max").isEmpty();
        mapping.put("make", quotes ? "quotes" : "release-reports");
        layout(layout);
        mapping.put("language", language);
        ObjectNode fields = mapping.putObject("columns");
        if (quotes) {
            undecided.add(new FieldError("/make",
                    "No column is a number of people, so that the rows are taken for quotes without figures."));
        } else {
            sides.propose(constants);
            records.note();
        }
        new FieldsGuess(columns, profiles, language, sides, records, undecided).propose(fields);
        constants(quotes);
        mapping.set("constants", constants);
        sides.wide().or(records::templates).ifPresent(templates -> mapping.set("records", templates));
        Map<String, ObjectNode> outlets = outlets();
        claimants(outlets, !quotes);
        mapping.set("outlets", JSON.objectNode().setAll(outlets));
        if (outlets.isEmpty()) {
            mapping.put("newOutlets", "as-named");
        }
        if (!quotes) {
            mapping.set("parties", parties.asArray());
            mapping.set("commitments", parties.commitments());
        }
        mapping.putObject("rows");
        return new Proposal(mapping, List.copyOf(undecided));
    }

    /** Of another installation, whose commitments are not here: the parties say which are meant. */
    private void releaseUnknownCommitments(Known known) {
        Set<String> slugs = new LinkedHashSet<>();
        known.commitments().forEach(commitment -> slugs.add(commitment.path("slug").asText()));
        if (columns.isOurs()
                && columns.of("commitment").filter(column -> !slugs.containsAll(column.values.keySet())).isPresent()) {
            columns.release("commitment");
        }
    }

    private void layout(TableLayout layout) {
        ObjectNode node = mapping.putObject("layout");
        if (layout.charset() != null) {
            node.put("charset", layout.charset());
        }
        if (layout.separator() != null) {
            node.put("separator", layout.separator());
        }
        node.put("headerLine", layout.headerLine()).put("headerLines", layout.headerLines());
    }

    /** What no column says and every record needs. */
    private void constants(boolean quotes) {
        if (columns.of("publishedAt").isEmpty()) {
            if (records.saysTime()) {
                undecided.add(new FieldError("/constants/publishedAt",
                        "No column says when it was published, and a month is no day: give publishedAt as a constant. Until then all rows are refused."));
            } else {
                String other = quotes ? "saidOn" : "eventOn";
                constants.put("publishedAt", "=" + other);
                undecided.add(new FieldError("/constants/publishedAt",
                        "No column says when it was published; the day of " + (quotes ? "the words" : "the event")
                                + " is taken, as if the world had known at once."));
            }
        }
        if (!quotes && columns.of("eventOn").isEmpty() && columns.of("publishedAt").isPresent()
                && !records.saysTime()) {
            constants.put("eventOn", "=publishedAt");
            undecided.add(new FieldError("/constants/eventOn",
                    "No column says when it happened; the day of publication is taken."));
        }
        if (columns.of("outlet").isEmpty()) {
            boolean hasAddress = columns.of("url").isPresent();
            constants.put("outlet", hasAddress ? "=host" : "Unknown outlet");
            undecided.add(new FieldError("/constants/outlet", "No column names the outlet; "
                    + (hasAddress
                            ? "the host of the address is taken."
                            : "put its name here, or name a column 'outlet'.")));
        }
        if (!quotes && columns.of("claimant").isEmpty() && records.claimants().isEmpty()) {
            constants.put("claimant", "=outlet");
            undecided.add(new FieldError("/constants/claimant",
                    "No column says whose figures they are; they are taken as the outlets' own."));
        }
        if (!quotes && columns.of("kind").isEmpty() && !records.saysKind()) {
            if (columns.of("stage").isEmpty() && sides.needs("stage")) {
                constants.put("stage", "REPORTED");
                undecided.add(new FieldError("/constants/stage",
                        "No column tells plans from releases; all are taken for releases that are reported (REPORTED)."));
            }
            if (columns.of("basis").isEmpty() && sides.needs("basis")) {
                constants.put("basis", "BATCH");
                undecided.add(new FieldError("/constants/basis",
                        "No column tells single releases from running totals; all are taken for single ones (BATCH). CUMULATIVE is the other choice."));
            }
        }
        if (columns.of("quotation").isPresent() && columns.of("quoteKind").isEmpty()) {
            constants.put("quoteKind", "INDIRECT");
            undecided.add(new FieldError("/constants/quoteKind",
                    "No column says whether a quotation is in the speaker's own words; none is taken to be (INDIRECT)."));
        }
    }

    private Map<String, ObjectNode> outlets() {
        return columns.of("outlet").map(column -> new OutletGuess(column.values.keySet()).entries()).orElse(Map.of());
    }

    private void claimants(Map<String, ObjectNode> outlets, boolean sided) {
        Set<String> words = new LinkedHashSet<>();
        columns.of("quotation").ifPresent(column -> words.addAll(column.values.keySet()));
        columns.of("note").ifPresent(column -> words.addAll(column.values.keySet()));
        Set<String> names = new LinkedHashSet<>(records.claimants());
        columns.of("claimant").ifPresent(column -> names.addAll(column.values.keySet()));
        if (!names.isEmpty()) {
            Map<String, ObjectNode> claimants = new LinkedHashMap<>(
                    new ClaimantGuess(names, parties, outlets, words, affiliations(), sided, undecided).entries());
            mapping.set("claimants", JSON.objectNode().setAll(claimants));
        }
    }

    /** What the column of organisations, or that of functions, says beside each claimant, where it always says the same. */
    private Map<String, String> affiliations() {
        Map<String, String> affiliations = new LinkedHashMap<>();
        Optional<ColumnProfile> claimant = columns.of("claimant");
        for (String field : List.of("speaksFor", "role")) {
            Optional<ColumnProfile> column = columns.of(field);
            if (claimant.isEmpty() || column.isEmpty()) {
                continue;
            }
            Map<String, Set<String>> said = new LinkedHashMap<>();
            rows.stream().filter(row -> !row.cell(column.get().index).isEmpty())
                    .forEach(row -> said.computeIfAbsent(row.cell(claimant.get().index), name -> new LinkedHashSet<>())
                            .add(row.cell(column.get().index)));
            said.entrySet().stream().filter(entry -> entry.getValue().size() == 1)
                    .forEach(entry -> affiliations.putIfAbsent(entry.getKey(), entry.getValue().iterator().next()));
        }
        return affiliations;
    }

    /** The language that most headings are in, as far as their letters and the lists of words say. */
    private static String languageOf(List<String> headings) {
        String all = String.join(" ", headings);
        String byScript = Scripts.language(all, "en");
        if (!byScript.equals("en")) {
            return byScript;
        }
        Set<String> words = new TreeSet<>();
        for (String heading : headings) {
            words.addAll(List.of(org.parole.kit.text.Names.key(heading).split(" ")));
        }
        Map<String, Set<String>> telling = Map.of(
                "de",
                Set.of("datum", "anzahl", "quelle", "zahl", "zeitung", "gefangene", "anmerkung", "bemerkung",
                        "veroffentlicht", "ort", "freigelassen", "zitat", "richtung", "art", "laut", "seite",
                        "sprecher", "ereignis", "gemeldet", "partei", "personenzahl", "fundstelle", "wann", "wer",
                        "wen", "am", "von", "personen", "freigelassene", "freilassende", "medium"),
                "fr",
                Set.of("date", "nombre", "journal", "lien", "publie", "liberes", "prisonniers", "remarque", "remarques",
                        "selon", "lieu", "citation", "titre", "sens", "chiffre", "partie", "libere", "par"),
                "tr",
                Set.of("tarih", "tarihi", "sayı", "kisi", "kaynak", "serbest", "bırakan", "gore", "acıklayan", "tur",
                        "baglantı", "notlar", "haber"),
                "es",
                Set.of("quien", "tipo", "medio", "cifra", "canje", "libera", "fecha", "numero", "fuente", "enlace",
                        "cantidad", "liberados", "notas", "lugar", "cita",
                        "segun"));
        return telling.entrySet().stream()
                .filter(entry -> entry.getValue().stream().filter(words::contains).count() >= 2)
                .max(java.util.Comparator
                        .comparingLong(entry -> entry.getValue().stream().filter(words::contains).count()))
                .map(Map.Entry::getKey).orElse("en");
    }
}
