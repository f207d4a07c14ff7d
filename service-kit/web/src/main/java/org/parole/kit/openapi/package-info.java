/** What an API document says of records beyond what the generator sees. */
package org.parole.kit.openapi;
