package org.parole.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LaneTest {

    private final AtomicLong time = new AtomicLong();
    private final Lane lane = new Lane(10, 4, time::get);

    @Test
    void places_are_taken_and_given_back() {
        assertThat(IntStream.range(0, 12).filter(n -> lane.enter()).count()).isEqualTo(10);
        assertThat(lane.inside()).isEqualTo(10);
        lane.leave();
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
        assertThat(lane.inside()).isEqualTo(10);
    }

    @Test
    void a_burst_may_wait() {
        assertThat(waiting(9)).isEqualTo(9);
        assertThat(lane.isCrowded()).isFalse();
    }

    @Test
    void a_burst_that_is_answered_within_the_window_is_no_crowd() {
        waiting(9);
        pass(20);
        answered(9);
        pass(10);
        assertThat(waiting(9)).isEqualTo(9);
        assertThat(lane.isCrowded()).isFalse();
    }

    @Test
    void as_many_as_may_stand_can_stand_for_ever() {
        waiting(4);
        for (int i = 0; i < 20; i++) {
            pass(30);
            answered(1);
            assertThat(waiting(1)).isEqualTo(1);
        }
        assertThat(lane.isCrowded()).isFalse();
    }

    @Test
    void those_who_keep_waiting_are_a_crowd_until_half_are_gone() {
        waiting(6);
        pass(30);
        waiting(1);
        pass(30);
        // In the window between these two there were never fewer than six.
        assertThat(waiting(1)).isZero();
        assertThat(lane.isCrowded()).isTrue();
        answered(4);
        assertThat(waiting(1)).as("a place that is free").isEqualTo(1);
        assertThat(waiting(1)).as("more than may stand").isZero();
        pass(30);
        assertThat(waiting(1)).as("three were left, which is more than half").isZero();
        answered(3);
        pass(30);
        assertThat(waiting(1)).isEqualTo(1);
        assertThat(lane.isCrowded()).isFalse();
        assertThat(waiting(9)).isEqualTo(9);
    }

    private long waiting(int more) {
        return IntStream.range(0, more).filter(n -> lane.await()).count();
    }

    private void answered(int many) {
        IntStream.range(0, many).forEach(n -> lane.answered());
    }

    private void pass(long millis) {
        time.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
