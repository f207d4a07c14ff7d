package org.parole.quote.document;

/** A document has a new revision; within the transaction that writes it. */
public record DocumentRevised(Document before, Document after) {

    /** Whether the text is another one. */
    public boolean hasOtherText() {
        return !java.util.Objects.equals(before.textRevision, after.textRevision);
    }
}
