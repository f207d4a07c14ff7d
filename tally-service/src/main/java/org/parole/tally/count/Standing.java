package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the statements of one stage (or of reported and verified together) stand at a day. It only moves forward, so that
 * a whole series takes one pass.
 */
final class Standing {

    /** A total more than this many days older than the newest one no longer votes. */
    static final int VOTES_FOR_DAYS = 45;

    private final Docket docket;
    private final List<Statement> statements;
    private final boolean additive;
    private final boolean ofReleases;
    private final List<Turn> turns = new ArrayList<>();
    private int nextTurn;
    private Map<Line, List<Statement>> byLine;
    private int day = Integer.MIN_VALUE;
    private int next;
    private final LineState[] states;
    private final Releases releases;
    /** The newest start of a batch, whose line it is, and the newest start of any other line's. */
    private int newestBatch;
    private Line newestBatchLine;
    private int secondBatch;
    private Line secondBatchLine;
    private boolean settled;
    private List<LineState> voices;

    Standing(Docket docket, List<Statement> statements, boolean ofReleases) {
        this.docket = docket;
        this.statements = statements;
        this.ofReleases = ofReleases;
        this.additive = ofReleases;
        states = new LineState[docket.lines.size()];
        releases = new Releases(additive);
        forgetBatches();
        for (Statement statement : statements) {
            // What is denied from its own day on never counted, and takes no second look.
            turn(statement, statement.deniedFrom);
            turn(statement, statement.withdrawnFrom);
        }
        turns.sort(Comparator.comparingInt(Turn::day));
    }

    /** The day from which a statement that has counted is denied or withdrawn. */
    private record Turn(int day, Statement statement) {
    }

    private void turn(Statement statement, int turnedFrom) {
        if (turnedFrom != Integer.MAX_VALUE && turnedFrom > statement.first) {
            turns.add(new Turn(turnedFrom, statement));
        }
    }

    private void forgetBatches() {
        newestBatch = Integer.MIN_VALUE;
        secondBatch = Integer.MIN_VALUE;
        newestBatchLine = null;
        secondBatchLine = null;
    }

    /** Moves on to a day, and says whether anything changed. */
    boolean advanceTo(int to) {
        int before = day;
        day = to;
        boolean turned = takeBack(before);
        int start = next;
        while (next < statements.size() && statements.get(next).first <= to) {
            add(statements.get(next++));
        }
        boolean changed = turned || next != start;
        settled &= !changed;
        return changed;
    }

    /** Takes out what has been denied or withdrawn since a day: only the batches and the lines concerned are gone over. */
    private boolean takeBack(int since) {
        if (nextTurn == turns.size() || turns.get(nextTurn).day > day) {
            return false;
        }
        Set<Line> withdrawn = new HashSet<>();
        boolean denied = false;
        boolean any = false;
        for (; nextTurn < turns.size() && turns.get(nextTurn).day <= day; nextTurn++) {
            Statement statement = turns.get(nextTurn).statement;
            if (statement.first > since || statement.unusable || statement.withdrawnFrom <= since) {
                continue;
            }
            any = true;
            if (statement.withdrawnFrom <= day) {
                withdrawn.add(statement.line);
            }
            if (statement.basis == Basis.BATCH && statement.deniedFrom > since) {
                denied |= releases.remove(statement);
            }
        }
        for (Line line : withdrawn) {
            LineState state = new LineState(line, additive);
            for (Statement statement : ofLine(line)) {
                if (statement.first > since) {
                    break;
                }
                if (statement.withdrawnFrom > day && !statement.unusable) {
                    state.add(statement);
                }
            }
            states[line.index] = state;
        }
        if (denied) {
            forgetBatches();
            releases.forEach(this::noteBatch);
        }
        return any;
    }

    private List<Statement> ofLine(Line line) {
        if (byLine == null) {
            byLine = new HashMap<>();
            statements.forEach(s -> byLine.computeIfAbsent(s.line, its -> new ArrayList<>()).add(s));
        }
        return byLine.get(line);
    }

    private void add(Statement statement) {
        if (statement.withdrawnFrom <= day || statement.unusable) {
            return;
        }
        int index = statement.line.index;
        if (states[index] == null) {
            states[index] = new LineState(statement.line, additive);
        }
        states[index].add(statement);
        if (statement.basis == Basis.BATCH && statement.deniedFrom > day) {
            releases.add(statement);
            noteBatch(statement);
        }
    }

