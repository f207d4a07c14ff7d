package org.parole.quote.document;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The documents' texts. */
@ApplicationScoped
public class DocumentTextRepository implements PanacheRepositoryBase<DocumentText, DocumentText.Key> {

    Optional<DocumentText> findOf(Document document) {
        return document.textRevision == null
                ? Optional.empty()
                // By its key: one that this transaction has read or made before is not read again.
                : findByIdOptional(new DocumentText.Key(document.id, document.textRevision));
    }

    Optional<Integer> findLengthOf(Document document) {
        return document.textRevision == null
                ? Optional.empty()
                : getEntityManager()
                        .createQuery("select length from DocumentText where documentId = ?1 and textRevision = ?2",
                                Integer.class)
                        .setParameter(1, document.id).setParameter(2, document.textRevision).getResultStream()
                        .findFirst();
    }

    int lastRevisionOf(UUID documentId) {
        return find("documentId = ?1 order by textRevision desc", documentId).firstResultOptional()
                .map(text -> text.textRevision).orElse(0);
    }
}
