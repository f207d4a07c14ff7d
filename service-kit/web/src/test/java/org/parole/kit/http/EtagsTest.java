package org.parole.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two comparisons of RFC 9110, 8.8.3.2. */
class EtagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"a\" | true | true", "W/\"a\" | false | true",
            "\"b\" | false | false", "\"b\", \"a\" | true | true", "W/\"a\", \"b\" | false | true",
            "W/\"a\", \"a\" | true | true", "* | true | true", "a | true | true", "\"A\" | false | false"})
    void ifMatchComparesStronglyAndIfNoneMatchWeakly(String header, boolean strongly, boolean weakly) {
        assertThat(Etags.matchesStrongly(header, "\"a\"")).isEqualTo(strongly);
        assertThat(Etags.matches(header, "\"a\"")).isEqualTo(weakly);
    }
}
