package org.parole.kit.record;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.page.CursorKeys;
import org.parole.kit.page.Cursors;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;

/** Pages of the feed of changes. Their cursors are good for ever, and every page has one, so that it can be asked again later. */
@ApplicationScoped
public class ChangeFeed {

    /** The feed has no filters; what a cursor is bound to must never change. */
    private static final List<String> FILTERS = List.of();

    private final Ledger ledger;
    private final Cursors cursors;

    ChangeFeed(Ledger ledger, Cursors cursors) {
        this.ledger = ledger;
        this.cursors = cursors;
    }

    /**
     * Where the feed ends.
     *
     * @param seq the place of the last change; 0 before the first
     */
    public record Head(long seq) {
    }

    /** Where the feed ends now. */
    public Head head() {
        return new Head(ledger.head());
    }

    /**
     * The changes after the page's cursor, in the order of their commits.
     *
     * @param list the feed's name, to which its cursors are bound
     */
    public Page<Change> page(String list, PageRequest page) {
        long after = page.cursor == null
                ? 0
                : CursorKeys.number(cursors.decode(page.cursor, list, FILTERS, 1).get(0));
        List<Change> changes = ledger.changesAfter(after, page.limit);
        long last = changes.isEmpty() ? after : changes.get(changes.size() - 1).seq();
        return new Page<>(changes, cursors.encode(list, FILTERS, List.of(String.valueOf(last))));
    }
}
