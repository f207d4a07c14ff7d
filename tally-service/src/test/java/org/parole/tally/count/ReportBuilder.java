package org.parole.tally.count;

import java.time.LocalDate;
import java.util.Set;

/** A report in a sentence: {@code said("Red Cross", MONITOR).total(40).on("2020-05-01")}. */
final class ReportBuilder {

    private String id;
    private final String claimant;
    private final SourceKind side;
    private String organ;
    private Stage stage = Stage.REPORTED;
    private Basis basis = Basis.CUMULATIVE;
    private Quantity quantity;
    private Integer outOf;
    private Integer since;
    private int first;
    private int last;
    private String category;
    private String place;
    private boolean complete;
    private Set<String> scopes = Set.of();
    private Boolean remains;
    private Long published;
    private long recordedFrom;
    private long recordedTo = Long.MAX_VALUE;
    private boolean retracted;
    private String outlet;
    private String root;
    private boolean ownWords;
    private String release;
    private String telling;
    private boolean disputed;
    private Integer ordinal;

    private ReportBuilder(String claimant, SourceKind side) {
        this.claimant = claimant;
        this.side = side;
        outlet = claimant + "'s page";
    }

    static ReportBuilder said(String claimant, SourceKind side) {
        return new ReportBuilder(claimant, side);
    }

    static Promise promised(int number) {
        return Promise.of(Quantity.exactly(number));
    }

    static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    ReportBuilder id(String value) {
        id = value;
        return this;
    }

    ReportBuilder speakingFor(String value) {
        organ = value;
        return this;
    }

    ReportBuilder stage(Stage value) {
        stage = value;
        return this;
    }

    ReportBuilder of(Basis value, Quantity number) {
        basis = value;
        quantity = number;
        return this;
    }

    ReportBuilder total(int number) {
        return of(Basis.CUMULATIVE, Quantity.exactly(number));
    }

    ReportBuilder batch(int number) {
        return of(Basis.BATCH, Quantity.exactly(number));
    }

    ReportBuilder remaining(int number, Integer whole) {
        outOf = whole;
        return of(Basis.REMAINING, Quantity.exactly(number));
    }

    ReportBuilder outOf(int whole) {
        outOf = whole;
        return this;
    }

    ReportBuilder since(String date) {
        since = day(date);
        return this;
    }

    ReportBuilder category(String value) {
        category = value;
        return this;
    }

    ReportBuilder place(String value) {
        place = value;
        return this;
    }

    ReportBuilder complete() {
        complete = true;
        return this;
    }

    ReportBuilder scope(String... values) {
        scopes = Set.of(values);
        return this;
    }

    ReportBuilder remains() {
        remains = true;
        return this;
    }

    ReportBuilder living() {
        remains = false;
        return this;
    }

    ReportBuilder publishedOn(String date) {
        published = day(date) * 86_400_000L;
        return this;
    }

    ReportBuilder recorded(long from, long to) {
        recordedFrom = from;
        recordedTo = to;
        return this;
    }

    ReportBuilder retracted() {
        retracted = true;
        return this;
    }

    ReportBuilder through(String outletName, String rootName) {
        outlet = outletName;
        root = rootName;
        return this;
    }

    /** Printed by an outlet, which is where its chain begins. */
    ReportBuilder in(String outletName) {
        return through(outletName, outletName);
    }

    ReportBuilder inOwnWords() {
        ownWords = true;
        return this;
    }

    ReportBuilder grouped(String releaseName, String tellingName) {
        release = releaseName;
        telling = tellingName;
        return this;
    }

    ReportBuilder ordinal(int value) {
        ordinal = value;
        return this;
    }

    ReportBuilder disputed() {
        disputed = true;
        return this;
    }

    Report on(String date) {
        first = day(date);
        last = first;
        return build();
    }

    Report between(String from, String to) {
        first = day(from);
        last = day(to);
        return build();
    }

    private Report build() {
        String its = id != null
                ? id
                : claimant + "/" + stage + "/" + basis + "/" + quantity + "/" + first + "/" + outlet;
        Part part = outOf == null && category == null && place == null && !complete
                ? Part.NONE
                : new Part(outOf, category, place, complete);
        return new Report(its, claimant, organ, side, stage, basis, quantity,
                new Days(since == null ? first : since, first, last), part, scopes, remains,
                published == null ? last * 86_400_000L : published, recordedFrom, recordedTo, retracted,
                new Source(outlet, root == null ? outlet : root, ownWords), release, telling, disputed, ordinal);
    }
}
