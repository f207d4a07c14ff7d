package org.parole.tally.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One exchange of the trial: what was claimed, and what an analyst would print. The lines are told in trial/README.md. */
record TrialExchange(String name, Map<String, Promise> promises, Map<String, List<Report>> reports,
        List<Answer> answers, List<Finding> expectedFindings) {

    private static final String THERE = "there";
    private static final String BACK = "back";
    private static final String JOINT = "joint";

    private static final Map<String, SourceKind> SIDES = Map.of("N", SourceKind.RELEASING_PARTY, "S",
            SourceKind.RECEIVING_PARTY, "M", SourceKind.MEDIATOR, "O", SourceKind.MONITOR, "P", SourceKind.MEDIA);

    /** What is asked, and what is to be answered. */
    record Answer(String kind, LocalDate on, Map<String, String> asking, String figures, List<String> marks) {

        String asked() {
            return kind + " " + on + (asking.isEmpty() ? "" : " " + asking);
        }

        String expected() {
            return figures + marks.stream().map(mark -> " " + mark).collect(Collectors.joining());
        }

        Question question() {
            Question question = Question.on(on);
            for (Map.Entry<String, String> each : asking.entrySet()) {
                String value = each.getValue();
                question = switch (each.getKey()) {
                    case "policy" -> question.policy(Policy.valueOf(value.toUpperCase(java.util.Locale.ROOT)));
                    case "by" -> question.publishedBy(LocalDate.parse(value));
                    case "carry" -> question.carry(Integer.parseInt(value));
                    case "with" -> question.with(Set.of(value.split(",")));
                    case "asof" -> question.asOf(micros(value));
                    case "cat", "place" -> question.filtered(true);
                    case "who" -> question;
                    default -> throw new IllegalArgumentException(each.toString());
                };
            }
            return question;
        }

        /** What the count answers, as the file writes it, with the marks that the file has. */
        String printed(TrialExchange exchange) {
            return switch (kind) {
                case JOINT -> {
                    JointCount count = exchange.joint(question());
                    yield numbers(count.joint()) + " | " + numbers(count.sum());
                }
                case "remains" -> numbers(exchange.tally(this).remains());
                case "position" -> position(exchange.tally(this), asking.get("who"));
                case "remaining" -> numbers(exchange.tally(this).remaining().toGo());
                default -> marked(exchange.tally(this).released());
            };
        }

        /** Whether a report is about the place or category that is asked about. */
        boolean isAbout(Report report) {
            return isOrAny(asking.get("cat"), report.part().category())
                    && isOrAny(asking.get("place"), report.part().place());
        }

        private static boolean isOrAny(String asked, String its) {
            return asked == null || asked.equalsIgnoreCase(its);
        }

        private String marked(Figures released) {
            StringBuilder text = new StringBuilder(numbers(released));
            for (String mark : marks) {
                boolean open = mark.equals("open") || mark.equals("closed");
                text.append(' ').append(open
                        ? released.open() ? "open" : "closed"
                        : released.oneSided() ? "one-sided" : "two-sided");
            }
            return text.toString();
        }

        /** What a claimant holds, from the lowest to the highest of its figures: its total, or the floor of its releases. */
        private static String position(Tally tally, String claimant) {
            ClaimantLine line = tally.claimants().stream().filter(each -> each.claimant().equals(claimant)).findFirst()
                    .orElseThrow();
            boolean total = line.floor() == null;
            return (total ? line.total().low() : line.floor()) + " " + (total ? line.total().high() : line.floor())
                    + (line.open() ? " open" : "");
        }

        private static String numbers(Figures figures) {
            return figures == null
                    ? "nothing"
                    : numbers(new Span(figures.low(), figures.best(), figures.high()));
        }

        private static String numbers(Span span) {
            return Arrays.asList(span.low(), span.best(), span.high()).stream()
                    .map(number -> number == null ? "_" : number.toString()).collect(Collectors.joining(" "));
        }
    }

    /** A finding that is to be there, and the reports that it has to name. */
    record Finding(boolean joint, ConflictType type, List<String> ids) {

        boolean isIn(Conflict conflict) {
            return conflict.type() == type && conflict.reports().containsAll(ids);
        }
    }

    private Tally tally(Answer answer) {
        String direction = answer.kind.equals(BACK) ? BACK : THERE;
        List<Report> all = reports.getOrDefault(direction, List.of());
        Question question = answer.question();
        if (question.filtered()) {
            all = all.stream().filter(answer::isAbout).map(Report::asWhole).toList();
        }
        return Count.tally(promises.getOrDefault(direction, Promise.NONE), all, question);
    }

    private JointCount joint(Question question) {
        List<JointCount.Direction> directions = new ArrayList<>();
        for (String direction : List.of(THERE, BACK)) {
            directions.add(new JointCount.Direction(direction, promises.getOrDefault(direction, Promise.NONE),
                    reports.getOrDefault(direction, List.of())));
        }
        return JointCount.of(directions, reports.getOrDefault(JOINT, List.of()), List.of(), question);
    }

    /** All that is found at any of the dates that are asked about, once. */
    List<Conflict> findings() {
        Map<List<Object>, Conflict> all = new LinkedHashMap<>();
        for (Answer answer : answers) {
            List<Conflict> found = switch (answer.kind) {
                case JOINT -> joint(answer.question()).conflicts();
                default -> tally(answer).conflicts();
            };
            found.forEach(conflict -> all.put(List.of(conflict.type(), Set.copyOf(conflict.reports())), conflict));
        }
        return List.copyOf(all.values());
    }

    static TrialExchange read(String name, List<String> lines) {
        TrialExchange exchange = new TrialExchange(name, new HashMap<>(), new HashMap<>(), new ArrayList<>(),
                new ArrayList<>());
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                exchange.take(Arrays.stream(line.split("\\|")).map(String::strip).toList());
            }
        }
        return exchange;
    }

    private void take(List<String> fields) {
        switch (fields.get(0)) {
            case "promise" -> promises.put(THERE, promise(fields));
            case "promise back" -> promises.put(BACK, promise(fields));
            case "claim" -> claim(fields);
            case "finding" -> {
                boolean joint = fields.get(1).startsWith("JOINT ");
                expectedFindings.add(new Finding(joint,
                        ConflictType.valueOf(fields.get(1).replace("JOINT ", "")),
                        List.of(fields.get(2).split(" "))));
            }
            default -> answers.add(answer(fields));
        }
    }

    private static Promise promise(List<String> fields) {
        Quantity promised = fields.get(1).equals("none") ? null : quantity(fields.get(1));
        return new Promise(promised, null, fields.contains("single"), fields.contains("remains"));
    }

    private static Answer answer(List<String> fields) {
        Map<String, String> asking = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (String field : fields.subList(2, fields.size())) {
            if (field.contains("=")) {
                asking.put(field.split("=")[0], field.split("=")[1]);
            } else {
                rest.add(field);
            }
        }
        boolean joint = fields.get(0).equals(JOINT);
        return new Answer(fields.get(0), LocalDate.parse(fields.get(1)), asking,
                joint ? String.join(" | ", rest) : rest.get(0), joint ? List.of() : rest.subList(1, rest.size()));
    }

    private void claim(List<String> fields) {
        String[] claimant = fields.get(2).split("/");
        ReportBuilder report = ReportBuilder.said(claimant[0], SIDES.get(fields.get(3))).id(fields.get(1));
        if (claimant.length > 1) {
            report.speakingFor(claimant[1]);
        }
        basis(report, fields.get(4), fields.get(5));
        String outlet = fields.get(7);
        report.in(outlet);
        String direction = THERE;
        for (String field : fields.subList(8, fields.size())) {
            String value = field.contains("=") ? field.substring(field.indexOf('=') + 1) : "";
            switch (field.split("=")[0]) {
                case "own" -> report.inOwnWords();
                case "pub" -> report.publishedOn(value);
                case "cat" -> report.category(value);
                case "place" -> report.place(value);
                case "outof" -> report.outOf(Integer.parseInt(value));
                case "lists" -> report.scope(value.split(","));
                case "root" -> report.through(outlet, value);
                case "complete" -> report.complete();
                case "remains" -> report.remains();
                case "living" -> report.living();
                case "disputed" -> report.disputed();
                case "group" -> report.grouped(value.split("/")[0], value.split("/")[1]);
                case "rec" -> recorded(report, value.split("\\.\\."));
                case "ordinal" -> report.ordinal(Integer.parseInt(value));
                case "dir" -> direction = value;
                default -> throw new IllegalArgumentException(field);
            }
        }
        reports.computeIfAbsent(direction, key -> new ArrayList<>()).add(on(report, fields.get(6)));
    }

    private static void recorded(ReportBuilder report, String[] ends) {
        report.recorded(micros(ends[0]), ends.length > 1 ? micros(ends[1]) : Long.MAX_VALUE);
    }

    /** The beginning of a day, as record time counts it. */
    private static long micros(String date) {
        return LocalDate.parse(date).toEpochDay() * 86_400_000_000L;
    }

    private static Report on(ReportBuilder report, String date) {
        if (date.contains("..")) {
            String[] ends = date.split("\\.\\.");
            return report.since(ends[0]).on(ends[1]);
        }
        String[] ends = date.split("/");
        return ends.length > 1 ? report.between(ends[0], ends[1]) : report.on(date);
    }

    private static void basis(ReportBuilder report, String words, String figure) {
        Quantity quantity = figure.equals("-") ? null : quantity(figure);
        Stage stage = Stage.REPORTED;
        for (Stage each : List.of(Stage.DENIED, Stage.ANNOUNCED, Stage.VERIFIED, Stage.SUSPENDED, Stage.OFFERED,
                Stage.LISTED)) {
            if (words.startsWith(each.name().toLowerCase(java.util.Locale.ROOT))) {
                stage = each;
            }
        }
        report.stage(stage);
        if (words.endsWith("total")) {
            report.of(Basis.CUMULATIVE, quantity);
        } else if (words.equals("remaining") || words.equals("rearrested")) {
            report.of(Basis.valueOf(words.toUpperCase(java.util.Locale.ROOT)), quantity);
        } else {
            report.of(Basis.BATCH, quantity);
        }
    }

    private static Quantity quantity(String text) {
        if (text.startsWith("'")) {
            return Quantity.some(text.replace("'", ""));
        } else if (text.startsWith(">=")) {
            return Quantity.atLeast(Integer.parseInt(text.substring(2)));
        } else if (text.startsWith("<=")) {
            return Quantity.upTo(Integer.parseInt(text.substring(2)));
        } else if (text.startsWith(">")) {
            return Quantity.over(Integer.parseInt(text.substring(1)));
        } else if (text.startsWith("~")) {
            return Quantity.about(Integer.parseInt(text.substring(1)));
        } else if (text.contains("-")) {
            return Quantity.between(Integer.parseInt(text.split("-")[0]), Integer.parseInt(text.split("-")[1]));
        }
        return Quantity.exactly(Integer.parseInt(text));
    }
}
