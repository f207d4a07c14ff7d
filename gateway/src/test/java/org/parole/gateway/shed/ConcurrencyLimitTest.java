package org.parole.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private final AtomicLong now = new AtomicLong();
    private final ConcurrencyLimit limit = new ConcurrencyLimit(4, 3, now::get);

    /** Keeps what it is told. */
    private static final class Told implements ConcurrencyLimit.Waiter {
        private ConcurrencyLimit.Slot slot;
        private int refusals;

        @Override
        public void granted(ConcurrencyLimit.Slot granted) {
            assertThat(slot).isNull();
            slot = granted;
        }

        @Override
        public void refused() {
            refusals++;
        }
    }

    private List<ConcurrencyLimit.Slot> takeAll(String holder) {
        List<ConcurrencyLimit.Slot> slots = new ArrayList<>();
        for (ConcurrencyLimit.Slot slot = limit.tryAcquire(holder); slot != null; slot = limit.tryAcquire(holder)) {
            slots.add(slot);
        }
        return slots;
    }

    private Told waiting(String holder) {
        Told told = new Told();
        assertThat(limit.enqueue(holder, told)).isNotNull();
        return told;
    }

    @Test
    void as_many_as_there_are_slots_are_under_way_and_the_next_one_waits() {
        List<ConcurrencyLimit.Slot> slots = takeAll("a");
        assertThat(slots).hasSize(4);
        Told next = waiting("a");
        assertThat(next.slot).isNull();
        slots.get(0).release();
        assertThat(next.slot).isNotNull();
        assertThat(limit.active()).isEqualTo(4);
        assertThat(limit.waiting()).isZero();
    }

    @Test
    void a_slot_that_is_released_twice_comes_back_once() {
        List<ConcurrencyLimit.Slot> slots = takeAll("a");
        slots.get(0).release();
        slots.get(0).release();
        assertThat(limit.active()).isEqualTo(3);
        assertThat(takeAll("b")).hasSize(1);
    }

    @Test
    void who_holds_fewer_is_served_before_who_came_earlier() {
        List<ConcurrencyLimit.Slot> slots = takeAll("a");
        Told greedy = waiting("a");
        Told modest = waiting("b");
        slots.get(0).release();
        assertThat(modest.slot).isNotNull();
        assertThat(greedy.slot).isNull();
        slots.get(1).release();
        assertThat(greedy.slot).isNotNull();
    }

    @Test
    void a_full_queue_drops_the_newest_request_of_the_client_that_has_most_in_it() {
        takeAll("a");
        Told first = waiting("a");
        Told second = waiting("a");
        Told third = waiting("a");
        assertThat(limit.enqueue("a", new Told())).as("one more of the same").isNull();
        Told other = waiting("b");
        assertThat(third.refusals).isOne();
        assertThat(first.refusals + second.refusals + other.refusals).isZero();
        assertThat(limit.waiting()).isEqualTo(3);
        waiting("c");
        assertThat(second.refusals).isOne();
        assertThat(limit.enqueue("d", new Told())).as("nobody has more than the newcomer would have").isNull();
    }

    @Test
    void who_stops_waiting_is_given_nothing() {
        List<ConcurrencyLimit.Slot> slots = takeAll("a");
        Told told = new Told();
        ConcurrencyLimit.Ticket ticket = limit.enqueue("b", told);
        ticket.cancel();
        ticket.cancel();
        slots.forEach(ConcurrencyLimit.Slot::release);
        assertThat(told.slot).isNull();
        assertThat(told.refusals).isZero();
        assertThat(limit.active()).isZero();
        assertThat(limit.waiting()).isZero();
        assertThat(limit.holders()).isZero();
    }

    @Test
    void who_waits_too_long_is_refused() {
        takeAll("a");
        Told early = waiting("b");
        now.set(600);
        Told late = waiting("c");
        assertThat(limit.waitingFor(500)).isOne();
        now.set(1_001);
        limit.expire(1_000);
        assertThat(early.refusals).isOne();
        assertThat(late.refusals).isZero();
        assertThat(limit.waiting()).isOne();
    }

    @Test
    void a_caller_known_by_name_holds_no_more_than_a_quarter_while_others_wait() {
        List<ConcurrencyLimit.Slot> slots = takeAll("address");
        assertThat(slots.get(0).chargeTo("key")).isTrue();
        assertThat(slots.get(1).chargeTo("key")).as("nobody waits").isTrue();
        waiting("other");
        assertThat(slots.get(2).chargeTo("key")).isFalse();
        slots.forEach(ConcurrencyLimit.Slot::release);
        assertThat(limit.active()).as("the one that waited").isOne();
    }

    @Test
    void it_is_stuck_when_all_slots_are_taken_and_none_comes_back() {
        List<ConcurrencyLimit.Slot> slots = takeAll("a");
        now.set(100);
        assertThat(limit.isStuck(50)).isTrue();
        slots.get(0).release();
        assertThat(limit.isStuck(50)).isFalse();
        limit.tryAcquire("a");
        assertThat(limit.isStuck(50)).isFalse();
        now.set(200);
        assertThat(limit.isStuck(50)).isTrue();
    }

    @Test
    void whatever_many_threads_do_every_slot_comes_back() throws InterruptedException {
        ConcurrencyLimit busy = new ConcurrencyLimit(8, 16, System::nanoTime);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ConcurrentLinkedQueue<ConcurrencyLimit.Slot> granted = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Random random = new Random(t);
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 5_000; i++) {
                    String holder = "h" + random.nextInt(5);
                    ConcurrencyLimit.Slot slot = busy.tryAcquire(holder);
                    if (slot != null) {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        atOnce.decrementAndGet();
                        slot.release();
                        if (random.nextBoolean()) {
                            slot.release();
                        }
                    } else {
                        ConcurrencyLimit.Ticket ticket = busy.enqueue(holder, new ConcurrencyLimit.Waiter() {
                            @Override
                            public void granted(ConcurrencyLimit.Slot given) {
                                granted.add(given);
                            }

                            @Override
                            public void refused() {
                                // Nothing is held.
                            }
                        });
                        if (ticket != null && random.nextBoolean()) {
                            ticket.cancel();
                        }
                    }
                    if (random.nextInt(3) == 0) {
                        ConcurrencyLimit.Slot given = granted.poll();
                        if (given != null) {
                            given.release();
                        }
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (ConcurrencyLimit.Slot slot = granted.poll(); slot != null; slot = granted.poll()) {
            slot.release();
        }
        assertThat(most.get()).isLessThanOrEqualTo(8);
        assertThat(busy.active()).isZero();
        assertThat(busy.waiting()).isZero();
        assertThat(busy.holders()).isZero();
    }
}
