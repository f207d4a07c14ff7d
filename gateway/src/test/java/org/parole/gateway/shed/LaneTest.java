package org.parole.gateway.shed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LaneTest {

    private final AtomicLong time = new AtomicLong();
    private final Lane lane = new Lane(30, 16, 4, Duration.ofMillis(10), time::get);

    @Test
    void places_are_taken_and_given_back() {
        assertThat(IntStream.range(0, 32).filter(n -> lane.enter()).count()).isEqualTo(30);
        assertThat(lane.inside()).isEqualTo(30);
        lane.leave();
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
        assertThat(lane.inside()).isEqualTo(30);
    }

    @Test
    void a_burst_may_wait() {
        assertThat(waiting(20)).isEqualTo(16);
        assertThat(lane.isCrowded()).isFalse();
    }

    @Test
    void a_burst_that_is_answered_within_the_window_is_no_crowd() {
        waiting(16);
        pass(20);
        answered(16);
        pass(10);
        assertThat(waiting(16)).isEqualTo(16);
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
    void those_who_keep_waiting_are_a_crowd_after_which_places_come_back_little_by_little() {
        crowd();
        answered(4);
        assertThat(waiting(5)).as("a place that is free").isEqualTo(1);
        pass(30);
        assertThat(waiting(5)).as("three were left, which is more than half").isZero();
        answered(3);
        pass(30);
        assertThat(waiting(9)).as("one was left: a place comes back").isEqualTo(4);
        answered(5);
        pass(30);
        assertThat(waiting(9)).isEqualTo(6);
        assertThat(lane.isCrowded()).isTrue();
    }

    @Test
    void after_a_time_with_nobody_a_burst_may_wait_again() {
        crowd();
        answered(7);
        pass(1000);
        assertThat(waiting(20)).isEqualTo(16);
        assertThat(lane.isCrowded()).isFalse();
    }

    @Test
    void more_may_stand_where_answers_come_fast() {
        waiting(12);
        passWithAnswers(10);
        assertThat(lane.isCrowded()).isFalse();
        waiting(3);
        passWithAnswers(3);
        assertThat(waiting(1)).isZero();
        assertThat(lane.isCrowded()).as("more than twelve wait longer than ten milliseconds").isTrue();
        answered(12);
        assertThat(waiting(20)).isEqualTo(12);
    }

    /** Windows with 32 answers each, whose places are taken by others: twelve in ten milliseconds. */
    private void passWithAnswers(int windows) {
        for (int i = 0; i < windows; i++) {
            for (int n = 0; n < 32; n++) {
                answered(1);
                waiting(1);
            }
            pass(25);
        }
    }

    /** Seven who have been waiting for more than a window, where four may stand. */
    private void crowd() {
        waiting(6);
        pass(30);
        waiting(1);
        pass(30);
        // In the window between these two there were never fewer than six.
        assertThat(waiting(1)).isZero();
        assertThat(lane.isCrowded()).isTrue();
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
