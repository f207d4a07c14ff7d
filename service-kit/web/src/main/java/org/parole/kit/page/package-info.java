/** Lists with opaque keyset cursors. */
package org.parole.kit.page;
