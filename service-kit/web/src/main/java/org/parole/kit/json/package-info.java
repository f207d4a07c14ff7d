/** How JSON is read and written everywhere: strict in what is taken, nothing lost in what is given. */
package org.parole.kit.json;
