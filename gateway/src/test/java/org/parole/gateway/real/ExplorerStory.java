package org.parole.gateway.real;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.parole.gateway.testing.StubbedServices;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An agreement, an exchange and a story about them, each of whose texts would run if any page took it for markup. */
final class ExplorerStory {

    /** Breaks out of attributes, elements, scripts, addresses, templates and styles, wherever one of them takes it as it is. */
    static final String HOSTILE = "\"'><img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
            + "{7*7}{{7*7}}${7*7}</textarea></title></style><svg onload=document.title='hacked'>&lt;b&gt;]]>";

    /** The same for what is short. */
    static final String HOSTILE_IN_SHORT = "\"><img src=x onerror=\"document.title='hacked'\"><svg onload=alert(1)>{7*7}";

    final String document;
    final String quote;
    final String report;
    final String speaker;

    private ExplorerStory(JsonPath intake) {
        document = intake.getString("documentId");
        quote = intake.getString("quotes[0].id");
        report = intake.getString("releaseReports[0].id");
        speaker = intake.getString("speakers[0].id");
    }

    /** Records all of it; again changes nothing. */
    static ExplorerStory record() {
        create("parties", party("hostile-north", "North "));
        create("parties", party("hostile-south", "South "));
        ObjectNode agreement = object().put("slug", "hostile-2020").put("title", "Agreement " + HOSTILE)
                .put("signedOn", "2020-02-29").put("place", "Place " + HOSTILE).put("note", "Note " + HOSTILE);
        agreement.putArray("signatories").add("hostile-north");
        agreement.putArray("boundParties").add("hostile-north").add("hostile-south");
        create("agreements", agreement);
        ObjectNode exchange = object().put("slug", "hostile-swap").put("title", "Exchange " + HOSTILE)
                .put("place", "Place " + HOSTILE).put("note", "Note " + HOSTILE).put("startedOn", "2020-04-01");
        exchange.putArray("parties").add("hostile-north").add("hostile-south");
        create("exchanges", exchange);
        create("commitments", commitment("hostile-captives").put("agreement", "hostile-2020"));
        create("commitments", commitment("hostile-swapped").put("exchange", "hostile-swap"));
        return new ExplorerStory(intake());
    }

    private static JsonPath intake() {
        ObjectNode body = object();
        ObjectNode document = body.putObject("document").put("url", "https://hostile.example/?q=%22%3E%3Cb%3E")
                .put("title", "Title " + HOSTILE).put("publishedAt", "2020-04-08").put("language", "en")
                .put("textKind", "FULL")
                .put("text", "Before it. They freed 100 of us " + HOSTILE + " that day. After it.");
        document.putObject("outlet").put("name", "Outlet " + HOSTILE).put("kind", "NEWSPAPER");
        ObjectNode speaker = body.putArray("speakers").addObject().put("label", "s").put("name", "Speaker " + HOSTILE)
                .put("kind", "PERSON").put("party", "hostile-north");
        speaker.putArray("aliases").add("Alias " + HOSTILE);
        speaker.putArray("roles").addObject().put("title", "Title " + HOSTILE).put("party", "hostile-north");
        ObjectNode quote = body.putArray("quotes").addObject().put("label", "q").put("speaker", "s")
                .put("role", "Role " + HOSTILE).put("cue", "said " + HOSTILE)
                .put("content", "They freed 100 of us " + HOSTILE).put("kind", "DIRECT").put("saidOn", "2020-04-08")
                .put("channel", "STATEMENT").put("language", "en");
        quote.putArray("reportingChain").addObject().put("name", "Agency " + HOSTILE).put("kind", "OUTLET");
        ObjectNode about = quote.putObject("about");
        about.putArray("agreements").add("hostile-2020");
        about.putArray("exchanges").add("hostile-swap");
        about.putArray("topics").add(HOSTILE_IN_SHORT);
        ArrayNode reports = body.putArray("releaseReports");
        report(reports.addObject(), "r", "hostile-captives", 100);
        report(reports.addObject(), "s", "hostile-swapped", 90);
        ObjectNode other = report(reports.addObject(), "o", "hostile-captives", 70);
        other.put("sourceKind", "RECEIVING_PARTY").putObject("claimant").put("name", "Other " + HOSTILE);
        return recorded("intake", body);
    }

    private static ObjectNode report(ObjectNode report, String label, String commitment, int figure) {
        report.put("label", label).put("commitment", commitment).put("sourceKind", "RELEASING_PARTY")
                .put("stage", "REPORTED").put("basis", "CUMULATIVE").put("eventOn", "2020-04-08")
                .put("place", "Place " + HOSTILE).put("note", "Note " + HOSTILE);
        report.putObject("claimant").put("speaker", "s");
        report.putObject("quantity").put("comparator", "EXACTLY").put("min", figure).put("max", figure)
                .put("wording", figure + " of us " + HOSTILE);
        report.putObject("evidence").put("quote", "q").put("quotation", "They freed 100 of us " + HOSTILE);
        return report;
    }

    private static ObjectNode party(String slug, String name) {
        return object().put("slug", slug).put("name", name + HOSTILE).put("kind", "STATE");
    }

    private static ObjectNode commitment(String slug) {
        ObjectNode commitment = object().put("slug", slug).put("releasingParty", "hostile-north")
                .put("receivingParty", "hostile-south").put("category", "captives " + HOSTILE)
                .put("condition", "Condition " + HOSTILE);
        commitment.putObject("quantity").put("comparator", "EXACTLY").put("min", 200).put("max", 200)
                .put("wording", "200 " + HOSTILE);
        return commitment;
    }

    private static void create(String kind, ObjectNode body) {
        recorded(kind, body);
    }

    private static JsonPath recorded(String kind, ObjectNode body) {
        Response response = given().header("Authorization", "Bearer " + StubbedServices.BOOTSTRAP_KEY)
                .header("Idempotency-Key", "explorer " + kind + ' ' + body.path("slug").asText())
                .contentType("application/json").body(body.toString()).post("/api/v1/" + kind);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    private static ObjectNode object() {
        return new ObjectMapper().createObjectNode();
    }
}
