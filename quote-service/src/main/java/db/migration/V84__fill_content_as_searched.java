package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parole.quote.search.SearchText;

/** Folds the content of the quotes that are recorded for the search, and keeps the words that come of it. */
public class V84__fill_content_as_searched extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement select = connection
                .prepareStatement("select id, revision, language, content, recorded_from from quote"
                        + " where (id, revision) > (?, ?) order by id, revision limit " + BATCH);
                PreparedStatement update = connection
                        .prepareStatement("update quote set content_search = ? where id = ? and revision = ?");
                PreparedStatement words = connection.prepareStatement("insert into search_word (word, first_recorded)"
                        + " select word, ? from unnest(tsvector_to_array(to_tsvector('parole_simple', ?))) word"
                        + " where length(word) between 3 and 40 on conflict do nothing")) {
            var id = new UUID(0, 0);
            int revision = 0;
            for (int rows = BATCH; rows == BATCH;) {
                select.setObject(1, id);
                select.setInt(2, revision);
                rows = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        id = row.getObject(1, UUID.class);
                        revision = row.getInt(2);
                        rows++;
                        String folded = SearchText.indexed(row.getString(3), row.getString(4));
                        if (folded != null) {
                            update.setString(1, folded);
                            update.setObject(2, id);
                            update.setInt(3, revision);
                            update.addBatch();
                            words.setObject(1, row.getObject(5, OffsetDateTime.class));
                            words.setString(2, folded);
                            words.addBatch();
                        }
                    }
                }
                update.executeBatch();
                words.executeBatch();
            }
        }
    }
}
