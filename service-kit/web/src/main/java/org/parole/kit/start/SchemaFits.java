package org.parole.kit.start;

/** Told once, as soon as the database is known to have the tables of this program: from now on it may be used. */
public record SchemaFits() {
}
