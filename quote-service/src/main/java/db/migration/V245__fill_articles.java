package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parole.quote.document.ArticleAddress;

/** Computes what all addresses of a document's article have in common. */
public class V245__fill_articles extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection
                .prepareStatement("select distinct url from document where url is not null");
                PreparedStatement update = connection.prepareStatement(
                        "update document set url_key = ? where md5(url) = md5(?) and url = ?")) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery()) {
                for (int waiting = 1; row.next(); waiting++) {
                    update.setString(1, ArticleAddress.of(row.getString(1)));
                    update.setString(2, row.getString(1));
                    update.setString(3, row.getString(1));
                    update.addBatch();
                    if (waiting % BATCH == 0) {
                        update.executeBatch();
                    }
                }
            }
            update.executeBatch();
        }
    }
}
