import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.parole.client.ApiClient;
import org.parole.client.ApiException;
import org.parole.client.api.ChangesApi;
import org.parole.client.api.DossiersApi;
import org.parole.client.api.ReleaseReportsApi;
import org.parole.client.model.Change;
import org.parole.client.model.ChangePage;
import org.parole.client.model.Conflict;
import org.parole.client.model.Evidence;
import org.parole.client.model.ReleaseReport;
import org.parole.client.model.Tally;

/** The same as parole.ts in Java, with a client that the build generates from the API document. */
public final class Parole {

    private static final String AGREEMENT = "us-taliban-2020";

    private final String address;
    private final ApiClient client = new ApiClient();

    private Parole(String address) {
        this.address = address;
        client.updateBaseUri(address);
    }

    public static void main(String[] arguments) throws ApiException, IOException, InterruptedException {
        Parole parole = new Parole(System.getenv().getOrDefault("PAROLE", "http://127.0.0.1:8080"));
        parole.printConflicts();
        parole.printEvidence();
        parole.printChanges();
        parole.saveQuotes(Path.of("quotes.csv"));
    }

    /** 1. Where the sources disagree about an agreement. */
    private void printConflicts() throws ApiException {
        List<Tally> tallies = new DossiersApi(client)
                .getDossier(DossiersApi.APIGetDossierRequest.newBuilder().agreement(AGREEMENT).build()).getTallies();
        for (Tally tally : tallies == null ? List.<Tally>of() : tallies) {
            for (Conflict conflict : tally.getConflicts()) {
                System.out.println(tally.getCommitment() + " " + conflict.getType() + ": " + conflict.getText());
            }
        }
    }

    /** 2. From a number to the quote that states it, and to the words in the text. */
    private void printEvidence() throws ApiException {
        ReleaseReportsApi reports = new ReleaseReportsApi(client);
        ReleaseReport quoted = reports
                .listReleaseReports(ReleaseReportsApi.APIListReleaseReportsRequest.newBuilder().agreement(AGREEMENT)
                        .limit(200).build())
                .getItems().stream()
                .filter(report -> report.getEvidence() != null && report.getEvidence().getQuoteId() != null).findFirst()
                .orElseThrow(() -> new IllegalStateException("No report of the agreement rests on a quote"));
        Evidence evidence = reports.getEvidence(
                ReleaseReportsApi.APIGetEvidenceRequest.newBuilder().id(quoted.getId()).build());
        String cue = Objects.requireNonNullElse(evidence.getQuote().getCue(), "said");
        System.out.println(quoted.getQuantity().getWording() + ": " + evidence.getQuote().getSpeaker().getName() + " "
                + cue);
        System.out.println("  " + evidence.getQuote().getAnchors().get(0).getExact() + " ("
                + evidence.getVerification().getStatus() + ")");
    }

    /** 3. What has changed since the cursor that was kept the last time. */
    private void printChanges() throws ApiException {
        ChangesApi changes = new ChangesApi(client);
        String cursor = null;
        ChangePage page;
        do {
            page = changes.listChanges(
                    ChangesApi.APIListChangesRequest.newBuilder().cursor(cursor).limit(200).build());
            for (Change change : page.getItems()) {
                System.out.println(change.getKind() + " " + change.getRecordType() + " " + change.getRecordId());
            }
            cursor = page.getNext();
        } while (!page.getItems().isEmpty());
        System.out.println("Keep this for the next time: " + cursor);
    }

    /** 4. All quotes as a table: a generated client reads JSON, so the table is asked for by hand. */
    private void saveQuotes(Path file) throws IOException, InterruptedException {
        HttpResponse<Path> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/quotes?format=csv")).build(),
                HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IOException("The quotes were answered with " + answer.statusCode());
        }
    }
}
