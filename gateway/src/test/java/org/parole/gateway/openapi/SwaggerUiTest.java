package org.parole.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parole.gateway.testing.Browser;
import org.parole.gateway.testing.StubService;
import org.parole.gateway.testing.StubbedServices;
import org.parole.gateway.testing.StubbedTest;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SwaggerUiTest extends StubbedTest {

    private static final String DOSSIER = "#operations-Dossiers-getDossier";
    private static final String ADD_OUTLET = "#operations-Outlets-createOutlet";

    @TestHTTPResource("swagger-ui")
    URL page;

    private Browser browser;

    @BeforeEach
    void open() {
        assumeTrue(Browser.program().isPresent(), "Skipped: no Chromium is installed here");
        browser = Browser.start();
        browser.open(page.toString());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void the_page_lists_the_operations_and_a_dossier_can_be_tried_out() {
        tallies.when("GET", "/api/v1/agreements/us-taliban-2020",
                StubService.json(200, "{\"slug\":\"us-taliban-2020\"}"));
        tallies.when("GET", "/api/v1/(commitments|tallies)", StubService.json(200, "{\"items\":[]}"));
        quotes.when("GET", "/api/v1/quotes", StubService.json(200, "{\"items\":[]}"));

        browser.until("document.querySelectorAll('.opblock').length > 20");
        assertThat(browser.text(".opblock-tag")).startsWith("Dossiers");
        browser.click(DOSSIER + " .opblock-summary-control");
        browser.click(DOSSIER + " .execute");
        assertThat(browser.text(DOSSIER + " .live-responses-table .response .response-col_status"))
                .as(browser.text(DOSSIER + " .live-responses-table")).startsWith("200");
        assertThat(browser.text(DOSSIER + " .live-responses-table .response .response-col_description"))
                .contains("us-taliban-2020");
    }

    @Test
    void a_key_that_is_entered_once_goes_with_every_write() {
        quotes.when("POST", "/api/v1/outlets", StubService.json(201, "{\"name\":\"created\"}"));

        browser.click(".btn.authorize");
        browser.type(".auth-container input[type=text], .auth-container input[type=password]",
                StubbedServices.BOOTSTRAP_KEY);
        browser.click(".auth-btn-wrapper .authorize");
        browser.click(".auth-btn-wrapper .btn-done");
        browser.click(ADD_OUTLET + " .opblock-summary-control");
        browser.click(ADD_OUTLET + " .execute");
        assertThat(browser.text(ADD_OUTLET + " .live-responses-table .response .response-col_status"))
                .startsWith("201");
        assertThat(quotes.last().header("Authorization")).startsWith("Bearer eyJ");
    }
}
