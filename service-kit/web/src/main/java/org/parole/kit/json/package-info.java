/** Reads and writes JSON: strict with input, and complete in output. */
package org.parole.kit.json;
