/** Lists in formats other than JSON: CSV (RFC 4180) and NDJSON. */
package org.parole.kit.format;
