/** Writing for those with a key: sign in, paste an article, mark what is quoted, record, correct and retract. */
package org.parole.gateway.explorer.edit;
