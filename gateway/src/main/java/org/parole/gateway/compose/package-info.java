/**
 * The shared code of composed views: it requests the parts at once, and names those that are missing.
 *
 * @see <a href="../../../../../../../../docs/glossary.md#gateway">Glossary</a>
 */
package org.parole.gateway.compose;
