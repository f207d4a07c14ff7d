/** The forms of names, slugs, languages and addresses, their constraints, and the comparison of names. */
package org.parole.kit.text;
