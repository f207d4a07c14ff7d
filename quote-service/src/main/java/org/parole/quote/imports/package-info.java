/**
 * Imports of archives: a file comes in as a stream, waits in the database as blocks of lines, and is written in chunks that are
 * checked as records are that are typed in.
 */
package org.parole.quote.imports;
