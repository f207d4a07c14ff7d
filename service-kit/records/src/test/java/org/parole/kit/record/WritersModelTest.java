package org.parole.kit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every order of the steps of four writers, a reader of the feed and a reader of a record time. */
class WritersModelTest {

    /** Two of the same name, one of another, and one that is alone. */
    private static final List<WritersModel.Writer> WRITERS = List.of(new WritersModel.Writer("a", false),
            new WritersModel.Writer("a", false), new WritersModel.Writer("b", false),
            new WritersModel.Writer("a", true));

    private static final List<WritersModel.Writer> TWO_ALONE = List.of(new WritersModel.Writer("a", false),
            new WritersModel.Writer("a", true), new WritersModel.Writer("a", true));

    @Test
    void no_order_of_the_steps_makes_a_gap_a_twin_or_an_answer_that_changes() {
        WritersModel model = new WritersModel(WRITERS, WritersModel.Fault.NONE);
        assertThat(model.search()).isEmpty();
        assertThat(model.size()).isGreaterThan(50_000);
    }

    @Test
    void two_that_want_to_be_alone_come_one_after_the_other() {
        assertThat(new WritersModel(TWO_ALONE, WritersModel.Fault.NONE).search()).isEmpty();
    }

    /** Else the search would prove nothing. */
    @ParameterizedTest
    @EnumSource(value = WritersModel.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void each_part_of_the_protocol_is_needed(WritersModel.Fault fault) {
        assertThat(new WritersModel(TWO_ALONE, fault).search().or(() -> new WritersModel(WRITERS, fault).search()))
                .isPresent();
    }
}
