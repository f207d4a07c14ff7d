package org.parole.quote.imports;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.parole.kit.problem.ProblemException;

/** The formats that can be imported here, by their names. */
@ApplicationScoped
class ImportFormats {

    static final String NAMES = "quotebank, quotebank-articles, gdelt-gqg, claimreview, annotation, brat or parole";

    private final Map<String, LineFormat> formats = new TreeMap<>();

    ImportFormats(@Any Instance<LineFormat> all) {
        all.forEach(format -> formats.put(format.name(), format));
    }

    /**
     * The format of this name.
     *
     * @throws ProblemException 400 where there is none
     */
    LineFormat named(String name) {
        LineFormat format = formats.get(name);
        if (format == null) {
            throw ProblemException.invalidParameter("format", "must be one of " + String.join(", ", formats.keySet())
                    + ", or csv, tsv or xlsx for a table, which the gateway takes");
        }
        return format;
    }
}
