package db.migration;

/** Computes once more what all addresses of an article have in common, now that hosts for mobile telephones are set aside. */
public class V380__articles_of_mobile_hosts extends V245__fill_articles {
}
