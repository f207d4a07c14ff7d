package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parole.quote.occurrence.Wording;

/** Computes by what current quotes are compared with others, now that the folding of verification serves for that, too. */
public class V243__wording_as_folded extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement select = connection
                .prepareStatement("select id, revision, content, content_hash from quote"
                        + " where is_current and not retracted and id > ? order by id limit " + BATCH);
                PreparedStatement update = connection.prepareStatement(
                        "update quote set content_hash = ?, sketch = ? where id = ? and revision = ?")) {
            var id = new UUID(0, 0);
            for (int rows = BATCH; rows == BATCH;) {
                select.setObject(1, id);
                rows = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        id = row.getObject(1, UUID.class);
                        rows++;
                        var wording = Wording.of(row.getString(3));
                        if (wording.hash() != row.getLong(4)) {
                            update.setLong(1, wording.hash());
                            update.setArray(2, connection.createArrayOf("int4",
                                    IntStream.of(wording.sketch()).boxed().toArray()));
                            update.setObject(3, id);
                            update.setInt(4, row.getInt(2));
                            update.addBatch();
                        }
                    }
                }
                update.executeBatch();
            }
        }
    }
}
