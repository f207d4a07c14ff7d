package org.parole.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.ViolationPointers;

class ConstraintsTest {

    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    record Sample(@Slug String slug, @LanguageTag String language, @CountryCode String country,
            @WikidataItem String item, @IfMatch String ifMatch, @Size(max = 4) String name,
            @Size(min = 2, max = 3) List<@Slug String> parties, @Size(min = 1) String word) {

        static Sample slug(String slug) {
            return new Sample(slug, null, null, null, null, null, null, null);
        }
    }

    record Link(@WebAddress String url) {
    }

    record Change(@Reason String reason) {
    }

    record Label(@NotBlank(message = "must not be blank") String label, @NotNull Integer count) {
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    private static List<String> errors(Object sample) {
        return VALIDATOR.validate(sample).stream().map(violation -> ViolationPointers.error("", violation))
                .sorted(ViolationPointers.ORDER).map(ConstraintsTest::line).toList();
    }

    private static String line(FieldError error) {
        return error.pointer() + " " + error.detail();
    }

    @Test
    void valid_and_missing_values_have_no_error() {
        assertThat(errors(new Sample("us-taliban-2020", "fa-AF", "QA", "Q42", "\"x\"", "name",
                List.of("taliban", "qatar"), "w"))).isEmpty();
        assertThat(errors(Sample.slug(null))).isEmpty();
        assertThat(errors(Sample.slug("a".repeat(100)))).isEmpty();
    }

    @Test
    void a_bad_slug_is_one_error_with_what_came() {
        assertThat(errors(Sample.slug("US Taliban"))).containsExactly(
                "/slug must be a slug of at most 100 characters: lower-case letters, digits and single hyphens; it is 'US Taliban'");
        assertThat(errors(Sample.slug("a".repeat(101)))).singleElement().asString()
                .endsWith("; it is '" + "a".repeat(60) + "…' with 101 characters");
    }

    @Test
    void each_form_says_what_is_expected() {
        assertThat(errors(new Sample(null, "english language", "Qatar", "42", "x".repeat(256), null, null, null)))
                .containsExactly(
                        "/country must be an ISO 3166 country code such as QA; it is 'Qatar'",
                        "/ifMatch must be the ETag from the last read of the record, of at most 255 characters; it is '"
                                + "x".repeat(60) + "…' with 256 characters",
                        "/item must be a Wikidata item such as Q42; it is '42'",
                        "/language must be a BCP 47 language tag such as en or fa-AF; it is 'english language'");
    }

    @Test
    void a_size_counts_characters_or_items() {
        assertThat(errors(new Sample(null, null, null, null, null, "five5", List.of("Taliban"), "")))
                .containsExactly("/name must have at most 4 characters; it has 5 characters",
                        "/parties must have 2 to 3 items; it has 1 item",
                        "/parties/0 must be a slug of at most 100 characters: lower-case letters, digits and single hyphens; it is 'Taliban'",
                        "/word must have at least 1 character; it has 0 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://президент.рф/events/1", "https://münchen.example/", "https://例え.jp/",
            "https://xn--mnchen-3ya.example/a?b=c#d", "HTTP://EXAMPLE.ORG:8080", "https://r3---sn-x.example.org/",
            "https://[::1]/",
            "https://مثال.إختبار/خبر", "https://example.org./?x=a@b"})
    void an_address_may_be_written_in_any_script(String address) {
        assertThat(errors(new Link(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"https://xn--a.example/ | must have a valid host name",
            "https://XN--a/ | must have a valid host name", "https://münchen..example/ | must have a valid host name",
            "https://a b.example/ | must have a valid host name",
            "https://me:secret@example.org/ | must not contain a user",
            "https://me@münchen.example/ | must not contain a user", "https://@example.org/ | must not contain a user",
            "https:///path | must be an http or https URL", "ftp://example.org/ | must be an http or https URL",
            "https://example.org:99999/ | must be an http or https URL", "example.org | must be an http or https URL"})
    void what_is_no_address_is_told_why(String address, String why) {
        assertThat(errors(new Link(address))).singleElement().asString().startsWith("/url " + why)
                .doesNotContain("secret");
    }

    @Test
    void a_change_needs_a_reason() {
        assertThat(errors(new Change("Entered twice"))).isEmpty();
        for (String missing : Arrays.asList(null, "", " ")) {
            assertThat(errors(new Change(missing))).singleElement().asString()
                    .startsWith("/reason must say why, in 1 to 500 characters");
        }
        assertThat(errors(new Change("x".repeat(501)))).containsExactly(
                "/reason must say why, in 1 to 500 characters; it is '" + "x".repeat(60) + "…' with 501 characters");
    }

    @Test
    void a_blank_or_missing_value_is_not_repeated() {
        assertThat(errors(new Label(" ", null))).containsExactly("/count must be given", "/label must not be blank");
    }
}
