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
    void if_match_compares_strongly_and_if_none_match_weakly(String header, boolean strongly, boolean weakly) {
        assertThat(Etags.matchesStrongly(header, "\"a\"")).isEqualTo(strongly);
        assertThat(Etags.matches(header, "\"a\"")).isEqualTo(weakly);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', quoteCharacter = '`', value = {"null | false", "identity | false",
            "gzip | true",
            "GZIP;q=0.5, br | true", "gzip;q=0 | false", "* | true", "*;q=0 | false", "*, gzip;q=0 | false",
            "x-gzip | true",
            "deflate, br | false", "gzip;q=nonsense | false"})
    void an_answer_is_compressed_where_the_client_takes_gzip(String header, boolean gzip) {
        assertThat(Encodings.acceptsGzip(header)).isEqualTo(gzip);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"abc\" | \"abc-gzip\"", "\"abc-gzip\" | \"abc-gzip\""})
    void a_compressed_representation_has_another_tag_and_has_it_once(String tag, String compressed) {
        assertThat(Etags.ofGzip(tag)).isEqualTo(compressed);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', quoteCharacter = '`', value = {"null | true | null",
            "* | true | *",
            "\"a-gzip\" | true | \"a\"", "\"a-gzip\" | false | null", "\"a\" | false | \"a\"", "\"a\" | true | null",
            "\"a-gzip\", \"b\", \"c-gzip\" | true | \"a\", \"c\""})
    void a_client_is_told_not_modified_for_the_representation_that_it_would_get(String header, boolean gzip,
            String plain) {
        assertThat(Etags.ofPlain(header, gzip)).isEqualTo(plain);
    }
}