    private void noteBatch(Statement statement) {
        if (!statement.tellsOfARelease()) {
            return;
        }
        int since = statement.since;
        Line line = statement.line;
        if (since < secondBatch && line != newestBatchLine) {
            return;
        }
        if (line == newestBatchLine) {
            newestBatch = Math.max(newestBatch, since);
        } else if (newer(since, line, newestBatch, newestBatchLine)) {
            secondBatch = newestBatch;
            secondBatchLine = newestBatchLine;
            newestBatch = since;
            newestBatchLine = line;
        } else if (newer(since, line, secondBatch, secondBatchLine)) {
            secondBatch = since;
            secondBatchLine = line;
        }
    }

    /** Of two lines with a batch on the same day the name decides, not who came first. */
    private static boolean newer(int since, Line line, int than, Line thanLine) {
        return thanLine == null || since > than || since == than && line.key.compareTo(thanLine.key) < 0;
    }

    /** Which totals stand, and which have been overtaken. */
    private void settle() {
        if (settled) {
            return;
        }
        List<LineState> withTotals = new ArrayList<>();
        for (LineState state : states) {
            if (state != null && state.hasTotal()) {
                withTotals.add(state);
            }
        }
        LineState[] newestFirst = withTotals.toArray(LineState[]::new);
        Arrays.sort(newestFirst, Comparator.comparingInt((LineState s) -> s.totals.get(0).first).reversed()
                .thenComparingInt(s -> s.line.rank));
        int[] starts = new int[newestFirst.length];
        LineState[] highest = new LineState[newestFirst.length];
        long[] lows = new long[newestFirst.length];
        for (int i = 0; i < newestFirst.length; i++) {
            long low = Long.MAX_VALUE;
            for (Statement total : newestFirst[i].totals) {
                low = Math.min(low, total.proven());
            }
            starts[i] = -newestFirst[i].totals.get(0).first;
            boolean more = i == 0 || low > lows[i - 1];
            highest[i] = more ? newestFirst[i] : highest[i - 1];
            lows[i] = more ? low : lows[i - 1];
        }
        for (LineState state : newestFirst) {
            int spoken = state.spoken();
            int batch = newestBatchLine == state.line ? secondBatch : newestBatch;
            Line batchLine = newestBatchLine == state.line ? secondBatchLine : newestBatchLine;
            state.overtakenByBatchOf = null;
            state.overtakenByTotalOf = null;
            if (batchLine != null && batch > spoken) {
                state.overtakenOn = batch;
                state.overtakenByBatchOf = batchLine;
            } else {
                int later = Arrays.binarySearch(starts, -spoken);
                later = later < 0 ? -later - 1 : first(starts, later);
                if (later > 0 && lows[later - 1] > state.high()) {
                    state.overtakenByTotalOf = highest[later - 1];
                    state.overtakenOn = highest[later - 1].totals.get(0).last;
                }
            }
            state.inForce = state.overtakenByBatchOf == null && state.overtakenByTotalOf == null;
        }
        settled = true;
        voices = null;
    }

    private static int first(int[] sorted, int at) {
        int i = at;
        while (i > 0 && sorted[i - 1] == sorted[at]) {
            i--;
        }
        return i;
    }

    List<LineState> lines() {
        settle();
        List<LineState> all = new ArrayList<>();
        for (LineState state : states) {
            if (state != null && (state.hasTotal() || !state.batches.isEmpty())) {
                all.add(state);
            }
        }
        all.sort(Comparator.comparingInt(state -> state.line.rank));
        return all;
    }

    Releases releases() {
        return releases;
    }

    boolean isEmpty() {
        return next == 0;
    }

    /**
     * The totals in force, one for each independent voice: an outlet that only passes on what another line says is not
     * a voice of its own.
     */
    List<LineState> voices() {
        settle();
        if (voices == null) {
            Map<String, LineState> byVoice = new HashMap<>();
            for (LineState state : states) {
                if (state != null && state.inForce) {
                    byVoice.merge(voice(state), state, Standing::nearerToTheRoot);
                }
            }
            voices = new ArrayList<>(byVoice.values());
            voices.sort(Comparator.comparingInt(state -> state.line.rank));
        }
        return voices;
    }

