package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class ImportCommandTest {

    private static final String JOB = "{\"id\":\"0198c0de-0000-7000-8000-000000000001\",\"state\":\"%s\",\"rowsRead\":3,\"written\":2,\"alreadyThere\":0,\"revised\":0,\"refused\":1}";

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer gateway;

    @BeforeEach
    void listen() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void end() {
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(what + (body.isEmpty() ? "" : " " + body));
        String answer;
        int status = 200;
        if (what.contains("guess")) {
            answer = "{\"mapping\":{\"make\":\"quotes\"},\"undecided\":[{\"pointer\":\"/columns/a\",\"detail\":\"is open\"}],\"headings\":[\"a\",\"b\"],\"rows\":1}";
        } else if (what.startsWith("PUT")) {
            answer = "{\n  \"make\": \"quotes\"\n}\n";
        } else if (what.startsWith("POST") && body.startsWith("bad")) {
            status = 422;
            answer = "{\"detail\":\"The body is wrong.\",\"errors\":[{\"pointer\":\"/columns/a\",\"detail\":\"is not a column\"}]}";
        } else if (what.startsWith("POST")) {
            status = 202;
            answer = JOB.formatted("QUEUED");
        } else if (what.contains("refused")) {
            answer = "{\"items\":[{\"line\":3,\"pointer\":\"/date\",\"reason\":\"is no date\",\"content\":\"x\"}]}";
        } else {
            answer = JOB.formatted("DONE");
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Result(int status, String output) {
    }

    private Result run(ImportOptions options) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = new ImportCommand(options, new PrintStream(output, true, StandardCharsets.UTF_8), false).run();
        return new Result(status, output.toString(StandardCharsets.UTF_8));
    }

    private ImportOptions options(Path file, String mapping) {
        return new ImportOptions(file, "csv", mapping, "my set", null, false, true,
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()), "a key");
    }

    @Test
    void a_table_without_a_mapping_gets_one_proposed_in_a_file_beside_it() throws Exception {
        Path file = Files.writeString(directory.resolve("My claims.csv"), "a,b\n1,2\n");
        Result result = run(options(file, null));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("/columns/a  is open").contains("--mapping " + file + ".mapping.json");
        assertThat(directory.resolve("My claims.csv.mapping.json")).hasContent("{\n  \"make\": \"quotes\"\n}");
        assertThat(asked).containsExactly("POST /api/v1/imports/mappings/guess?format=csv a,b\n1,2\n",
                "PUT /api/v1/imports/mappings/my-claims {\"make\":\"quotes\"}");
        assertThatThrownBy(() -> run(options(file, null))).isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void with_a_mapping_the_file_is_sent_and_the_refused_rows_are_told() throws Exception {
        Path file = Files.writeString(directory.resolve("claims.csv"), "a,b\n1,2\n");
        Path mapping = Files.writeString(directory.resolve("claims.csv.mapping.json"), "{}");
        Result result = run(options(file, mapping.toString()));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("DONE: 3 rows read, 2 written, 0 already there, 0 revised, 1 refused")
                .contains("line 3 /date is no date");
        assertThat(asked.get(0)).isEqualTo("PUT /api/v1/imports/mappings/claims-csv {}");
        assertThat(asked.get(1))
                .isEqualTo("POST /api/v1/imports?format=csv&mapping=claims-csv&dataset=my+set&strict=true a,b\n1,2\n");
    }

    @Test
    void what_the_gateway_refuses_is_told_with_its_place() throws Exception {
        Path file = Files.writeString(directory.resolve("claims.csv"), "bad");
        assertThatThrownBy(() -> run(options(file, "saved"))).isInstanceOf(LaunchFailure.class)
                .hasMessage("The gateway answered 422: The body is wrong.\n  /columns/a  is not a column");
    }

    @Test
    void a_command_line_is_read_and_what_it_lacks_is_told() throws Exception {
        Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(directory.resolve("secrets").resolve("write-key"), "the-key\n");
        ImportOptions options = ImportOptions
                .parse(List.of("claims.xlsx", "--mapping", "saved", "--dry-run", "--port", "9000", "--data",
                        directory.toString()));
        assertThat(options)
                .isEqualTo(new ImportOptions(Path.of("claims.xlsx"), "xlsx", "saved", null, null, true, false,
                        URI.create("http://127.0.0.1:9000"),
                        System.getenv("PAROLE_KEY") == null ? "the-key" : System.getenv("PAROLE_KEY")));
        assertThatThrownBy(() -> ImportOptions.parse(List.of())).hasMessageContaining("Which file?");
        assertThatThrownBy(() -> ImportOptions.parse(List.of("claims.doc", "--data", directory.toString())))
                .hasMessageContaining("--format");
        assertThatThrownBy(() -> ImportOptions.parse(List.of("a.csv", "--mapping")))
                .hasMessageContaining("takes a value");
        assertThatThrownBy(() -> ImportOptions.parse(List.of("a.csv", "--colour")))
                .hasMessageContaining("What is '--colour'?");
    }

    @Test
    void the_ending_tells_the_format_of_annotations_and_of_archives_of_brat() throws Exception {
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("write-key"), "a key");
        for (Map.Entry<String, String> one : Map.of("notes.jsonld", "annotation", "notes.jsonld.gz", "annotation",
                "corpus.zip", "brat", "claims.tsv", "tsv").entrySet()) {
            assertThat(ImportOptions.parse(List.of(one.getKey(), "--data", directory.toString())).format())
                    .as(one.getKey()).isEqualTo(one.getValue());
        }
        assertThatThrownBy(() -> ImportOptions.parse(List.of("quotes.ndjson", "--data", directory.toString())))
                .isInstanceOf(LaunchFailure.class).hasMessageContaining("--format quotebank");
    }
}
