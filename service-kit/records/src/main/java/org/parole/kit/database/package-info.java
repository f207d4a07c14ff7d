/** Chooses the database that answers: the primary, or for some reads a replica. */
package org.parole.kit.database;
