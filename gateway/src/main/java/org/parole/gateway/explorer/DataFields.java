package org.parole.gateway.explorer;

import io.quarkus.qute.TemplateExtension;

/** Lets templates read every field of {@link Data} by its name. */
@TemplateExtension
final class DataFields {

    private DataFields() {
    }

    @TemplateExtension(matchName = TemplateExtension.ANY, priority = 1)
    static Data field(Data data, String name) {
        return data.get(name);
    }
}
