package org.parole.quote.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.created;
import static org.parole.quote.support.Api.etag;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Api.outletBody;
import static org.parole.quote.support.Api.patch;
import static org.parole.quote.support.Api.post;
import static org.parole.quote.support.Api.retract;
import static org.parole.quote.support.Api.unique;
import static org.parole.quote.support.Api.with;
import static org.parole.quote.support.Problems.assertInvalidBody;
import static org.parole.quote.support.Problems.assertInvalidParameter;
import static org.parole.quote.support.Problems.assertProblem;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OutletTest {

    @Test
    void names_are_unique_however_they_are_written() {
        String name = "L\u2019\u00C9cho du matin " + unique();
        String id = created("/outlets", with(outletBody(), "name", name)).getString("id");
        assertProblem(post("/outlets", with(outletBody(), "name", name.replace('\u00C9', 'E').replace("\u2019", "'"))),
                409, "conflict", "/name", id);
        String other = "/outlets/" + created("/outlets", outletBody()).getString("id");
        assertProblem(patch(other, Map.of("name", name)), 409, "conflict", "/name", id);
        retract("/outlets/" + id).then().statusCode(204);
        patch(other, Map.of("name", name)).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"name | - | /name | must not be blank",
            "kind | BLOG | /kind | WIRE, NEWSPAPER",
            "url | x | /url | http or https", "country | Qatar | /country | ISO 3166",
            "language | ? | /language | BCP 47", "nmae | x | /nmae | name"})
    void bad_fields_are_named(String field, String value, String pointer, String detail) {
        assertInvalidBody(post("/outlets", with(outletBody(), field, value)), pointer, detail);
    }

    @Test
    void a_name_has_at_most_200_characters() {
        String name = (unique() + "x".repeat(200)).substring(0, 200);
        post("/outlets", with(outletBody(), "name", name)).then().statusCode(201);
        assertInvalidBody(post("/outlets", with(outletBody(), "name", "x".repeat(201))), "/name",
                "must have at most 200 characters; it has 201 characters");
    }

    @Test
    void lists_by_name_in_pages() {
        String prefix = "Aa " + unique() + " ";
        String b = created("/outlets", with(outletBody(), "name", prefix + "b", "country", "TV")).getString("id");
        String a = created("/outlets", with(outletBody(), "name", prefix + "a", "country", "TV")).getString("id");
        JsonPath first = get("/outlets?country=TV&limit=1");
        assertThat(first.getList("items.id", String.class)).containsExactly(a);
        JsonPath second = get("/outlets?country=TV&limit=1&cursor=" + first.getString("next"));
        assertThat(second.getList("items.id", String.class)).containsExactly(b);
        assertThat(second.getString("next")).isNull();
        assertThat(get("/outlets?name=" + prefix.toUpperCase() + "A").getList("items.id", String.class))
                .containsExactly(a);
        assertInvalidParameter(given().get("/api/v1/outlets?country=Tuvalu"), "country", "ISO 3166");
    }

    @Test
    void reads_are_conditional() {
        String path = "/outlets/" + created("/outlets", outletBody()).getString("id");
        given().header("If-None-Match", etag(path)).get("/api/v1" + path).then().statusCode(304);
        given().head("/api/v1" + path).then().statusCode(200);
    }

    @Test
    void wrong_methods_and_paths_are_problems() {
        assertProblem(as("editor").put("/api/v1/outlets"), 405, "method-not-allowed");
        assertProblem(given().get("/api/v1/outlet"), 404, "not-found");
        assertProblem(given().accept("image/png").get("/api/v1/outlets"), 406, "not-acceptable");
    }
}
