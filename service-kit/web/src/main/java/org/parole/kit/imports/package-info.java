/** What all services that import archives share: the job that an import is, as clients see it. */
package org.parole.kit.imports;
