package org.parole.quote.document;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One revision of a document's text. */
@Entity
@Table(name = "document_text")
@IdClass(DocumentText.Key.class)
public class DocumentText {

    /** Which text of which document. */
    public record Key(UUID documentId, int textRevision) implements Serializable {
    }

    @Id
    @Column(name = "document_id")
    public UUID documentId;

    @Id
    @Column(name = "text_revision")
    public int textRevision;

    @Enumerated(EnumType.STRING)
    @Column(name = "text_kind")
    public TextKind kind;

    /** In NFC. */
    public String text;

    /** In code points. */
    public int length;

    public String sha256;

    /** JSON of a list of {@link org.parole.quote.anchor.TextDefect}; null for texts that came before they were looked for. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String defects;
}
