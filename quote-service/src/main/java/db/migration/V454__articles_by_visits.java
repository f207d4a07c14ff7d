package db.migration;

/** Finds out anew which documents are one article, now that sessions in an address say nothing of it. */
public class V454__articles_by_visits extends V245__fill_articles {
}