    private String voice(LineState state) {
        if (state.line.side != SourceKind.MEDIA) {
            return state.line.key;
        }
        String root = null;
        Statement said = state.voting();
        for (Report report : said.reports) {
            // A figure that has more than one root has been found out more than once.
            String its = report.root() == null ? state.line.key : docket.plain(report.root());
            if (root != null && !root.equals(its)) {
                return state.line.key;
            }
            root = its;
        }
        if (root.equals(state.line.key)) {
            return root;
        }
        Line source = docket.lineNamed(root);
        return source == null ? root : source.key;
    }

    private static LineState nearerToTheRoot(LineState a, LineState b) {
        boolean aIsSource = a.line.side != SourceKind.MEDIA;
        boolean bIsSource = b.line.side != SourceKind.MEDIA;
        if (aIsSource != bIsSource) {
            return aIsSource ? a : b;
        }
        int order = Long.compare(a.voting().published, b.voting().published);
        order = order != 0 ? order : a.line.key.compareTo(b.line.key);
        return order <= 0 ? a : b;
    }

    /** What was at least released by the batches, after the newest total where none stands any more. */
    Floor floor() {
        settle();
        long least = releases.low();
        LineState base = null;
        for (LineState state : states) {
            if (state == null || !state.hasTotal() || state.inForce || state.low() < 0 || state.disputed()) {
                continue;
            }
            if (base == null || state.spoken() > base.spoken()
                    || state.spoken() == base.spoken() && (state.low() < base.low()
                            || state.low() == base.low() && state.line.key.compareTo(base.line.key) < 0)) {
                base = state;
            }
        }
        if (base != null && voices().isEmpty() && additive) {
            Releases.Sum since = releases.sum(releases.between(base.spoken(), Integer.MAX_VALUE), true);
            if (base.low() + since.total() >= least) {
                return new Floor(base.low() + since.total(), base, since.total(), since.chosen());
            }
        }
        return new Floor(least, null, 0, releases.chosen());
    }

    /** A floor, the overtaken total that it builds upon, if any, and the releases that it adds up. */
    record Floor(long least, LineState base, long since, List<Releases.Release> chosen) {

        List<Statement> restsOn() {
            List<Statement> all = base == null ? new ArrayList<>() : new ArrayList<>(base.restsOn());
            all.addAll(Releases.statementsOf(chosen));
            return all;
        }

        boolean approximate() {
            return restsOn().stream().anyMatch(Statement::approximate);
        }
    }

    /** Low, best and high of what stands. */
    Figures figures(Policy policy, String nothing) {
        settle();
        if (isEmpty()) {
            return Figures.unknown(rule(policy), nothing);
        }
        List<LineState> voices = voices();
        Floor floor = floor();
        boolean anyBatch = !releases.isEmpty();
        if (voices.isEmpty()) {
            return withoutTotals(policy, floor, anyBatch);
        }
        long low = Long.MAX_VALUE;
        long high = 0;
        boolean approximate = false;
        for (LineState voice : voices) {
            low = Math.min(low, voice.low());
            high = Math.max(high, voice.high());
            approximate |= voice.approximate();
        }
        if (floor.least() > high) {
            high = floor.least();
            approximate |= floor.approximate();
        }
        Choice choice = choose(policy, voices);
        List<String> reasons = new ArrayList<>();
        if (low < 0) {
            reasons.add("low: a figure in force has no lower end");
        }
        if (choice.best < 0) {
            reasons.add("best: " + choice.reason);
        }
        if (high == Quantity.OPEN) {
            reasons.add("high: a figure in force has no upper end");
        }
        Span span = Span.of(low, high);
        return new Figures(span.low(), choice.best < 0 ? null : choice.best, span.high(), approximate, choice.rule,
                choice.oneSided, reasons.isEmpty() ? null : String.join("; ", reasons));
    }

    private Figures withoutTotals(Policy policy, Floor floor, boolean anyBatch) {
        String what = ofReleases ? "running total" : "total";
        String reason;
        if (floor.base() != null) {
            reason = "No " + what + " is in force: the newest, " + floor.base().totalWords() + " ("
                    + floor.base().line.label() + ", " + Words.date(floor.base().spoken()) + "), was overtaken by "
                    + floor.base().overtakenBy() + "; low is that total and the " + Words.number(floor.since())
                    + " on record since";
        } else if (anyBatch) {
            reason = "Only batches are on record, and no " + what
                    + " in force: low is what they add up to, and there may have been others";
        } else {
            reason = "No report on record gives a figure that stands";
        }
        return new Figures(floor.least() > 0 || anyBatch && knownZero() || floor.base() != null ? floor.least() : null,
                null, null, floor.approximate(), rule(policy), false, reason);
    }

