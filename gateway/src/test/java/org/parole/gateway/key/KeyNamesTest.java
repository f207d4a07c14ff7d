package org.parole.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNamesTest {

    @ParameterizedTest
    @CsvSource({"newsroom, NewsRoom", "newsroom, newsrооm", "paypal, раураl", "desk one, desk  one", "desk1, deskl",
            "ops, οps",
            "newsroom, ｎｅｗｓｒｏｏｍ"})
    void names_that_look_alike_are_one(String name, String other) {
        assertThat(KeyNames.look(other)).isEqualTo(KeyNames.look(name));
    }

    @ParameterizedTest
    @CsvSource({"newsroom, newsroom-2", "desk a, desk b", "wire, wine"})
    void names_that_differ_to_the_eye_are_two(String name, String other) {
        assertThat(KeyNames.look(other)).isNotEqualTo(KeyNames.look(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Admin", "аdmin", "bootstrap", "nobody  known", "SYSTEM"})
    void names_of_the_house_are_reserved(String name) {
        assertThat(KeyNames.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsroom-import", "administration", "reader-2"})
    void others_are_not(String name) {
        assertThat(KeyNames.isReserved(name)).isFalse();
    }
}
