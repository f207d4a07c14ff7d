package org.parole.quote.dataset;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.export.Export.Dataset;

/** The data sets of which records were imported. */
@ApplicationScoped
public class Datasets {

    private final Session session;

    Datasets(Session session) {
        this.session = session;
    }

    /** Those of which records may be there, by name, each with every licence that was named for it. */
    @Transactional
    public List<Dataset> all() {
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("select distinct dataset, licence from import_job"
                    + " where not dry_run and state <> 'UNDONE' and written > 0 order by dataset, licence");
                    var row = select.executeQuery()) {
                List<Dataset> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Dataset(row.getString(1), row.getString(2)));
                }
                return found;
            }
        });
    }
}
