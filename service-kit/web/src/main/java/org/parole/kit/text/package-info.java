/** What names, languages and addresses look like, and how names are compared. */
package org.parole.kit.text;
