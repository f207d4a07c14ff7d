package org.parole.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    @Test
    void when_everything_fails_a_tenth_is_tried_again_once_what_was_saved_is_used_up() {
        RetryBudget budget = new RetryBudget();
        long retries = IntStream.range(0, 1_000).filter(request -> {
            budget.requestMade();
            return budget.mayRetry();
        }).count();
        // Ten were saved up, and each request earns a tenth but the first, which finds the savings full: 10 + 99.9.
        assertThat(retries).isEqualTo(109);
    }

    @Test
    void what_is_saved_up_while_all_is_well_is_no_more_than_ten_retries() {
        RetryBudget budget = new RetryBudget();
        IntStream.range(0, 100_000).forEach(request -> budget.requestMade());
        assertThat(IntStream.range(0, 1_000).filter(request -> budget.mayRetry()).count()).isEqualTo(10);
    }
}
