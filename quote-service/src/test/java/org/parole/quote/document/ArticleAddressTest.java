package org.parole.quote.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleAddressTest {

    private static final String ARTICLE = "https://news.example.org/2020/04/talks.html?id=7";

    @ParameterizedTest
    @ValueSource(strings = {"http://news.example.org/2020/04/talks.html?id=7",
            "https://NEWS.Example.ORG/2020/04/talks.html?id=7", "https://news.example.org:443/2020/04/talks.html?id=7",
            "https://www.news.example.org/2020/04/talks.html?id=7",
            "https://news.example.org/2020/04/talks.html?id=7#p4",
            "https://news.example.org/2020/04/talks.html?utm_source=x&id=7&utm_medium=social&fbclid=abc",
            "https://news.example.org/2020/04/talks.html?id=7&UTM_Campaign=y&gclid=1&at_medium=rss",
            "https://news.example.org/2020/04/talks.html?id=7#:~:text=fruitless",
            "https://news.example.org/2020/04/talks.amp.html?id=7",
            "https://amp.news.example.org/2020/04/talks.html?id=7",
            "https://news.example.org/amp/2020/04/talks.html?id=7",
            "https://news.example.org/2020/04/talks.html/amp/?id=7",
            "https://news.example.org/2020/04/talks.html?amp=1&id=7",
            "https://news.example.org/2020/04/talks.html?id=7&amp",
            "https://news.example.org/2020/04/talks.html?outputType=amp&id=7",
            "https://www.google.com/amp/s/news.example.org/2020/04/talks.html%3Fid=7",
            "https://news-example-org.cdn.ampproject.org/c/s/news.example.org/2020/04/talks.html?id=7&usqp=mq331",
            "https://news.example.org/2020/./04/x/../talks.html?id=7",
            "https://news.example.org/2020/04/%74alks.html?id=7",
            "https://news.example.org./2020/04/talks.html?id=7&", "https://m.news.example.org/2020/04/talks.html?id=7",
            "https://mobile.news.example.org/2020/04/talks.html?id=7",
            "https://www.news.example.org/2020/04/talks.html?id=7&utm_id=1&mc_cid=2",
            "https://news.example.org//2020/04//talks.html?id=7",
            "https://news.example.org/2020/04/talks.html?id=7&fb_action_ids=1",
            "https://news.example.org/2020/04/talks.html?id=7&gclid=1&gad_source=1&gad_campaignid=2",
            "https://news.example.org/2020/04/talks.html?ref=rss&id=7",
            "https://news.example.org/2020/04/talks.html?id=7&CMP=share_btn_tw",
            "https://touch.news.example.org/2020/04/talks.html?id=7",
            "https://news.example.org/2020/04/talks.html?id=7&amp;utm_source=x&amp;utm_medium=y",
            "https://news.example.org/2020/04/talks.html;jsessionid=0AF3.w1?id=7",
            "https://news.example.org/2020/04/talks.html?PHPSESSID=4711&id=7",
            "https://news.example.org/2020/04/talks.html?id=7#comments",
            "https://news.example.org/2020/04/talks.html?id=7#:~:text=a,b",
            "https://news.example.org/2020/04/talks.html?id=7&fb_source=feed",
            "https://news.example.org:80/2020/04/talks.html?id=7", "HTTPS://news.example.org/2020/04/talks.html?id=7",
            "https://news-example-org.cdn.ampproject.org/v/s/news.example.org/2020/04/talks.html?id=7&amp_js_v=0.1"})
    void the_addresses_of_one_article_have_one_key(String other) {
        assertThat(ArticleAddress.of(other)).isEqualTo(ArticleAddress.of(ARTICLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example.org/2020/04/talks.html?id=8",
            "https://news.example.org/2020/04/talks.html", "https://news.example.org/2020/04/Talks.html?id=7",
            "https://example.org/2020/04/talks.html?id=7", "https://news.example.com/2020/04/talks.html?id=7",
            "https://news.example.org:8443/2020/04/talks.html?id=7",
            "https://news.example.org/2020/04/talks.html?id=7&page=2",
            "https://news.example.org/2020/04/talks.html?id=7#!/second", "https://news.example.org/2020/04/?id=7",
            "https://news.example.org/2020/04/talks.html?id=7&ref=footnote", "https://news.example.org/amp?id=7",
            "https://news.example.org/2020/04/talks.html?id=7#/second",
            "https://sport.news.example.org/2020/04/talks.html?id=7",
            "https://news.example.org/2020/04/talks.html?id=7&lang=fr",
            "https://news.example.org/2020/05/talks.html?id=7",
            "https://news.example.org/2020/04/talks.htm?id=7",
            "https://news.example.org/2020/04/talks.html?id=7&story=2",
            "https://news.example.org/2020/04/talks.html?ID=7", "https://news.example.org/2020/04/talks.html?id=70"})
    void other_articles_have_others(String other) {
        assertThat(ArticleAddress.of(other)).isNotEqualTo(ArticleAddress.of(ARTICLE));
    }

    @Test
    void parameters_of_one_name_keep_their_order() {
        String two = "https://news.example.org/talks?id=1&id=2&page=3";
        assertThat(ArticleAddress.of("https://news.example.org/talks?page=3&id=1&id=2"))
                .isEqualTo(ArticleAddress.of(two));
        assertThat(ArticleAddress.of("https://news.example.org/talks?id=2&id=1&page=3"))
                .isNotEqualTo(ArticleAddress.of(two));
        assertThat(ArticleAddress.of("https://news.example.org/talks?ref=4471"))
                .isNotEqualTo(ArticleAddress.of("https://news.example.org/talks"));
    }

    @Test
    void letters_of_all_scripts_are_compared_however_they_are_escaped() {
        assertThat(ArticleAddress.of("https://xn--bcher-kva.example/\u0645\u0642\u0627\u0644?q=\u4E2D"))
                .isEqualTo(ArticleAddress.of("https://xn--bcher-kva.example/%D9%85%D9%82%D8%A7%D9%84?q=%e4%b8%ad"));
    }

    @ParameterizedTest
    @CsvSource({"https://президент.рф/events/1?utm_source=x,http://www.XN--D1ABBGF6AIIY.xn--p1ai/events/1/",
            "https://münchen.example/,https://xn--mnchen-3ya.example",
            "https://MÜNCHEN.example/a,https://m.münchen.example/a",
            "https://例え.jp/x,https://xn--r8jz45g.jp/x"})
    void a_host_is_the_same_in_its_script_and_in_punycode(String one, String other) {
        assertThat(ArticleAddress.of(other)).isEqualTo(ArticleAddress.of(one));
    }

    @Test
    void letters_with_marks_are_compared_however_they_are_composed() {
        assertThat(ArticleAddress.of("https://example.org/e\u0301change"))
                .isEqualTo(ArticleAddress.of("https://example.org/%C3%A9change"));
    }

    @Test
    void what_is_no_address_stays_as_it_is() {
        assertThat(ArticleAddress.of("https://")).isEqualTo("https://");
        assertThat(ArticleAddress.of("not an address")).isEqualTo("not an address");
        assertThat(ArticleAddress.of("https://amp.org/")).isEqualTo("amp.org");
    }

    @Test
    void a_long_address_takes_no_long_time() {
        long start = System.nanoTime();
        ArticleAddress.of("https://example.org/" + "amp/".repeat(480) + "?" + "a&".repeat(20));
        ArticleAddress.of("https://example.org/" + "/".repeat(1_900));
        ArticleAddress.of("https://example.org/" + "%41".repeat(650));
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/neighbours/addresses.txt", delimiter = '|', quoteCharacter = '^')
    void neighbours_of_the_cases_are_one_article_or_two(String right, String one, String other) {
        assertThat(ArticleAddress.of(one).equals(ArticleAddress.of(other))).isEqualTo(right.equals("="));
    }
}
