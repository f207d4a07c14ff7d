package org.parole.kit.dev;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps the started processes running: it reports a process that ends by itself and starts it again, without giving up. */
final class Supervisor {

    private static final long EVERY_MS = 300;

    private final Consumer<String> say;
    private final List<Watched> all = new ArrayList<>();

    /** Something that runs until it is stopped. */
    interface Supervised {
        /** What people call it. */
        String name();

        /** Whether it runs, ready or not. */
        boolean isRunning();

        /** Why it ended, to be read behind its name: {@code ended by itself (exit code 1)}. */
        String howItEnded();

        /** Starts it again; what was left of it is gone by then. */
        void startAgain() throws IOException, InterruptedException;

        /** Whether it can serve. */
        boolean isReady() throws InterruptedException;
    }

    private static final class Watched {
        private final Supervised supervised;
        private final Backoff backoff = new Backoff();
        private Instant due;
        private boolean ready = true;
        private boolean down;

        private Watched(Supervised supervised) {
            this.supervised = supervised;
        }
    }

    /** Tells what happens to {@code say}, a line at a time. */
    Supervisor(Consumer<String> say) {
        this.say = say;
    }

    /** Watches something that runs. */
    void watch(Supervised supervised) {
        Watched watched = new Watched(supervised);
        watched.backoff.started(Instant.now());
        all.add(watched);
    }

    /** Watches until this thread is interrupted. */
    void run() throws InterruptedException {
        while (true) {
            for (Watched watched : all) {
                look(watched, Instant.now());
            }
            TimeUnit.MILLISECONDS.sleep(EVERY_MS);
        }
    }

    private void look(Watched watched, Instant now) throws InterruptedException {
        Supervised supervised = watched.supervised;
        if (watched.down) {
            if (!now.isBefore(watched.due)) {
                start(watched);
            }
        } else if (!supervised.isRunning()) {
            ended(watched, supervised.howItEnded());
        } else if (!watched.ready && supervised.isReady()) {
            watched.ready = true;
            say.accept(supervised.name() + " is ready");
        }
    }

    private void ended(Watched watched, String how) {
        Instant now = Instant.now();
        Duration wait = watched.backoff.ended(now);
        watched.down = true;
        watched.ready = false;
        watched.due = now.plus(wait);
        say.accept(watched.supervised.name() + " " + how + "; starting it again"
                + (wait.isZero() ? "" : " in " + wait.toSeconds() + " s"));
    }

    private void start(Watched watched) throws InterruptedException {
        watched.down = false;
        watched.backoff.started(Instant.now());
        try {
            watched.supervised.startAgain();
        } catch (IOException | IllegalStateException e) {
            ended(watched, "does not start: " + DiskTrouble.inWords(e));
        }
    }
}
