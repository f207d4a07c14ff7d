package db.migration;

/** Computes by what current quotes are compared anew, now that the capitals of the Turkish i are folded. */
public class V430__wording_of_dotted_letters extends V243__wording_as_folded {
}
