package org.parole.gateway.imports.mapping;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parole.gateway.imports.table.TableFormat;

/** Prints what the guess makes of a table of one's own: {@code -Dparole.table=FILE}. */
@EnabledIfSystemProperty(named = "parole.table", matches = ".+")
class OwnTableTest {

    @Test
    void a_table_of_ones_own_is_guessed_at() throws IOException {
        String file = System.getProperty("parole.table");
        TriedTable table = TriedTable.of(Path.of(file),
                TableFormat.of(file.substring(file.lastIndexOf('.') + 1)).orElse(TableFormat.CSV));
        System.out.println(MappingText.of(table.mapping()));
        table.undecided().forEach(System.out::println);
        System.out.println("refused: " + table.refused());
        table.drafts().forEach((label, draft) -> System.out
                .println(label + " " + (draft.report() == null ? draft.quote() : TriedTable.inShort(draft))));
    }
}
