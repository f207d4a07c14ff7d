package org.parole.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtagsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', value = {"null | false", "identity | false", "gzip | true",
            "GZIP;q=0.5, br | true",
            "gzip;q=0 | false", "* | true", "*;q=0 | false", "*, gzip;q=0 | false", "x-gzip | true",
            "deflate, br | false", "'' | false",
            "gzip;q=nonsense | false"})
    void whether_an_answer_is_compressed_follows_from_what_the_client_takes(String header, boolean gzip) {
        assertThat(Encodings.acceptsGzip(header)).isEqualTo(gzip);
    }

    @Test
    void a_compressed_representation_has_another_tag_and_has_it_once() {
        assertThat(Etags.ofGzip("\"abc\"")).isEqualTo("\"abc-gzip\"");
        assertThat(Etags.ofGzip("\"abc-gzip\"")).isEqualTo("\"abc-gzip\"");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', value = {"null | true | null", "* | true | *",
            "\"a-gzip\" | true | \"a\"",
            "\"a-gzip\" | false | null", "\"a\" | false | \"a\"", "\"a\" | true | null",
            "\"a-gzip\", \"b\", \"c-gzip\" | true | \"a\", \"c\""})
    void a_client_is_told_not_modified_for_the_representation_that_it_would_get(String header, boolean gzip,
            String plain) {
        assertThat(Etags.ofPlain(header, gzip)).isEqualTo(plain);
    }
}
