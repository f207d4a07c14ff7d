package org.parole.kit.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.kit.dev.Parquet.ask;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jerolba.carpet.CarpetReader;

class ParquetFileTest {

    private static final UUID ID = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");

    @TempDir
    Path directory;

    /** What our views are made of. */
    public record Row(UUID id, int number, Long large, double share, boolean open, Boolean known, String text,
            Kind kind, LocalDate on, Instant at, Place place, List<String> words, List<Place> places,
            List<List<Integer>> nested) {
    }

    public record Place(String name, Integer count) {
    }

    public enum Kind {
        ONE, OTHER
    }

    private static Row full() {
        return new Row(ID, -7, 9_000_000_000L, 0.25, true, false, "انتهى, \"x\"\n", Kind.OTHER,
                LocalDate.of(2020, 5, 31), Instant.parse("2020-06-02T03:04:05.123456Z"), new Place("Bagram", 3),
                Arrays.asList("a", null, ""), List.of(new Place("b", null), new Place(null, 2)),
                List.of(List.of(1, 2), List.of(), List.of(3)));
    }

    private static Row empty(int number) {
        return new Row(null, number, null, 0, false, null, null, null, null, null, null, null, List.of(), null);
    }

    private Path written(List<Row> rows) throws IOException {
        Path file = directory.resolve("rows.parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
            var parquet = new ParquetFile<>(out, Row.class, new ObjectMapper());
            for (Row row : rows) {
                parquet.add(row);
            }
            parquet.end();
        }
        return file;
    }

    @Test
    void another_reader_gives_back_the_same_records_with_lists_and_records_within_them() throws IOException {
        List<Row> rows = List.of(full(), empty(2), full());
        assertThat(new CarpetReader<>(written(rows).toFile(), Row.class).toList()).isEqualTo(rows);
    }

    @Test
    void columns_have_types_that_a_database_can_ask() throws IOException, SQLException {
        String file = written(List.of(full(), empty(2))).toString();
        assertThat(ask("select column_name || ' ' || column_type from (describe from '" + file + "')"))
                .containsExactly("id UUID", "number INTEGER", "large BIGINT", "share DOUBLE", "open BOOLEAN",
                        "known BOOLEAN", "text VARCHAR", "kind VARCHAR", "on DATE", "at TIMESTAMP WITH TIME ZONE",
                        "place STRUCT(\"name\" VARCHAR, count INTEGER)", "words VARCHAR[]",
                        "places STRUCT(\"name\" VARCHAR, count INTEGER)[]", "nested INTEGER[][]");
        assertThat(ask(
                "select id, number, large, known, kind, \"on\", epoch_us(\"at\"), place.name, len(words), words[2] is null,"
                        + " places[2].count, nested[3][1] from '" + file + "' where number = -7"))
                .containsExactly(ID + "|-7|9000000000|false|OTHER|2020-05-31|1591067045123456|Bagram|3|true|2|3");
        assertThat(ask("select id is null, place is null, words is null, len(places), nested is null from '" + file
                + "' where number = 2")).containsExactly("true|true|true|0|true");
    }

    @Test
    void a_long_file_has_several_groups_of_rows_and_the_same_rows_give_the_same_bytes()
            throws IOException, SQLException {
        List<Row> rows = IntStream.range(0, 40_000)
                .mapToObj(i -> new Row(UUID.randomUUID(), i, null, i / 4.0, i % 2 == 0,
                        null,
                        "row " + i + " " + UUID.randomUUID() + UUID.randomUUID() + UUID.randomUUID() + UUID.randomUUID()
                                + UUID.randomUUID(),
                        Kind.values()[i % 2], null, null, null, List.of("w" + i, "v"), null, null))
                .toList();
        Path file = written(rows);
        byte[] first = Files.readAllBytes(file);
        assertThat(ask("select count(*), sum(number), count(distinct text), sum(len(words)) from '" + file + "'"))
                .containsExactly("40000|799980000|40000|80000");
        assertThat(ask("select count(distinct row_group_id) > 1, min(compression) from parquet_metadata('" + file
                + "')")).containsExactly("true|ZSTD");
        assertThat(Files.readAllBytes(written(rows))).isEqualTo(first);
    }

    @Test
    void a_file_without_rows_has_its_columns() throws IOException, SQLException {
        assertThat(ask("select count(*), count(id) from '" + written(List.of()) + "'")).containsExactly("0|0");
    }
}
