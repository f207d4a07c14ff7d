package org.parole.kit.export;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.export.Export.Dataset;

/** Which records came with a table, and of which data set they are. */
@ApplicationScoped
public class DatasetRecords {

    private final Session session;

    DatasetRecords(Session session) {
        this.session = session;
    }

    /** Keeps the data set and the licence of new records; nothing where no data set is named. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String dataset, String licence, Collection<UUID> records) {
        if (dataset == null || records.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement insert = connection
                    .prepareStatement("insert into dataset_record (record_id, dataset, licence)"
                            + " select unnest(?), ?, ? on conflict do nothing")) {
                insert.setArray(1, connection.createArrayOf("uuid", records.toArray()));
                insert.setString(2, dataset);
                insert.setString(3, licence);
                insert.executeUpdate();
            }
        });
    }

    /**
     * The data sets of which records are there, each with every licence that was named for it.
     *
     * @param tables where the records are, as revisions
     */
    @Transactional
    public List<Dataset> in(List<String> tables) {
        String recorded = tables.stream()
                .map(table -> "exists (select 1 from " + table
                        + " r where r.id = d.record_id and r.is_current and not r.retracted)")
                .collect(Collectors.joining(" or "));
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select distinct dataset, licence from dataset_record d where "
                            + recorded + " order by dataset, licence");
                    ResultSet row = select.executeQuery()) {
                List<Dataset> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Dataset(row.getString(1), row.getString(2)));
                }
                return found;
            }
        });
    }
}
