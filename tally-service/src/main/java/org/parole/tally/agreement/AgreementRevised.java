package org.parole.tally.agreement;

/** An agreement has a new revision; within the transaction that writes it, so that whoever throws refuses it. */
public record AgreementRevised(Agreement before, Agreement after) {
}
