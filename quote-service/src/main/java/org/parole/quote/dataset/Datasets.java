package org.parole.quote.dataset;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.export.DatasetRecords;
import org.parole.kit.export.Export.Dataset;

/** The data sets of which records were imported. */
@ApplicationScoped
public class Datasets {

    private static final List<String> TABLES = List.of("document", "quote");

    private final Session session;
    private final DatasetRecords records;

    Datasets(Session session, DatasetRecords records) {
        this.session = session;
        this.records = records;
    }

    /** Those of which records may be there, by name, each with every licence that was named for it. */
    @Transactional
    public List<Dataset> all() {
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select distinct dataset, licence from import_job"
                            + " where not dry_run and state <> 'UNDONE' and written > 0 order by dataset, licence");
                    ResultSet row = select.executeQuery()) {
                Set<Dataset> found = new LinkedHashSet<>();
                while (row.next()) {
                    found.add(new Dataset(row.getString(1), row.getString(2)));
                }
                found.addAll(records.in(TABLES));
                return List.copyOf(found);
            }
        });
    }
}
