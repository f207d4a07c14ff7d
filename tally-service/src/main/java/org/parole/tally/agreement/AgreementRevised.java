package org.parole.tally.agreement;

/** An agreement has a new revision; within the transaction that writes it, so that an observer can refuse it by an exception. */
public record AgreementRevised(Agreement before, Agreement after) {
}
