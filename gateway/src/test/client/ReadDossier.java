import org.parole.client.ApiClient;
import org.parole.client.api.DossiersApi;
import org.parole.client.model.Dossier;

/** Reads a dossier with the generated client: {@code ReadDossier ADDRESS AGREEMENT}. */
public final class ReadDossier {

    private ReadDossier() {
    }

    /** What a user of the client would write. */
    public static String read(String address, String agreement) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        Dossier dossier = new DossiersApi(client).getDossier(agreement, null, null, null, null, null);
        if (!dossier.getIncomplete().isEmpty()) {
            return "missing: " + dossier.getIncomplete();
        }
        return dossier.getAgreement().getTitle() + "; " + dossier.getCommitments().size() + " commitments, "
                + dossier.getQuotes().getItems().size() + " quotes";
    }
}
