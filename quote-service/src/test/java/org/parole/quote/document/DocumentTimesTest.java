package org.parole.quote.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.documentBody;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outlet;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.quoteBody;
import static org.parole.quote.support.Api.speaker;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DocumentTimesTest {

    private static final String JUST_AFTER_MIDNIGHT_IN_KABUL = "2020-04-08T00:30:00+04:30";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1399-01-19 | reads as Solar Hijri; that is 2020-04-07",
            "۱۳۹۹-۰۱-۱۹ | reads as Solar Hijri; that is 2020-04-07",
            "2563-04-07 | reads as Thai Buddhist; that is 2020-04-07", "2031-01-01 | must not be in the future",
            "2020-02-30 | must be a date that exists", "2031-01-01T00:00:00+04:30 | must not be in the future"})
    void times_that_cannot_be_are_refused(String time, String detail) {
        assertInvalidBody(post("/documents", with(documentBody(outlet()), "publishedAt", time)), "/publishedAt",
                detail);
    }

    @Test
    void the_today_of_a_newsroom_is_not_the_future() {
        var inKiribati = LocalDate.now(ZoneOffset.ofHours(14));
        created("/documents", with(documentBody(outlet()), "publishedAt", inKiribati.toString()));
        assertInvalidBody(post("/documents", with(documentBody(outlet()), "publishedAt",
                inKiribati.plusDays(1).toString())), "/publishedAt", "must not be in the future");
    }

    @Test
    void the_offset_of_a_publication_time_is_given_back_and_can_be_asked_for() {
        String outlet = outlet();
        String moment = created("/documents",
                with(documentBody(outlet), "publishedAt", JUST_AFTER_MIDNIGHT_IN_KABUL)).getString("id");
        assertThat(get("/documents/" + moment).getString("publishedAt")).isEqualTo(JUST_AFTER_MIDNIGHT_IN_KABUL);
        String day = created("/documents", with(documentBody(outlet), "publishedAt", "2020-05-01+04:30"))
                .getString("id");
        assertThat(get("/documents/" + day).getString("publishedAt")).isEqualTo("2020-05-01+04:30");
        for (String asked : List.of("2020-04-08+04:30", "2020-04-08[Asia/Kabul]", JUST_AFTER_MIDNIGHT_IN_KABUL,
                "2020-04-07", "2020-04-30[Asia/Kabul]", "2020-04-30T23:59:59+04:30")) {
            assertThat(publishedBy(outlet, asked)).as(asked).containsExactly(moment);
        }
        for (String asked : List.of("2020-04-07+04:30", "2020-04-07[Asia/Kabul]", "2020-04-07T23:59:59+04:30")) {
            assertThat(publishedBy(outlet, asked)).as(asked).isEmpty();
        }
        assertInvalidParameter(given().queryParam("publishedBy", "2020-04-07[Kabul]").get("/api/v1/documents"),
                "publishedBy", "2020-04-07[Asia/Kabul]");
    }

    private static List<String> publishedBy(String outlet, String time) {
        return given().queryParam("outlet", outlet).queryParam("publishedBy", time).get("/api/v1/documents").then()
                .statusCode(200).extract().jsonPath().getList("items.id", String.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2020-04-09 | must not be after its document was published, on 2020-04-08T00:30:00+04:30",
            "2020-05 | must not be after its document was published", "2031 | must not be in the future",
            "۱۳۹۹ | reads as Solar Hijri; that is 2020-03-20 to 2021-03-20",
            "1399-01 | reads as Solar Hijri; that is 2020-03-20 to 2020-04-19"})
    void words_are_not_said_after_they_were_printed(String saidOn, String detail) {
        String document = created("/documents",
                with(documentBody(outlet()), "publishedAt", JUST_AFTER_MIDNIGHT_IN_KABUL)).getString("id");
        assertInvalidBody(post("/quotes", with(quoteBody(document, speaker()), "saidOn", saidOn)), "/saidOn", detail);
    }

    @Test
    void a_document_is_not_moved_before_its_quotes() {
        String document = created("/documents",
                with(documentBody(outlet()), "publishedAt", JUST_AFTER_MIDNIGHT_IN_KABUL)).getString("id");
        String quote = created("/quotes", with(quoteBody(document, speaker()), "saidOn", "2020-04-08")).getString("id");
        assertThat(get("/quotes/" + quote).getString("document.publishedAt")).isEqualTo(JUST_AFTER_MIDNIGHT_IN_KABUL);
        assertProblem(patch("/documents/" + document, Map.of("publishedAt", "2020-04-01")), 409, "conflict");
        assertThat(get("/documents/" + document).getString("publishedAt")).isEqualTo(JUST_AFTER_MIDNIGHT_IN_KABUL);
    }
}
