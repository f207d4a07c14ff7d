package org.parole.gateway.imports;

import java.util.List;

import org.parole.gateway.access.Caller;
import org.parole.kit.imports.ImportJob;

/**
 * A row of {@code import_job}.
 *
 * @param view as clients see it
 * @param caller on whose behalf it writes
 * @param mapping the mapping's text
 * @param headings the table's
 * @param cancelAsked whether it is to stop
 * @param undoReason why it is to be undone; null unless it is
 */
record Job(ImportJob view, Caller caller, String mapping, List<String> headings, boolean cancelAsked,
        String undoReason) {

    java.util.UUID id() {
        return view.id();
    }

    String dataset() {
        return view.dataset();
    }
}
