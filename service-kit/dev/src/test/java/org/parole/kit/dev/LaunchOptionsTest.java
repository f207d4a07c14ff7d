package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {

    @Test
    void takes_port_8080_and_the_directory_data_unless_told() {
        assertThat(LaunchOptions.parse()).isEqualTo(new LaunchOptions(false, Path.of("").toAbsolutePath(),
                Path.of("data").toAbsolutePath(), 8080, true));
    }

    @Test
    void takes_what_it_is_told() {
        assertThat(LaunchOptions.parse("stop", "--port", "18080", "--data", "/srv/../srv/parole", "--no-sample",
                "--checkout", "/src"))
                .isEqualTo(new LaunchOptions(true, Path.of("/src"), Path.of("/srv/parole"), 18080, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "64614", "123456", "http", "8080 ", "٨"})
    void refuses_a_port_from_which_the_others_cannot_be_counted(String port) {
        assertThatThrownBy(() -> LaunchOptions.parse("--port", port)).isInstanceOf(LaunchFailure.class)
                .hasMessage("--port takes a number from 1 to 64613, or 0 for free ports; not " + port + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--data", "--checkout"})
    void says_which_value_is_missing(String option) {
        assertThatThrownBy(() -> LaunchOptions.parse(option)).isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(option + " needs a value");
    }

    @Test
    void refuses_what_it_does_not_know() {
        assertThatThrownBy(() -> LaunchOptions.parse("--ports")).isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Unknown argument --ports");
    }
}
