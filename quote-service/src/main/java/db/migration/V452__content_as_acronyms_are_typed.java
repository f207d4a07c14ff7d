package db.migration;

/** Folds the content anew, now that acronyms, apostrophes inside words and grouped digits are found however they are written. */
public class V452__content_as_acronyms_are_typed extends V84__fill_content_as_searched {
}
