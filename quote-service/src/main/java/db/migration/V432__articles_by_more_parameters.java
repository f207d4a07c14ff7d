package db.migration;

/** Finds out anew which documents are one article, now that more is known to say only how a reader came to it. */
public class V432__articles_by_more_parameters extends V245__fill_articles {
}
