package org.parole.tally.exchange;

/** An exchange has a new revision; within the transaction that writes it, so that whoever throws refuses it. */
public record ExchangeRevised(Exchange before, Exchange after) {
}
