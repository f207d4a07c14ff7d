package org.parole.gateway.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parole.gateway.testing.StubbedProfile;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The column of the table in docs/gateway.md where the name of a service leads nowhere. */
@QuarkusTest
@TestProfile(QuotesDnsGoneTest.NameUnknown.class)
class QuotesDnsGoneTest extends FaultMatrix {

    /** A name of which it is certain that nobody has it (RFC 6761, 6.4). */
    public static class NameUnknown extends StubbedProfile {
        public NameUnknown() {
            super("quotes_gone", Map.of("parole.services.quote-url", "http://quotes.invalid:8081"));
        }
    }

    static Stream<Arguments> cells() throws IOException {
        List<Arguments> all = cells((broken, fault) -> broken.equals("quotes") && fault.equals(DNS_GONE)).toList();
        assertThat(all).hasSize(8);
        return all.stream();
    }

    @ParameterizedTest(name = "{0} while {1} is broken: {2}")
    @MethodSource("cells")
    void every_view_is_honest_while_a_name_is_not_known(String view, String broken, String fault, String expected)
            throws Exception {
        tryOut(view, broken, fault, expected);
    }
}
