package db.migration;

/** Gives all speakers their codes anew, now that names in Serbian letters and those that end in an aleph or an ayn are read otherwise. */
public class V455__names_by_sound_of_more_letters extends V82__fill_names_by_sound {
}
