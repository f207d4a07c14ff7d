package org.parole.kit.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The protocol of {@link Ledger}, small enough that every order of its steps can be tried. Each step is one statement: PostgreSQL
 * runs it at one moment as far as locks and what is committed are concerned. A writer may also end without a commit before any of
 * its steps, as one does that stalls until its session is ended.
 */
final class WritersModel {

    /** Deviations from the protocol, each of which has to be found out. */
    enum Fault {
        NONE, LOCK_LEFT_BEFORE_COMMIT, NUMBER_DRAWN_BEFORE_LOCK, NO_KEYS, NO_GATE, READER_DOES_NOT_WAIT
    }

    /**
     * What a writer does: it adds a record of a name unless it finds one, or, alone, retracts it if it finds it.
     *
     * @param alone whether it keeps all others away; else it names the record as its key
     */
    record Writer(String name, boolean alone) {
    }

    private enum Step {
        ENTER, READ, LOCK, DRAW, COMMIT, COMMITTED, ENDED
    }

    private record Change(int seq, int time, String name, boolean retracts) {
    }

    private record Running(Step step, boolean writes, int seq, int time) {
        Running at(Step next) {
            return new Running(next, writes, seq, time);
        }
    }

    /** A reader of the feed: what it has seen, and how often it may yet look. */
    private record Reader(List<Integer> seen, int looks) {
        int cursor() {
            return seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
        }
    }

    /** A reader of a record time: when it asked, and what it was told. */
    private record PastReader(Integer time, Set<Integer> told) {
    }

    private record State(int clock, int lastSeq, int stampOwner, List<Change> committed, List<Running> writers,
            Reader reader, PastReader past) {
    }

    private final List<Writer> writers;
    private final Fault fault;
    private final Set<State> visited = new HashSet<>();

    WritersModel(List<Writer> writers, Fault fault) {
        this.writers = writers;
        this.fault = fault;
    }

    /** How many states were looked at. */
    int size() {
        return visited.size();
    }

