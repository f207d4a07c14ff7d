package org.parole.kit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.time.AsOf;

import io.quarkus.runtime.configuration.DurationConverter;

/** An answer is called immutable only after every transaction that could change it has ended. */
class SettledTest {

    private static final String TIMEOUT = "quarkus.transaction-manager.default-transaction-timeout";
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

    @Test
    void no_transaction_lives_until_its_time_is_settled() throws IOException {
        Duration longest = new DurationConverter().convert(kitSettings().getProperty(TIMEOUT));
        assertThat(longest).isPositive();
        assertThat(AsOf.SETTLED_AFTER).isGreaterThanOrEqualTo(longest.plus(CLOCKS_DIFFER_BY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote-service", "tally-service"})
    void no_service_lets_its_transactions_live_longer(String service) throws IOException {
        assertThat(Files.readString(Path.of("../..", service, "src/main/resources/application.properties")))
                .doesNotContain(TIMEOUT);
    }

    @Test
    void a_time_is_settled_after_five_minutes() {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(AsOf.isSettled(now.minus(Duration.ofMinutes(5)), now)).isFalse();
        assertThat(AsOf.isSettled(now.minus(Duration.ofMinutes(5)).minusMillis(1), now)).isTrue();
    }

    private static Properties kitSettings() throws IOException {
        Properties settings = new Properties();
        for (URL file : Collections
                .list(SettledTest.class.getClassLoader().getResources("META-INF/microprofile-config.properties"))) {
            if (file.toString().contains("service-kit") || file.toString().contains("parole-kit")) {
                try (InputStream in = file.openStream()) {
                    settings.load(in);
                }
            }
        }
        return settings;
    }
}
