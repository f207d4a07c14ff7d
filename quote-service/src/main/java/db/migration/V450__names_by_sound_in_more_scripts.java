package db.migration;

/** Gives all speakers their codes anew, now that numbers are kept apart and Korean, Indian and other names are read as they are spelled. */
public class V450__names_by_sound_in_more_scripts extends V82__fill_names_by_sound {
}
