package org.parole.quote.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.parole.kit.imports.ImportJob;
import org.parole.kit.imports.ImportState;

/**
 * An import as it is kept.
 *
 * @param lines    how many the file has, as far as it has come in
 * @param nextLine the first line that the current phase has not done
 * @param passedOver what of the file is no record, by kind and number
 */
record Job(UUID id, String format, String dataset, String licence, State state, Phase phase, boolean dryRun,
        boolean strict,
        String createdBy, Instant createdAt, Instant startedAt, Instant endedAt, long lines, long nextLine,
        Counts counts,
        String problem, String undoReason, String undoBy, List<String> passedOver) {

    enum State {
        RECEIVING, RUNNING, DONE, FAILED, CANCELLED, UNDONE
    }

    /** What a running one does. */
    enum Phase {
        /** Looks for what will be refused, and writes nothing. */
        CHECK,
        /** Writes. */
        WRITE,
        /** Retracts what it has written. */
        UNDO
    }

    /** What became of the rows. */
    record Counts(long read, long written, long alreadyThere, long revised, long refused) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** As clients see it. */
    ImportJob view() {
        ImportState shown = switch (state) {
            case RECEIVING -> ImportState.QUEUED;
            case RUNNING -> startedAt == null ? ImportState.QUEUED : ImportState.RUNNING;
            default -> ImportState.valueOf(state.name());
        };
        Double rate = rate();
        return new ImportJob(id, format, dataset, licence, shown, dryRun, strict, counts.read, counts.written,
                counts.alreadyThere, counts.revised, counts.refused, rate, secondsLeft(rate), createdAt, startedAt,
                endedAt,
                problem, passedOver);
    }

    private Double rate() {
        if (startedAt == null || counts.read == 0) {
            return null;
        }
        double seconds = Duration.between(startedAt, endedAt == null ? Instant.now() : endedAt).toMillis() / 1_000.0;
        return seconds <= 0 ? null : Math.round(counts.read / seconds * 10) / 10.0;
    }

    private Long secondsLeft(Double rate) {
        return rate == null || rate == 0 || state != State.RUNNING || phase == Phase.UNDO
                ? null
                : Math.round(Math.ceil((lines - nextLine + 1) / rate));
    }
}
