package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parole.quote.name.NameCodes;

/** Gives the speakers that are recorded the codes by which names are found; only the program knows how names sound. */
public class V82__fill_names_by_sound extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement select = connection.prepareStatement("select id, revision, name, aliases from speaker"
                + " where (id, revision) > (?, ?) order by id, revision limit " + BATCH);
                PreparedStatement update = connection.prepareStatement(
                        "update speaker set name_words = ?, name_pairs = ? where id = ? and revision = ?")) {
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
                        add(update, row, id, revision);
                    }
                }
                update.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement update, ResultSet row, UUID id, int revision) throws SQLException {
        List<String> names = new ArrayList<>(List.of(row.getString(3)));
        names.addAll(List.of((String[]) row.getArray(4).getArray()));
        var codes = NameCodes.of(names);
        update.setArray(1, update.getConnection().createArrayOf("text", codes.words().toArray()));
        update.setArray(2, update.getConnection().createArrayOf("text", codes.names().toArray()));
        update.setObject(3, id);
        update.setInt(4, revision);
        update.addBatch();
    }
}
