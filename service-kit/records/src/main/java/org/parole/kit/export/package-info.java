/** Exports: whole lists of records as they were at one record time, in formats that other programs read, with a manifest. */
package org.parole.kit.export;
