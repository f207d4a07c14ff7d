package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class SupervisorTest {

    @Test
    void the_wait_before_a_start_grows_to_a_minute_and_never_ends() {
        Backoff backoff = new Backoff();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        long[] seconds = new long[12];
        for (int i = 0; i < seconds.length; i++) {
            backoff.started(now);
            now = now.plusSeconds(1);
            seconds[i] = backoff.ended(now).toSeconds();
        }
        assertThat(seconds).containsExactly(0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60);
        backoff.started(now);
        assertThat(backoff.ended(now.plus(Duration.ofMinutes(2)))).as("after it has run well").isZero();
    }

    @Test
    void what_ends_is_started_again_and_told_also_when_it_does_not_start_at_first() throws InterruptedException {
        List<String> said = new CopyOnWriteArrayList<>();
        AtomicInteger starts = new AtomicInteger();
        Supervisor supervisor = new Supervisor(said::add);
        supervisor.watch(new Supervisor.Supervised() {
            @Override
            public String name() {
                return "database";
            }

            @Override
            public boolean isRunning() {
                return starts.get() > 1;
            }

            @Override
            public String howItEnded() {
                return "ended by itself";
            }

            @Override
            public void startAgain() throws IOException {
                if (starts.incrementAndGet() == 1) {
                    throw new IOException("could not write: No space left on device");
                }
            }

            @Override
            public boolean isReady() {
                return true;
            }
        });
        Thread thread = new Thread(() -> {
            try {
                supervisor.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        await().until(() -> said.size() >= 3);
        thread.interrupt();
        thread.join();
        assertThat(said).containsExactly("database ended by itself; starting it again",
                "database does not start: the disk is full. Make room on it, or choose a directory on another one with --data; "
                        + "starting it again in 1 s",
                "database is ready");
    }

    @Test
    void a_full_and_a_read_only_disk_are_told_apart_and_nothing_else_is_taken_for_one() {
        assertThat(DiskTrouble.of(new IOException("a: No space left on device"))).contains("full");
        assertThat(DiskTrouble.of(new IllegalStateException("x", new IOException("Disk quota exceeded"))))
                .contains("full");
        assertThat(DiskTrouble.of(new IOException("a: Read-only file system"))).contains("cannot be written to");
        assertThat(DiskTrouble.of(new AccessDeniedException("a"))).contains("cannot be written to");
        assertThat(DiskTrouble.of(new IOException("Connection refused"))).isNull();
    }
}
