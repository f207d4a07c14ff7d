package org.parole.tally.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parole.tally.support.Api.commitment;
import static org.parole.tally.support.Api.get;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** What is shipped goes its rounds by itself. */
@QuarkusIntegrationTest
@TestProfile(EvidenceIT.ManyRounds.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(EvidenceTest.QuoteService.class)
class EvidenceIT {

    /** A round each second, so that the test need not wait long. */
    public static class ManyRounds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parole.evidence.recheck-every", "1s");
        }
    }

    private static void awaitCheck(String path, String result) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(path).getString("evidenceCheck")).isEqualTo(result));
    }

    @Test
    void what_the_quote_service_says_is_written_down() {
        var verified = UUID.randomUUID();
        EvidenceTest.answer(verified, EvidenceTest.quote("DIRECT", "EXACT"));
        String commitment = commitment();
        awaitCheck("/release-reports/" + EvidenceTest.reportWith(commitment, verified, "INDIRECT"), "VERIFIED");
        awaitCheck("/release-reports/" + EvidenceTest.reportWith(commitment, UUID.randomUUID(), "DIRECT"), "MISSING");
    }
}
