package org.parole.gateway.explorer;

import java.util.List;

import org.parole.gateway.compose.Missing;

import io.quarkus.qute.TemplateInstance;

/**
 * A page that is ready to be written.
 *
 * @param template with all that it shows
 * @param missing what is missing from it
 */
public record Page(TemplateInstance template, List<Missing> missing) {
}
