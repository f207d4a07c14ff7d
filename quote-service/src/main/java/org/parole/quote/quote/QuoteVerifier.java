package org.parole.quote.quote;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.quote.anchor.Anchor;
import org.parole.quote.anchor.AnchorChecker;
import org.parole.quote.anchor.QuotedWords;
import org.parole.quote.anchor.Verification;
import org.parole.quote.document.CheckedText;
import org.parole.quote.document.Document;

import com.fasterxml.jackson.core.type.TypeReference;

/** Checks quotes against the texts of their documents, and writes into them what was found. */
@ApplicationScoped
class QuoteVerifier {

    private static final TypeReference<List<AnchorView>> CHECKS = new TypeReference<>() {
    };

    private static final TypeReference<WordsFound> FOUND = new TypeReference<>() {
    };

    private final JsonColumns columns;

    QuoteVerifier(JsonColumns columns) {
        this.columns = columns;
    }

    /** How the words of a quote that is not recorded yet stand in the text of a document in this language. */
    VerificationView verificationOf(QuoteBody body, String language, Optional<CheckedText> text) {
        var document = new Document();
        document.language = language;
        var quote = new Quote();
        verify(quote, body, null, document, text);
        quote.verifiedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        WordsFound found = quote.wordsFound == null ? null : columns.read(quote.wordsFound, FOUND);
        return new VerificationView(quote.verification, quote.verifiedAt, quote.verifiedSha256, quote.verifiedTextKind,
                quote.verificationDetail, QuoteRows.worst(columns.read(quote.anchorChecks, CHECKS)), quote.words,
                found == null ? null : OmissionView.of(found.omitted()),
                found == null ? null : DifferenceView.of(found.difference()));
    }

    /**
     * Checks a quote.
     *
     * @param previous the revision before, or null
     * @param text     of the document, if it has one
     */
    void verify(Quote quote, QuoteBody body, Quote previous, Document document, Optional<CheckedText> text) {
        var checker = AnchorChecker.of(text.map(CheckedText::text).orElse(null));
        Original original = body.original();
        Verification verification = checker.verify(anchors(body, previous),
                new QuotedWords(body.content(), body.language(),
                        original == null ? null : original.content(), original == null ? null : original.language(),
                        document.language, body.kind().claim()));
        var found = WordsFound.of(verification.words());
        quote.words = verification.words().status();
        quote.wordsFound = found == null ? null : columns.json(found);
        quote.anchorChecks = columns.json(verification.anchors().stream().map(AnchorView::of).toList());
        quote.verification = verification.status();
        quote.verificationDetail = verification.detail();
        quote.verifiedSha256 = text.map(CheckedText::sha256).orElse(null);
        quote.verifiedTextKind = text.map(CheckedText::kind).orElse(null);
    }

    /**
     * The anchors to look for. Where the client gave no context, the one that was found in the text before tells equal
     * words apart in the next.
     */
    private List<Anchor> anchors(QuoteBody body, Quote previous) {
        List<AnchorView> known = previous == null ? List.<AnchorView>of() : columns.read(previous.anchorChecks, CHECKS);
        if (body.anchors().isEmpty() && previous != null && known.size() == 1
                && Objects.equals(previous.content, body.content())) {
            return List.of(Anchor.ofWords(body.content()).withHint(known.get(0).prefix(), known.get(0).suffix()));
        }
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < body.anchors().size(); i++) {
            AnchorBody anchor = body.anchors().get(i);
            AnchorView before = i < known.size() ? known.get(i) : null;
            // Words that were named by cursor alone are looked for by themselves from then on.
            String exact = anchor.exact() == null && before != null && isAt(before, anchor)
                    ? before.exact()
                    : anchor.exact();
            if (anchor.prefix() == null && anchor.suffix() == null && before != null
                    && Objects.equals(before.exact(), exact)) {
                anchors.add(new Anchor(exact, before.prefix(), before.suffix(), anchor.start(), anchor.end(), true));
            } else {
                anchors.add(new Anchor(exact, anchor.prefix(), anchor.suffix(), anchor.start(), anchor.end()));
            }
        }
        return anchors;
    }

    private static boolean isAt(AnchorView found, AnchorBody anchor) {
        return Objects.equals(found.start(), anchor.start()) && Objects.equals(found.end(), anchor.end());
    }
}
