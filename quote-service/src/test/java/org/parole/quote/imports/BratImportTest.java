package org.parole.quote.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.quote.imports.Uploads.assertCounts;
import static org.parole.quote.imports.Uploads.ended;
import static org.parole.quote.imports.Uploads.idOf;
import static org.parole.quote.imports.Uploads.quotesOf;
import static org.parole.quote.imports.Uploads.refused;
import static org.parole.quote.imports.Uploads.upload;
import static org.parole.quote.support.Api.as;
import static org.parole.quote.support.Api.get;
import static org.parole.quote.support.Problems.assertProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Archives of texts with standoff annotations of brat. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BratImportTest {

    private static final String DOCUMENTS = "document,publishedAt,outlet,language\n*,2020-04-07,Brat Times,en\n";
    private static final String TEXT = "“We will free them,” Brat %1$s said on Monday, “and go home.”\nA spokesman of %1$s denied that anyone would leave.\n";

    private static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> archive(String... namesAndTexts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("documents.csv", DOCUMENTS.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static JsonPath imported(String dataset, Map<String, byte[]> entries) {
        return ended(idOf(upload(zip(entries), null, "format", "brat", "dataset", dataset)));
    }

    /** A T line for words that stand in the text once, in code points. */
    private static String mention(String id, String type, String text, String... words) {
        StringBuilder offsets = new StringBuilder();
        for (String part : words) {
            int start = text.codePointCount(0, text.indexOf(part));
            offsets.append(offsets.isEmpty() ? "" : ";").append(start).append(' ')
                    .append(start + part.codePointCount(0, part.length()));
        }
        return id + "\t" + type + " " + offsets + "\t" + String.join(" ", words).replace('\n', ' ') + "\n";
    }

    private static String annotations(String text, String name) {
        return mention("T1", "Quote", text, "“We will free them,”", "“and go home.”")
                + mention("T2", "Person", text, "Brat " + name) + mention("T3", "Cue", text, "said")
                + "R1\tSpeaker Arg1:T1 Arg2:T2\nR2\tCue Arg1:T1 Arg2:T3\n";
    }

    @Test
    void a_quotation_in_two_spans_has_its_speaker_and_its_cue_and_is_checked_in_the_text() {
        String text = TEXT.formatted("Alpha");
        Map<String, byte[]> entries = archive("a/one.txt", text, "a/one.ann", annotations(text, "Alpha"));
        JsonPath job = imported("brat-a", entries);
        assertCounts(job, 2, 2, 0, 0, 0);
        JsonPath quote = quotesOf("Brat Alpha");
        assertThat(quote.getList("items")).hasSize(1);
        assertThat(quote.getString("items[0].kind")).isEqualTo("DIRECT");
        assertThat(quote.getString("items[0].cue")).isEqualTo("said");
        assertThat(quote.getString("items[0].content")).isEqualTo("We will free them, … and go home.");
        assertThat(quote.getString("items[0].anchors[0].exact")).isEqualTo("“We will free them,”");
        assertThat(quote.getInt("items[0].anchors[0].start")).isZero();
        assertThat(quote.getString("items[0].verification.status")).isEqualTo("EXACT");
        assertThat(quote.getString("items[0].document.outlet.name")).isEqualTo("Brat Times");
        assertThat(quote.getString("items[0].document.citation")).isEqualTo("a/one.txt");
        assertThat(quote.getString("items[0].document.publishedAt")).isEqualTo("2020-04-07");
        assertCounts(imported("brat-a", entries), 2, 0, 2, 0, 0);
    }

    @Test
    void a_file_with_one_annotation_more_adds_one_quote_and_a_corrected_one_revises_it() {
        String text = TEXT.formatted("Beta");
        String first = annotations(text, "Beta");
        JsonPath one = imported("brat-b", archive("one.txt", text, "one.ann", first));
        assertCounts(one, 2, 2, 0, 0, 0);
        String second = first + mention("T4", "Indirect", text, "anyone would leave")
                + mention("T5", "Speaker", text, "A spokesman of Beta") + "A1\tSpeakerKind T5 Anonymous\n"
                + mention("T6", "Attribution", text, "denied") + "E1\tAttribution:T6 Content:T4 Source:T5\n";
        JsonPath two = imported("brat-b", archive("one.txt", text, "one.ann", second));
        assertCounts(two, 3, 1, 2, 0, 0);
        JsonPath spokesman = quotesOf("A spokesman of Beta");
        assertThat(spokesman.getString("items[0].kind")).isEqualTo("INDIRECT");
        assertThat(spokesman.getString("items[0].cue")).isEqualTo("denied");
        assertThat(spokesman.getString("items[0].speaker.kind")).isEqualTo("ANONYMOUS");
        assertThat(spokesman.getString("items[0].document.id"))
                .isEqualTo(quotesOf("Brat Beta").getString("items[0].document.id"));
        JsonPath three = imported("brat-b",
                archive("one.txt", text, "one.ann", second + "A2\tQuoteType T1 Mixed\n"));
        assertCounts(three, 3, 0, 2, 1, 0);
        assertThat(quotesOf("Brat Beta").getString("items[0].kind")).isEqualTo("MIXED");
    }

    @Test
    void unknown_names_are_counted_and_named_and_nothing_is_dropped_silently() {
        String text = TEXT.formatted("Gamma");
        String lines = annotations(text, "Gamma") + mention("T7", "Emotion", text, "home")
                + mention("T8", "Emotion", text, "Monday") + "A7\tNegated T1\nR7\tAgreesWith Arg1:T1 Arg2:T2\n"
                + "#1\tAnnotatorNotes T1\tcheck\n";
        JsonPath job = imported("brat-c",
                archive("one.txt", text, "one.ann", lines, "two.txt", "Alone.", "annotation.conf", "[entities]"));
        assertCounts(job, 2, 2, 0, 0, 0);
        assertThat(job.getList("passedOver")).containsExactlyInAnyOrder("2 annotations of the type 'Emotion'",
                "1 attributes with the name 'Negated'", "1 relations of the type 'AgreesWith'", "1 notes of annotators",
                "1 texts without annotations", "1 files that are neither .txt nor .ann");
    }

    @Test
    void lines_that_are_wrong_are_refused_with_their_file_and_line_and_the_others_are_taken() {
        String text = TEXT.formatted("Delta");
        String lines = annotations(text, "Delta") + "T10\tQuote 5 900\tbeyond\n" + "T11\tQuote 0 5\tOther\n"
                + "T12\tQuote 9 4\tx\n" + "no line\n" + "R9\tSpeaker Arg1:T1 Arg2:T99\n"
                + mention("T13", "Quote", text, "anyone would leave") + "R10\tSource Arg1:T13 Arg2:T14\n"
                + "T14\tSource 0 4\twrong\n";
        Map<String, byte[]> entries = archive("d/one.txt", text, "d/one.ann", lines, "lost.ann", "T1\tQuote 0 1\tx\n",
                "../out.txt", "x", "/abs.ann", "x", "c:\\x.ann", "x");
        entries.put("bad.txt", new byte[]{'a', (byte) 0xFF});
        entries.put("bad.ann", "T1\tQuote 0 1\ta\n".getBytes(StandardCharsets.UTF_8));
        byte[] half = (mention("T1", "Quote", "Good words here", "Good words") + "#").getBytes(StandardCharsets.UTF_8);
        half[half.length - 1] = (byte) 0xFF;
        entries.put("half.txt", "Good words here".getBytes(StandardCharsets.UTF_8));
        entries.put("half.ann", half);
        JsonPath job = imported("brat-d", entries);
        List<Map<String, Object>> refused = refused(job.getString("id"));
        assertThat(refused.stream().map(line -> line.get("pointer") + " " + line.get("reason")).toList())
                .containsExactlyInAnyOrder("/..~1out.txt has a name that leads out of the archive",
                        "/~1abs.ann has a name that leads out of the archive",
                        "/c:\\x.ann has a name that leads out of the archive",
                        "/bad.txt must be UTF-8: its 1 annotations are not read",
                        "/lost.ann has no text: lost.txt is not in the archive", "/half.ann/2 must be UTF-8",
                        "/d~1one.ann/6 ends at 900, and the text has " + text.length() + " characters",
                        "/d~1one.ann/7 says 'Other', and the text has '“We w' there",
                        "/d~1one.ann/8 has an end that is not behind its start: 9 4",
                        "/d~1one.ann/9 must begin with T, A, M, R, E, N, * or #",
                        "/d~1one.ann/10 refers to T99, which is not in the file",
                        "/d~1one.ann/11 has the speaker T14, which is refused (line 13)",
                        "/d~1one.ann/13 says 'wrong', and the text has '“We' there");
        assertCounts(job, 17, 4, 0, 0, 13);
        assertThat(refused.stream().filter(line -> "/d~1one.ann/7".equals(line.get("pointer"))).findFirst()
                .orElseThrow().get("content")).isEqualTo("T11\tQuote 0 5\tOther");
    }

    @Test
    void marks_line_ends_and_characters_beyond_the_first_plane_do_not_shift_the_places() {
        String text = "\uFEFF\uD83D\uDD4A Peace.\r\n“We go,” said Brat Epsilon.\r\n";
        String lines = "\uFEFF" + (mention("T1", "Direct", text, "“We go,”")
                + mention("T2", "Person", text, "Brat Epsilon") + "R1\tsaid_by Arg1:T1 Arg2:T2\n")
                .replace("\n", "\r\n");
        assertCounts(imported("brat-e", archive("one.txt", text, "one.ann", lines)), 2, 2, 0, 0, 0);
        JsonPath quote = quotesOf("Brat Epsilon");
        assertThat(quote.getString("items[0].verification.status")).isEqualTo("EXACT");
        // Without the mark, and with one line feed for two characters.
        assertThat(quote.getInt("items[0].anchors[0].start")).isEqualTo(9);
        String plain = text.substring(1).replace("\r\n", "\n").replace("Epsilon", "Zeta");
        String counted = mention("T1", "Direct", plain, "“We go,”") + mention("T2", "Person", plain, "Brat Zeta")
                + "R1\tSaidBy Arg1:T1 Arg2:T2\n";
        assertCounts(imported("brat-f", archive("one.txt", "\uFEFF" + plain.replace("\n", "\r\n"), "one.ann", counted)),
                2, 2, 0, 0, 0);
        assertThat(quotesOf("Brat Zeta").getInt("items[0].anchors[0].start")).isEqualTo(9);
    }

    @Test
    void a_source_of_no_kind_is_a_candidate_and_a_pronoun_nobody() {
        String text = "Brat Eta smiled. “Enough,” he said. “More,” the minister said.";
        int he = text.indexOf("he said");
        String lines = mention("T1", "Quote", text, "“Enough,”") + "T2\tSource " + he + " " + (he + 2) + "\the\n"
                + mention("T3", "Source", text, "Brat Eta") + "R1\tSource Arg1:T1 Arg2:T2\nR2\tCoref Arg1:T2 Arg2:T3\n"
                + mention("T4", "Quote", text, "“More,”") + mention("T5", "Source", text, "the minister")
                + "R3\tSource Arg1:T4 Arg2:T5\n";
        assertCounts(imported("brat-g", archive("one.txt", text, "one.ann", lines)), 3, 3, 0, 0, 0);
        JsonPath found = get("/quotes?speakerCandidate=Brat Eta");
        assertThat(found.getString("items[0].content")).isEqualTo("Enough,");
        JsonPath all = get("/quotes?document=" + found.getString("items[0].document.id"));
        assertThat(all.getString("items.find { it.content == 'More,' }.role")).isEqualTo("the minister");
        assertThat(all.getList("items.find { it.content == 'More,' }.speakerCandidates")).isEmpty();
    }

    @Test
    void an_archive_that_is_none_or_a_bomb_or_says_nothing_of_its_documents_is_refused_as_a_whole() {
        String before = as("editor").get("/api/v1/imports?limit=1").jsonPath().getString("items[0].id");
        String text = TEXT.formatted("Theta");
        byte[] good = zip(archive("one.txt", text, "one.ann", annotations(text, "Theta")));
        assertProblem(upload("no zip".getBytes(StandardCharsets.UTF_8), null, "format", "brat"), 422, "invalid-body");
        assertProblem(upload(Arrays.copyOf(good, good.length / 2), null, "format", "brat"), 422, "invalid-body");
        Map<String, byte[]> entries = archive("one.txt", text, "one.ann", annotations(text, "Theta"));
        entries.remove("documents.csv");
        Response response = upload(zip(entries), null, "format", "brat");
        assertProblem(response, 422, "invalid-body");
        assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo("/documents.csv");
        entries.put("documents.csv", "document,when\n*,2020\n".getBytes(StandardCharsets.UTF_8));
        assertThat(upload(zip(entries), null, "format", "brat").jsonPath().getString("errors[0].detail"))
                .startsWith("has the unknown column 'when'");
        Map<String, byte[]> bomb = archive();
        byte[] spaces = new byte[8 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (int i = 0; i < 12; i++) {
            bomb.put(i + ".txt", spaces);
            bomb.put(i + ".ann", new byte[0]);
        }
        assertProblem(upload(zip(bomb), null, "format", "brat"), 413, "content-too-large");
        assertThat(as("editor").get("/api/v1/imports?limit=1").jsonPath().getString("items[0].id")).isEqualTo(before);
    }

    @Test
    void undoing_retracts_the_quotes_and_their_document_and_a_dry_run_writes_neither() {
        String text = TEXT.formatted("Iota");
        byte[] file = zip(archive("one.txt", text, "one.ann", annotations(text, "Iota")));
        JsonPath dry = ended(idOf(upload(file, null, "format", "brat", "dataset", "brat-i", "dryRun", true)));
        assertCounts(dry, 2, 2, 0, 0, 0);
        assertThat(get("/speakers?name=Brat Iota").getList("items")).isEmpty();
        String id = ended(idOf(upload(file, null, "format", "brat", "dataset", "brat-i", "strict", true)))
                .getString("id");
        JsonPath quote = quotesOf("Brat Iota");
        as("editor").contentType(ContentType.JSON).body(Map.of("reason", "Wrong file"))
                .post("/api/v1/imports/" + id + "/retraction").then().statusCode(202);
        assertThat(ended(id).getString("state")).isEqualTo("UNDONE");
        for (String path : List.of("/quotes/" + quote.getString("items[0].id"),
                "/documents/" + quote.getString("items[0].document.id"))) {
            assertProblem(given().get("/api/v1" + path), 410, "retracted");
        }
    }
}
