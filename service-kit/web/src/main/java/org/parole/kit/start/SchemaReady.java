package org.parole.kit.start;

/** Event, fired once: the database has the tables that this program was built for, so the program may use it now. */
public record SchemaReady() {
}
