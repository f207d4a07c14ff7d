package org.parole.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.security.PublicKey;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.kit.dev.SigningKeys;
import org.parole.kit.dev.TestTokens;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.util.KeyUtils;

class VerifiedTokensTest {

    private final VerifiedTokens tokens = new VerifiedTokens();
    private final SigningKeys keys = SigningKeys.generate();
    private JWTAuthContextInfo rules;

    @BeforeEach
    void trustTheKeys() throws Exception {
        rules = trusting(keys);
    }

    private static JWTAuthContextInfo trusting(SigningKeys keys) throws Exception {
        PublicKey key = KeyUtils.decodePublicKey(keys.publicKey(), SignatureAlgorithm.ES256);
        JWTAuthContextInfo rules = new JWTAuthContextInfo(key, TestTokens.ISSUER);
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        rules.setClockSkew(0);
        rules.setExpectedAudience(Set.of(TestTokens.AUDIENCE));
        return rules;
    }

    private String token(String role, Duration lifetime) {
        return TestTokens.bearer(keys, "desk", role, lifetime).substring("Bearer ".length());
    }

    @Test
    void a_token_is_verified_once() throws Exception {
        String token = token("editor", Duration.ofMinutes(1));
        var first = tokens.parse(token, rules);
        assertThat(first.getName()).isEqualTo("desk");
        assertThat(first.getGroups()).containsExactlyInAnyOrder("reader", "contributor", "editor");
        assertThat(tokens.parse(token, rules)).isSameAs(first);
        assertThat(tokens.parse(token("editor", Duration.ofMinutes(1)), rules)).isNotSameAs(first);
    }

    @Test
    void what_was_verified_vouches_for_no_other_token() throws Exception {
        String token = token("reader", Duration.ofMinutes(1));
        tokens.parse(token, rules);
        String[] parts = token.split("\\.");
        String[] others = token("admin", Duration.ofMinutes(1)).split("\\.");
        for (String forged : new String[]{parts[0] + "." + others[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + others[2], parts[0] + "." + parts[1] + ".", token + "x"}) {
            assertThatThrownBy(() -> tokens.parse(forged, rules)).as(forged).isInstanceOf(ParseException.class);
        }
    }

    @Test
    void what_was_refused_is_refused_again() {
        SigningKeys strangers = SigningKeys.generate();
        String token = TestTokens.bearer(strangers, "desk", "admin", Duration.ofMinutes(1))
                .substring("Bearer ".length());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.parse(token, rules)).isInstanceOf(ParseException.class);
        }
    }

    @Test
    void a_token_is_not_valid_for_longer_because_it_was_verified() throws Exception {
        String token = token("editor", Duration.ofSeconds(2));
        tokens.parse(token, rules);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThatThrownBy(() -> tokens.parse(token, rules)).isInstanceOf(ParseException.class));
    }
}
