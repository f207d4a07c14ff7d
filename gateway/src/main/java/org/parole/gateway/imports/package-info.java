/**
 * Imports of tables: a researcher's file becomes documents, quotes and reports through the same intake that takes single ones in.
 * Each row is accounted for, in the gateway's own database, so that an import outlives whatever dies.
 *
 * @see <a href="../../../../../../../../docs/tables.md">Tables</a>
 */
package org.parole.gateway.imports;
