/**
 * What turns the rows of a researcher's table into records: the mapping, the guess that proposes one, and how dates, numbers and names
 * in cells are read. Pure: no framework, no database, no clock.
 */
package org.parole.gateway.imports.mapping;
