package db.migration;

/** Folds the content as it is searched anew, for the same letters. */
public class V457__content_of_typed_sequences extends V84__fill_content_as_searched {
}
