package db.migration;

/** Computes by what current quotes are compared anew, now that letters which are typed as one code point or as several are folded. */
public class V456__wording_of_typed_sequences extends V243__wording_as_folded {
}
