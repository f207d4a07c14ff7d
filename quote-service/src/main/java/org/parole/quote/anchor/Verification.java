package org.parole.quote.anchor;

import java.util.List;

/** The check of all anchors of a quote: the worst of their findings, and each of them. */
public record Verification(AnchorStatus status, String detail, List<AnchorCheck> anchors) {

    /** Copies the checks. */
    public Verification {
        anchors = List.copyOf(anchors);
    }
}
