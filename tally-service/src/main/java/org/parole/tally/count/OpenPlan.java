package org.parole.tally.count;

import java.time.LocalDate;
import java.util.List;

/**
 * What has been announced, offered or decreed and is neither carried out nor overdue on record.
 *
 * @param claimant who announced it
 * @param scope the list, or null for the commitment's own
 * @param stage how far it has got
 * @param quantity how many
 * @param eventOn the day it was announced for, or on
 * @param text a sentence that says so
 * @param reports the ids of its reports
 */
public record OpenPlan(String claimant, String scope, Stage stage, Quantity quantity, LocalDate eventOn, Sentence text,
        List<String> reports) {
}
