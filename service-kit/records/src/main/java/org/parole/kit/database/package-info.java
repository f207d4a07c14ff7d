/** Which database answers: the primary, or for some reads a replica of it. */
package org.parole.kit.database;
