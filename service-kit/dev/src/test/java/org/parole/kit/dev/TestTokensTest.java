package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class TestTokensTest {

    @Test
    void vouch_for_a_caller_with_its_role_and_the_lower_ones() throws Exception {
        JsonNode claims = claims(TestTokens.bearer("an \"editor\"", "editor"));
        assertThat(claims.get("sub").textValue()).isEqualTo("an \"editor\"");
        assertThat(claims.get("groups")).extracting(JsonNode::textValue).containsExactly("reader", "contributor",
                "editor");
        assertThat(claims.get("exp").longValue()).isBetween(Instant.now().getEpochSecond(),
                Instant.now().plusSeconds(61).getEpochSecond());
    }

    @Test
    void are_signed_by_the_pair_of_this_jvm() throws Exception {
        String[] parts = TestTokens.bearer("somebody", "admin").substring("Bearer ".length()).split("\\.");
        String pem = TestTokens.keys().publicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void know_no_other_role() {
        assertThatThrownBy(() -> TestTokens.bearer("somebody", "owner")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void show_no_private_key_in_a_log() {
        assertThat(TestTokens.keys().toString()).doesNotContain("PRIVATE");
    }

    private static JsonNode claims(String bearer) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]));
    }
}
