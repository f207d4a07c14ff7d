package db.migration;

/** Gives all speakers their codes anew, now that names in Cyrillic and Arabic letters are read in more than one way. */
public class V381__names_by_sound_again extends V82__fill_names_by_sound {
}
