package org.parole.gateway.key;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.kit.start.SchemaReady;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The first key, without which nobody could make one: given in the environment, stored as a hash like any other. */
@ApplicationScoped
class BootstrapKey {

    private static final String NAME = "bootstrap";

    private final ApiKeys keys;
    private final Optional<String> text;

    BootstrapKey(ApiKeys keys, @ConfigProperty(name = "parole.bootstrap-key") Optional<String> text) {
        this.keys = keys;
        this.text = text.filter(key -> !key.isBlank());
    }

    void check(@Observes StartupEvent event) {
        if (text.isPresent() && !KeySecret.looksLikeOne(text.get())) {
            throw new ConfigurationException(
                    "PAROLE_BOOTSTRAP_KEY must be 'parole_' and then 40 to 128 letters and digits.");
        }
    }

    void atStart(@Observes SchemaReady event) {
        text.ifPresent(key -> keys.ensure(new KeySecret(key), NAME));
    }
}
