package db.migration;

/** Gives all speakers their codes anew, now that single letters of other scripts are initials, too. */
public class V431__initials_in_all_scripts extends V82__fill_names_by_sound {
}