    /** Whether a batch of none is all that was said. */
    private boolean knownZero() {
        for (Releases.Release release : releases.sorted()) {
            for (Statement statement : release.statements) {
                if (statement.proven() == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Choice(long best, String rule, boolean oneSided, String reason) {
    }

    private Choice choose(Policy policy, List<LineState> voices) {
        return switch (policy) {
            case CONSENSUS, VERIFIED -> consensus(policy, voices);
            case LATEST -> latest(voices);
            case CAUTIOUS -> cautious(voices);
        };
    }

    private Choice consensus(Policy policy, List<LineState> voices) {
        int newest = Integer.MIN_VALUE;
        for (LineState voice : voices) {
            if (voice.vote() >= 0) {
                newest = Math.max(newest, voice.spoken());
            }
        }
        List<Long> reported = new ArrayList<>();
        List<Long> verified = new ArrayList<>();
        for (LineState voice : voices) {
            long vote = voice.vote();
            if (vote < 0 || voice.spoken() < newest - VOTES_FOR_DAYS) {
                continue;
            }
            (voice.voting().stage == Stage.VERIFIED ? verified : reported).add(vote);
        }
        List<Long> votes = verified.isEmpty() ? reported : verified;
        if (votes.isEmpty()) {
            return new Choice(-1, rule(policy), false,
                    without("no figure in force has a lower end to vote with", voices));
        }
        votes.sort(null);
        String kind = verified.isEmpty() ? "" : "verified ";
        String rule = rule(policy) + " of " + votes.size() + " independent " + kind + "running total"
                + (votes.size() == 1 ? "" : "s");
        return new Choice(votes.get((votes.size() - 1) / 2), rule, false, null);
    }

    private Choice latest(List<LineState> voices) {
        Statement newest = null;
        LineState its = null;
        for (LineState voice : voices) {
            for (Statement total : voice.totals) {
                if (total.proven() < 0) {
                    continue;
                }
                int order = newest == null ? 1 : Integer.compare(voice.spoken(), its.spoken());
                order = order != 0 ? order : Long.compare(total.published, newest.published);
                order = order != 0 ? order : Long.compare(total.recorded, newest.recorded);
                order = order != 0 ? order : total.id().compareTo(newest.id());
                if (order > 0) {
                    newest = total;
                    its = voice;
                }
            }
        }
        if (newest == null) {
            return new Choice(-1, rule(Policy.LATEST), false, without("no figure in force has a lower end", voices));
        }
        return new Choice(newest.low + its.batches.low(), rule(Policy.LATEST) + ", of " + its.line.label(), false,
                null);
    }

    private Choice cautious(List<LineState> voices) {
        long releasing = Long.MAX_VALUE;
        long receiving = Long.MAX_VALUE;
        for (LineState voice : voices) {
            if (voice.vote() >= 0 && voice.line.side == SourceKind.RELEASING_PARTY) {
                releasing = Math.min(releasing, voice.vote());
            } else if (voice.vote() >= 0 && voice.line.side == SourceKind.RECEIVING_PARTY) {
                receiving = Math.min(receiving, voice.vote());
            }
        }
        long lower = Math.min(releasing, receiving);
        if (lower == Long.MAX_VALUE) {
            return new Choice(-1, rule(Policy.CAUTIOUS), false,
                    without("neither side has a running total in force", voices));
        }
        return new Choice(lower, rule(Policy.CAUTIOUS), Math.max(releasing, receiving) == Long.MAX_VALUE, null);
    }

    private static String without(String reason, List<LineState> voices) {
        return voices.stream().anyMatch(LineState::disputed)
                ? reason + ", leaving aside what is in dispute"
                : reason;
    }

    static String rule(Policy policy) {
        return switch (policy) {
            case CONSENSUS -> "consensus: the median";
            case LATEST -> "latest: the newest running total";
            case CAUTIOUS -> "cautious: the lower of the releasing and the receiving side's running totals";
            case VERIFIED -> "verified: the median";
        };
    }
}
