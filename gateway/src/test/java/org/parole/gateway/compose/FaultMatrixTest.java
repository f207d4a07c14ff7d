package org.parole.gateway.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;

/** Tries every cell of the table in docs/gateway.md but those of {@link QuotesDnsGoneTest} and {@link TalliesDnsGoneTest}. */
@QuarkusTest
class FaultMatrixTest extends FaultMatrix {

    static Stream<Arguments> cells() throws IOException {
        List<Arguments> all = cells((broken, fault) -> !fault.equals(DNS_GONE)).toList();
        // 7 views with each service broken in 6 ways, and passing on with one.
        assertThat(all).hasSize(90);
        return all.stream();
    }

    @ParameterizedTest(name = "{0} while {1} is broken: {2}")
    @MethodSource("cells")
    void every_view_is_honest_under_every_fault(String view, String broken, String fault, String expected)
            throws Exception {
        tryOut(view, broken, fault, expected);
    }
}
