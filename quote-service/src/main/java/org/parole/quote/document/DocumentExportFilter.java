package org.parole.quote.document;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.parole.kit.text.LanguageTag;
import org.parole.kit.time.AsOf;
import org.parole.kit.time.PublicationTime;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which documents are exported. */
@RegisterForReflection
public class DocumentExportFilter {

    @Parameter(description = "Only documents of this outlet (its id).", example = "0190163d-8694-739b-aea5-966c26f8ad91")
    @QueryParam("outlet")
    public UUID outlet;

    @Parameter(description = "Only documents in this language (BCP 47).", example = "en")
    @QueryParam("language")
    @LanguageTag
    public String language;

    @Parameter(description = "true: only documents without a title, a url or a citation. false: only complete documents.")
    @QueryParam("incomplete")
    public Boolean incomplete;

    @Parameter(description = "Only documents published by then. A date means the whole day.", example = "2020-04-30")
    @QueryParam("publishedBy")
    public PublicationTime publishedBy;

    @Parameter(description = "Record time: documents as recorded at that time.")
    @QueryParam("asOf")
    public AsOf asOf;
}
