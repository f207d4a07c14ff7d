package org.parole.gateway.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    private static final String TABLE = "Datum;Zahl;Wörter\r\n2020-05-31;\"4.917\";\"Sie sagte: \"\"Alle,\r\nalle\"\"\"\r\n2020-06-01;3\r\n";

    @TempDir
    Path directory;

    private List<TableRow> rows(byte[] bytes) throws IOException {
        return rows(bytes, TableFormat.CSV, TableLayout.UNKNOWN);
    }

    private List<TableRow> rows(byte[] bytes, TableFormat format, TableLayout layout) throws IOException {
        Path file = Files.write(directory.resolve("table"), bytes);
        try (Table table = Tables.open(file, format, layout)) {
            return Tables.head(table, 1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void every_encoding_gives_the_same_rows(String charset) throws IOException {
        List<TableRow> rows = rows(TABLE.getBytes(charset));
        assertThat(rows).extracting(TableRow::line).containsExactly(1L, 2L, 4L);
        assertThat(rows.get(0).cells()).containsExactly("Datum", "Zahl", "Wörter");
        assertThat(rows.get(1).cell(2)).isEqualTo("Sie sagte: \"Alle,\r\nalle\"");
        assertThat(rows.get(2).cells()).containsExactly("2020-06-01", "3");
        assertThat(rows.get(2).cell(2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_no_part_of_the_first_heading(String charset) throws IOException {
        assertThat(rows(("\uFEFF" + TABLE).getBytes(charset)).get(0).cell(0)).isEqualTo("Datum");
    }

    @Test
    void cyrillic_of_windows_is_found() throws IOException {
        String table = "Дата,Количество,Источник\n2022-09-21,215,Служба безопасности Украины сообщила об освобождении пленных\n"
                .repeat(5);
        assertThat(rows(table.getBytes(Charset.forName("windows-1251"))).get(0).cell(2)).isEqualTo("Источник");
    }

    @Test
    void a_declared_encoding_outranks_what_the_bytes_look_like() throws IOException {
        byte[] bytes = "a,b\nж,1\n".getBytes(Charset.forName("KOI8-R"));
        assertThat(rows(bytes, TableFormat.CSV, new TableLayout("KOI8-R", null, null, null)).get(1).cell(0))
                .isEqualTo("ж");
        assertThatThrownBy(() -> rows(bytes, TableFormat.CSV, new TableLayout("klingon", null, null, null)))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining("klingon");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_separator_is_seen_though_the_cells_have_others_in_them(String separator) throws IOException {
        String table = ("date" + separator + "text" + separator + "n\n"
                + "2020-01-01" + separator + "\"a, b; c | d\"" + separator + "5\n").repeat(4);
        assertThat(rows(table.getBytes(StandardCharsets.UTF_8))).allSatisfy(row -> assertThat(row.cells()).hasSize(3));
    }

    @Test
    void a_row_longer_than_a_million_characters_ends_the_reading_with_a_reason() {
        assertThatThrownBy(() -> rows(("a,b\n1,\"" + "x".repeat(2_000_000) + "\"\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining("longer than 1,048,576 characters");
    }

    @Test
    void titles_above_the_headings_are_passed_over_and_merged_headings_are_joined() throws IOException {
        List<TableRow> rows = rows("""
                Releases so far,,,,
                ,,,,
                Date,Government,,Rebels,
                ,freed,total,freed,total
                2020-05-01,10,20,1,2
                2020-05-02,11,31,2,4
                """.getBytes(StandardCharsets.UTF_8));
        TableLayout layout = Tables.located(rows, TableLayout.UNKNOWN);
        assertThat(layout).isEqualTo(new TableLayout(null, null, 3, 2));
        assertThat(TableLayout.headings(rows.subList(1, 3))).containsExactly("Date", "Government: freed",
                "Government: total",
                "Rebels: freed", "Rebels: total");
    }

    @Test
    void headings_are_unique_and_never_blank() {
        assertThat(TableLayout.headings(List.of(new TableRow(1, List.of("a", "", "a", "b\nc")))))
                .containsExactly("a", "column 2", "a (2)", "b c");
    }

    @Test
    void the_first_sheet_of_a_workbook_is_read_with_dates_numbers_and_computed_values() throws IOException {
        Path file = directory.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "tests", "1.0")) {
            Worksheet sheet = book.newWorksheet("claims");
            sheet.value(0, 0, "Date");
            sheet.value(0, 1, "Count");
            sheet.value(0, 2, "Words");
            sheet.value(1, 0, LocalDate.parse("2020-05-31"));
            sheet.style(1, 0).format("yyyy-mm-dd").set();
            sheet.value(1, 1, 4917);
            sheet.value(1, 2, "=HYPERLINK(\"http://evil.example\")");
            sheet.value(3, 1, 20);
            book.newWorksheet("other").value(0, 0, "not read");
        }
        try (Table table = Tables.open(file, TableFormat.XLSX, TableLayout.UNKNOWN)) {
            assertThat(Tables.head(table, 10)).containsExactly(new TableRow(1, List.of("Date", "Count", "Words")),
                    new TableRow(2, List.of("2020-05-31", "4917", "=HYPERLINK(\"http://evil.example\")")),
                    new TableRow(4, List.of("", "20")));
        }
    }

    @Test
    void what_is_no_workbook_says_so() throws IOException {
        Path file = Files.write(directory.resolve("no.xlsx"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Tables.open(file, TableFormat.XLSX, TableLayout.UNKNOWN))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining("not a workbook");
        Path zip = directory.resolve("zip.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../etc/passwd"));
            out.write(1);
        }
        assertThatThrownBy(() -> Tables.open(zip, TableFormat.XLSX, TableLayout.UNKNOWN))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining("not a workbook");
        assertThatThrownBy(() -> Tables.open(zip, TableFormat.CSV, TableLayout.UNKNOWN))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining("zip file");
    }

    @Test
    void a_workbook_that_unpacks_to_more_than_there_is_memory_for_is_refused() throws IOException {
        Path bomb = directory.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 1025; i++) {
                out.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(2_000_000);
        assertThatThrownBy(() -> Tables.open(bomb, TableFormat.XLSX, TableLayout.UNKNOWN))
                .isInstanceOf(UnreadableTableException.class).hasMessageContaining("larger than 1 GB");
    }

    @Test
    void a_gigabyte_on_one_line_is_given_up_after_a_megabyte() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                long at = given.getAndIncrement();
                return at < 4 ? "a,b\n".charAt((int) at) : at < 1L << 30 ? 'x' : -1;
            }
        };
        assertThatThrownBy(() -> {
            try (Table table = DelimitedTable.open(endless, TableFormat.CSV, TableLayout.UNKNOWN)) {
                Tables.head(table, 10);
            }
        }).isInstanceOf(UnreadableTableException.class).hasMessageContaining("longer than 1,048,576 characters");
        assertThat(given.get()).isLessThan(8L << 20);
    }

    @Test
    void formulas_are_not_computed_and_what_a_workbook_refers_to_is_not_opened() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "the secret of this machine");
        Path file = directory.resolve("formulas.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "tests", "1.0")) {
            Worksheet sheet = book.newWorksheet("claims");
            sheet.value(0, 0, "Date");
            sheet.value(0, 1, "Count");
            sheet.value(1, 0, "2020-05-31");
            sheet.formula(1, 1, "WEBSERVICE(\"http://127.0.0.1:9/\")");
            sheet.value(2, 0, "2020-06-01");
            sheet.formula(2, 1, "'[http://example.org/other.xlsx]Sheet1'!A1");
        }
        try (Table table = Tables.open(file, TableFormat.XLSX, TableLayout.UNKNOWN)) {
            assertThat(Tables.head(table, 10)).extracting(row -> row.cell(0)).containsExactly("Date", "2020-05-31",
                    "2020-06-01");
        }
        Path entity = directory.resolve("entity.xlsx");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(entity))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceFirst("<worksheet", "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM \""
                                    + secret.toUri() + "\">]><worksheet")
                            .replaceFirst("<sheetData>", "<sheetData><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>"
                                    + "&secret;</t></is></c></row>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("xl/externalLinks/externalLink1.xml"));
            out.write("<externalLink/>".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        assertThat(readable(entity)).isNotEmpty().doesNotContain("secret of this machine");
    }

    /** All cells of a workbook, or why it is refused. */
    private static String readable(Path file) throws IOException {
        try (Table table = Tables.open(file, TableFormat.XLSX, TableLayout.UNKNOWN)) {
            return Tables.head(table, 100).toString();
        } catch (UnreadableTableException e) {
            return e.getMessage();
        }
    }
}
