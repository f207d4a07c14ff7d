package org.parole.quote.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** Keeps the SQL that Hibernate sends while somebody wants to know it. */
@Singleton
@PersistenceUnitExtension
public class RecordedStatements implements StatementInspector {

    private static final List<String> SENT = new CopyOnWriteArrayList<>();
    private static volatile boolean recording;

    /** The statements that something sends, each once. */
    public static List<String> of(Runnable something) {
        SENT.clear();
        recording = true;
        try {
            something.run();
        } finally {
            recording = false;
        }
        return SENT.stream().distinct().toList();
    }

    @Override
    public String inspect(String sql) {
        if (recording) {
            SENT.add(sql);
        }
        return sql;
    }
}
