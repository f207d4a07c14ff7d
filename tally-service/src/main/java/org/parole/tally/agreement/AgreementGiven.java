package org.parole.tally.agreement;

/**
 * A record that had no agreement is about to get one; within the transaction that writes it, so that an observer can refuse it by an exception.
 *
 * @param recordType "exchange" or "commitment"
 * @param slug the record's slug
 * @param pointer where the agreement stands in the request
 */
public record AgreementGiven(String recordType, String slug, String pointer) {
}
