package org.parole.tally.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** Asserts that an answer is a problem, and which. */
public final class Problems {

    private Problems() {
    }

    public static void assertProblem(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:parole:problem:" + type);
        assertThat(response.asString()).doesNotContain("org.parole", "Exception", "select ");
    }

    public static void assertProblem(Response response, int status, String type, String pointer, String detail) {
        assertProblem(response, status, type);
        assertThat(response.jsonPath().getList("errors.pointer", String.class)).as(response.asString())
                .contains(pointer);
        assertThat(response.jsonPath().getList("errors.detail", String.class).toString()).contains(detail);
    }

    public static void assertInvalidBody(Response response, String pointer, String detail) {
        assertProblem(response, 422, "invalid-body", pointer, detail);
    }

    public static void assertInvalidParameter(Response response, String name, String detail) {
        assertProblem(response, 400, "invalid-parameter", name, detail);
    }
}