    /** Tries every order; what is wrong in one of them, or empty. */
    Optional<String> search() {
        List<Running> start = writers.stream().map(writer -> new Running(Step.ENTER, false, 0, 0)).toList();
        Deque<State> open = new ArrayDeque<>();
        open.push(new State(1, 0, -1, List.of(), start, new Reader(List.of(), 3), new PastReader(null, null)));
        while (!open.isEmpty()) {
            State state = open.pop();
            if (!visited.add(state)) {
                continue;
            }
            List<State> next = next(state);
            if (next.isEmpty()) {
                Optional<String> wrong = wrongAtTheEnd(state);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            next.forEach(open::push);
        }
        return Optional.empty();
    }

    private List<State> next(State state) {
        List<State> next = new ArrayList<>();
        for (int i = 0; i < writers.size(); i++) {
            Running running = state.writers.get(i);
            if (running.step != Step.COMMITTED && running.step != Step.ENDED) {
                step(state, i, running).ifPresent(next::add);
                next.add(with(state, i, running.at(Step.ENDED), state.stampOwner == i ? -1 : state.stampOwner));
            }
        }
        if (state.reader.looks > 0) {
            next.add(look(state, state.reader.looks - 1));
        }
        if (state.past.time == null) {
            next.add(new State(state.clock + 1, state.lastSeq, state.stampOwner, state.committed, state.writers,
                    state.reader, new PastReader(state.clock, null)));
        } else if (state.past.told == null && (state.stampOwner == -1 || fault == Fault.READER_DOES_NOT_WAIT)) {
            next.add(new State(state.clock, state.lastSeq, state.stampOwner, state.committed, state.writers,
                    state.reader, new PastReader(state.past.time, upTo(state, state.past.time))));
        }
        return next;
    }

    private Optional<State> step(State state, int i, Running running) {
        Writer writer = writers.get(i);
        switch (running.step) {
            case ENTER -> {
                return mayEnter(state, i)
                        ? Optional.of(with(state, i, running.at(Step.READ), state.stampOwner))
                        : Optional.empty();
            }
            case READ -> {
                boolean writes = isRecorded(state, writer.name) == writer.alone;
                Step then = !writes ? Step.ENDED : fault == Fault.NUMBER_DRAWN_BEFORE_LOCK ? Step.DRAW : Step.LOCK;
                return Optional.of(with(state, i, new Running(then, writes, 0, 0), state.stampOwner));
            }
            case LOCK -> {
                return state.stampOwner == -1 || fault == Fault.NUMBER_DRAWN_BEFORE_LOCK && state.stampOwner == i
                        ? Optional.of(with(state, i,
                                running.at(fault == Fault.NUMBER_DRAWN_BEFORE_LOCK ? Step.COMMIT : Step.DRAW), i))
                        : Optional.empty();
            }
            case DRAW -> {
                int last = state.committed.stream().mapToInt(Change::time).max().orElse(0);
                int time = Math.max(state.clock, last + 1);
                Step then = fault == Fault.NUMBER_DRAWN_BEFORE_LOCK ? Step.LOCK : Step.COMMIT;
                State drawn = with(state, i, new Running(then, true, state.lastSeq + 1, time),
                        fault == Fault.LOCK_LEFT_BEFORE_COMMIT ? -1 : state.stampOwner);
                return Optional.of(new State(state.clock + 1, state.lastSeq + 1, drawn.stampOwner, drawn.committed,
                        drawn.writers, drawn.reader, drawn.past));
            }
            default -> {
                List<Change> committed = new ArrayList<>(state.committed);
                committed.add(new Change(running.seq, running.time, writer.name, writer.alone));
                State done = with(state, i, running.at(Step.COMMITTED),
                        state.stampOwner == i ? -1 : state.stampOwner);
                return Optional.of(new State(done.clock, done.lastSeq, done.stampOwner, List.copyOf(committed),
                        done.writers, done.reader, done.past));
            }
        }
    }

    /** Whether nobody is inside whom this writer has to wait for. */
    private boolean mayEnter(State state, int i) {
        for (int other = 0; other < writers.size(); other++) {
            Step step = state.writers.get(other).step;
            boolean isInside = step != Step.ENTER && step != Step.COMMITTED && step != Step.ENDED;
            boolean oneIsAlone = writers.get(i).alone || writers.get(other).alone;
            boolean shareAKey = writers.get(i).name.equals(writers.get(other).name);
            if (other != i && isInside && (oneIsAlone ? fault != Fault.NO_GATE : shareAKey && fault != Fault.NO_KEYS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRecorded(State state, String name) {
        return state.committed.stream().filter(change -> change.name.equals(name))
                .max(Comparator.comparingInt(Change::seq)).filter(change -> !change.retracts).isPresent();
    }

    private static State with(State state, int i, Running running, int stampOwner) {
        List<Running> changed = new ArrayList<>(state.writers);
        changed.set(i, running);
        return new State(state.clock, state.lastSeq, stampOwner, state.committed, List.copyOf(changed), state.reader,
                state.past);
    }

    private static State look(State state, int looksLeft) {
        List<Integer> seen = new ArrayList<>(state.reader.seen);
        state.committed.stream().map(Change::seq).filter(seq -> seq > state.reader.cursor()).sorted()
                .forEach(seen::add);
        return new State(state.clock, state.lastSeq, state.stampOwner, state.committed, state.writers,
                new Reader(List.copyOf(seen), looksLeft), state.past);
    }

    private static Set<Integer> upTo(State state, int time) {
        return state.committed.stream().filter(change -> change.time <= time).map(Change::seq)
                .collect(Collectors.toSet());
    }

    private Optional<String> wrongAtTheEnd(State state) {
        if (state.writers.stream().anyMatch(writer -> writer.step != Step.COMMITTED && writer.step != Step.ENDED)) {
            return Optional.of("Writers wait for each other: " + state);
        }
        List<Integer> seen = look(state, 0).reader.seen;
        List<Integer> all = state.committed.stream().map(Change::seq).sorted().toList();
        if (!seen.equals(all)) {
            return Optional.of("A reader of the feed saw " + seen + " of " + all);
        }
        for (int i = 1; i < state.committed.size(); i++) {
            if (state.committed.get(i).seq <= state.committed.get(i - 1).seq
                    || state.committed.get(i).time <= state.committed.get(i - 1).time) {
                return Optional.of("The order is not that of the commits: " + state.committed);
            }
        }
        if (!state.past.told.equals(upTo(state, state.past.time))) {
            return Optional.of("An answer for " + state.past.time + " has changed: " + state);
        }
        for (Writer writer : writers) {
            boolean isRecorded = false;
            for (Change change : state.committed) {
                if (change.name.equals(writer.name)) {
                    if (change.retracts != isRecorded) {
                        return Optional.of("Added twice, or retracted twice: " + state.committed);
                    }
                    isRecorded = !change.retracts;
                }
            }
        }
        return Optional.empty();
    }
}
