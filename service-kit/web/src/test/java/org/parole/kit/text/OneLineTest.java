package org.parole.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"Javid Faisal", "Zalmay Khalīlzād", "O'Neill-Smith, Jr. (2nd)", "جاويد فيصل",
            "می\u200Cخواهم", "क्\u200Dष",
            "גֵּרְשַׁיִם", "習近平", "Пётр", "a\u00A0b", ""})
    void names_of_all_scripts_are_taken(String name) {
        assertThat(OneLine.Check.defectOf(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"9, U+0009", "10, U+000A", "13, U+000D", "133, U+0085", "8232, U+2028", "8238, U+202E", "8294, U+2066",
            "8206, U+200E",
            "8203, U+200B", "8204, U+200C", "8205, U+200D", "65279, U+FEFF", "173, U+00AD", "8288, U+2060",
            "12644, U+3164", "847, U+034F",
            "65039, U+FE0F", "57344, U+E000", "917569, U+E0041"})
    void what_nobody_sees_is_named(int character, String name) {
        assertThat(OneLine.Check.defectOf("a" + Character.toString(character) + "b")).isEqualTo(name);
        assertThat(OneLine.Check.defectOf(Character.toString(character))).isEqualTo(name);
    }

    @Test
    void a_joiner_at_the_edge_of_a_name_joins_nothing() {
        assertThat(OneLine.Check.defectOf("می\u200C")).isEqualTo("U+200C");
        assertThat(OneLine.Check.defectOf("\u200Cمی")).isEqualTo("U+200C");
    }

    @Test
    void a_name_that_is_written_in_the_other_direction_is_isolated_and_no_other() {
        assertThat(Names.isolated("Javid Faisal")).isEqualTo("Javid Faisal");
        assertThat(Names.isolated("جاويد")).isEqualTo("\u2068جاويد\u2069");
        assertThat(Names.isolated(null)).isNull();
    }
}
