/** Documents: published texts, kept as evidence to check quotes against, not to be read here. */
package org.parole.quote.document;
