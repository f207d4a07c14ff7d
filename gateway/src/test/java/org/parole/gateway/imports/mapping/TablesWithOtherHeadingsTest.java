package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.parole.gateway.imports.table.TableFormat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tables whose headings nobody here has chosen for the guess: several records in a row, other languages, encodings and habits. What
 * each should become was written down before the guess was tried. All of them are made up.
 */
class TablesWithOtherHeadingsTest {

    private static List<String> parties(TriedTable table) {
        return table.mapping().path("parties").findValuesAsText("slug");
    }

    @Test
    void a_swap_in_one_row_tells_whose_people_went_home() {
        TriedTable table = TriedTable.of("""
                Swap no.;Swap date;POWs returned to Ukraine;POWs returned to Russia;Announced by;News site;Web page
                61;4 Feb 2031;206;207;Ministry of Defence of Russia;TASS;https://example.org/s1
                62;19 March 2031;175;–;Ukraine;Ukrinform;https://example.org/s2
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "russia-frees-ukraine | REPORTED BATCH | EXACTLY 206 | 2031-02-04 | 2031-02-04 | Ministry of Defence of Russia RELEASING_PARTY | TASS",
                "ukraine-frees-russia | REPORTED BATCH | EXACTLY 207 | 2031-02-04 | 2031-02-04 | Ministry of Defence of Russia RECEIVING_PARTY | TASS",
                "russia-frees-ukraine | REPORTED BATCH | EXACTLY 175 | 2031-03-19 | 2031-03-19 | Ukraine RECEIVING_PARTY | Ukrinform");
        assertThat(parties(table)).containsExactlyInAnyOrder("ukraine", "russia");
        assertThat(table.undecided()).anyMatch(note -> note.contains("'POWs returned to Ukraine' is read as: russia"));
    }

    @Test
    void prisoners_with_a_nationality_are_freed_by_the_other_side() {
        TriedTable table = TriedTable.of("""
                Day,Israeli hostages released,Lebanese detainees released,According to,Paper,Link
                2031-01-19,3,90,Government of Israel,Alba Post,https://example.org/g1
                2031-01-25,4,200,Government of Israel,Alba Post,https://example.org/g2
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "lebanon-frees-israel | REPORTED BATCH | EXACTLY 3 | 2031-01-19 | 2031-01-19 | Government of Israel RECEIVING_PARTY | Alba Post",
                "israel-frees-lebanon | REPORTED BATCH | EXACTLY 90 | 2031-01-19 | 2031-01-19 | Government of Israel RELEASING_PARTY | Alba Post",
                "lebanon-frees-israel | REPORTED BATCH | EXACTLY 4 | 2031-01-25 | 2031-01-25 | Government of Israel RECEIVING_PARTY | Alba Post",
                "israel-frees-lebanon | REPORTED BATCH | EXACTLY 200 | 2031-01-25 | 2031-01-25 | Government of Israel RELEASING_PARTY | Alba Post");
    }

    @Test
    void a_whole_and_its_parts_in_one_row_are_a_report_each() {
        TriedTable table = TriedTable.of("""
                Release date,From side,To side,Total freed,of whom women,of whom children,Bodies,Says who,Printed in
                2031-05-07,Government of Northland,Southern Front,40,5,2,,Government of Northland,Northland Daily
                2031-05-09,Southern Front,Government of Northland,12,-,-,3,Southern Front,Northland Daily
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).extracting(line -> line.replaceFirst(" \\| 2031-05-.*", "")).containsExactly(
                "government-of-northland-frees-southern-front | REPORTED BATCH | EXACTLY 40",
                "government-of-northland-frees-southern-front | REPORTED BATCH | EXACTLY 5",
                "government-of-northland-frees-southern-front | REPORTED BATCH | EXACTLY 2",
                "southern-front-frees-government-of-northland | REPORTED BATCH | EXACTLY 12",
                "southern-front-frees-government-of-northland | REPORTED BATCH | EXACTLY 3");
        List<JsonNode> reports = table.drafts().values().stream().map(draft -> (JsonNode) draft.report()).toList();
        assertThat(reports).extracting(report -> report.path("categoryDetail").asText(null)).containsExactly(null,
                "women", "children", null, "Bodies");
        assertThat(reports.get(4).path("categoryKind").asText()).isEqualTo("REMAINS");
        assertThat(table.undecided()).anyMatch(note -> note.contains("'of whom women' is read as a part of the whole"))
                .anyMatch(note -> note.contains("bodies, which are counted apart"));
    }

    @Test
    void what_was_promised_freed_that_day_and_so_far_is_a_report_each() {
        TriedTable table = TriedTable
                .of("""
                        Story date,Who to whom,Promised,Freed that day,Cumulative so far,Still held,Confirmed by,Media,Article URL
                        2031-05-07,Northland -> Southern Front,100,40,40,60,Northland,Alba Post,https://example.org/c1
                        2031-05-08,Northland -> Southern Front,,some 15,55,,Southern Front,Alba Post,https://example.org/c2
                        """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).extracting(line -> line.replaceFirst(" \\| 2031-05-0. \\|.*", ""))
                .containsExactly("northland-frees-southern-front | ANNOUNCED TOTAL | EXACTLY 100",
                        "northland-frees-southern-front | REPORTED BATCH | EXACTLY 40",
                        "northland-frees-southern-front | REPORTED CUMULATIVE | EXACTLY 40",
                        "northland-frees-southern-front | REPORTED REMAINING | EXACTLY 60",
                        "northland-frees-southern-front | REPORTED BATCH | ABOUT 15",
                        "northland-frees-southern-front | REPORTED CUMULATIVE | EXACTLY 55");
        assertThat(parties(table)).containsExactly("northland", "southern-front");
    }

    @Test
    void columns_of_claimants_are_claims_and_no_parties() {
        TriedTable table = TriedTable.of("""
                Date of the release,Released by,Government says,Southern Front says,Source
                2031-05-07,Government,40,36,Northland Daily
                2031-05-09,Southern Front,10,12,Northland Daily
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "government-frees-southern-front | REPORTED BATCH | EXACTLY 40 | 2031-05-07 | 2031-05-07 | Government RELEASING_PARTY | Northland Daily",
                "government-frees-southern-front | REPORTED BATCH | EXACTLY 36 | 2031-05-07 | 2031-05-07 | Southern Front RECEIVING_PARTY | Northland Daily",
                "southern-front-frees-government | REPORTED BATCH | EXACTLY 10 | 2031-05-09 | 2031-05-09 | Government RECEIVING_PARTY | Northland Daily",
                "southern-front-frees-government | REPORTED BATCH | EXACTLY 12 | 2031-05-09 | 2031-05-09 | Southern Front RELEASING_PARTY | Northland Daily");
        assertThat(parties(table)).containsExactly("government", "southern-front");
    }

    @Test
    void german_of_windows_with_decimal_commas_and_figures_in_words() {
        TriedTable table = TriedTable
                .of("""
                        Ereignis am;Gemeldet am;Freilassende Partei;Freigelassene Partei;Personenzahl;Angabeart;Gemeldet von;Medium;Fundstelle (URL);Originalwortlaut
                        07.05.2031;08.05.2031;Regierung von Nordland;Südfront;1.040,0;Freilassung;Regierung von Nordland;Südzeitung;https://example.org/w1;Die Regierung ließ 1.040 Häftlinge frei, „alle“, wie es hieß.
                        09.05.2031;10.05.2031;Südfront;Regierung von Nordland;31–52;insgesamt;Südfront;dpa;https://example.org/w2;Zwischen 31 und 52 Männer kamen frei, so die Südfront.
                        13.05.2031;13.05.2031;Südfront;Regierung von Nordland;über 200;geplant;Südfront;dpa;https://example.org/w3;Über 200 Männer sollen für die Übergabe vorgesehen sein.
                        """
                        .getBytes(Charset.forName("windows-1252")), TableFormat.CSV);
        assertThat(table.mapping().path("language").asText()).isEqualTo("de");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "regierung-von-nordland-frees-sudfront | REPORTED BATCH | EXACTLY 1040 | 2031-05-07 | 2031-05-08 | Regierung von Nordland RELEASING_PARTY | Südzeitung",
                "sudfront-frees-regierung-von-nordland | REPORTED CUMULATIVE | BETWEEN 31-52 | 2031-05-09 | 2031-05-10 | Südfront RELEASING_PARTY | dpa",
                "sudfront-frees-regierung-von-nordland | ANNOUNCED BATCH | OVER 200 | 2031-05-13 | 2031-05-13 | Südfront RELEASING_PARTY | dpa");
        assertThat(table.drafts().values()).extracting(draft -> draft.quote().path("content").asText())
                .first().asString().contains("„alle“");
    }

    @Test
    void spanish_of_utf_16_with_tabs_as_excel_saves_unicode_text() {
        TriedTable table = TriedTable.of(("\uFEFF"
                + """
                        Fecha del canje	Publicado el	Quién libera	A quién	Cantidad	Tipo de dato	Según quién	Medio	Enlace	Observaciones
                        7 de mayo de 2031	8 de mayo de 2031	Gobierno de Nortelandia	Frente del Sur	unos 40	liberación	Gobierno de Nortelandia	El Diario	https://example.org/e1	dudoso
                        9 de mayo de 2031	9 de mayo de 2031	Frente del Sur	Gobierno de Nortelandia	más de 200	acumulado	Frente del Sur	EFE	https://example.org/e2
                        10 de mayo de 2031	10 de mayo de 2031	Frente del Sur	Gobierno de Nortelandia	hasta 12	previsto	Frente del Sur	EFE	https://example.org/e3
                        """)
                .getBytes(StandardCharsets.UTF_16LE), TableFormat.TSV);
        assertThat(table.mapping().path("language").asText()).isEqualTo("es");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "gobierno-de-nortelandia-frees-frente-del-sur | REPORTED BATCH | ABOUT 40 | 2031-05-07 | 2031-05-08 | Gobierno de Nortelandia RELEASING_PARTY | El Diario",
                "frente-del-sur-frees-gobierno-de-nortelandia | REPORTED CUMULATIVE | OVER 200 | 2031-05-09 | 2031-05-09 | Frente del Sur RELEASING_PARTY | EFE",
                "frente-del-sur-frees-gobierno-de-nortelandia | ANNOUNCED BATCH | UP_TO 12 | 2031-05-10 | 2031-05-10 | Frente del Sur RELEASING_PARTY | EFE");
    }

    @Test
    void ukrainian_headings_and_words() {
        TriedTable table = TriedTable.of("""
                Дата обміну,Дата публікації,Хто передав,Кому,Кількість,Тип,За словами,Видання,Посилання
                4 лютого 2031,04.02.2031,Росія,Україна,близько 206,обмін,Україна,Укрінформ,https://example.org/u1
                19 березня 2031,20.03.2031,Україна,Росія,понад 175,всього,Україна,Укрінформ,https://example.org/u2
                """);
        assertThat(table.mapping().path("language").asText()).isEqualTo("uk");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).extracting(line -> line.replaceFirst("^[^|]*", "")).containsExactly(
                "| REPORTED BATCH | ABOUT 206 | 2031-02-04 | 2031-02-04 | Україна RECEIVING_PARTY | Укрінформ",
                "| REPORTED CUMULATIVE | OVER 175 | 2031-03-19 | 2031-03-20 | Україна RELEASING_PARTY | Укрінформ");
    }

    @Test
    void turkish_headings_and_words() {
        TriedTable table = TriedTable
                .of("""
                        Takas tarihi|Haber tarihi|Serbest bırakan|Serbest bırakılan|Kişi sayısı|Tür|Açıklayan|Gazete|Bağlantı
                        7 Mayıs 2031|8 Mayıs 2031|Kuzey Hükümeti|Güney Cephesi|yaklaşık 40|serbest bırakma|Kuzey Hükümeti|Haber|https://example.org/t1
                        9 Mayıs 2031|9 Mayıs 2031|Güney Cephesi|Kuzey Hükümeti|en az 12|toplam|Güney Cephesi|Haber|https://example.org/t2
                        """);
        assertThat(table.mapping().path("language").asText()).isEqualTo("tr");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).extracting(line -> line.replaceFirst("^[^|]*", "")).containsExactly(
                "| REPORTED BATCH | ABOUT 40 | 2031-05-07 | 2031-05-08 | Kuzey Hükümeti RELEASING_PARTY | Haber",
                "| REPORTED CUMULATIVE | AT_LEAST 12 | 2031-05-09 | 2031-05-09 | Güney Cephesi RELEASING_PARTY | Haber");
    }

    @Test
    void a_workbook_with_dates_as_bare_serial_numbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "tests", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            String[] headings = {"Claim no", "Date freed", "Dated", "Flow", "People freed", "How exact", "Speaker name",
                    "Org", "Outlet name", "Article link"};
            Object[][] rows = {
                    {"c-1", 47974, 47975, "NORTH → SOUTH", 40, "exact", "Ana Lind", "Government of North", "Alba Post",
                            "https://example.org/x1"},
                    {"c-2", 47976, 47976, "SOUTH → NORTH", 12, "at least", "Tor Vik", "South", "Alba Post",
                            "https://example.org/x1"}};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
                for (int row = 0; row < rows.length; row++) {
                    if (rows[row][i] instanceof Integer number) {
                        sheet.value(row + 1, i, number);
                    } else {
                        sheet.value(row + 1, i, (String) rows[row][i]);
                    }
                }
            }
        }
        TriedTable table = TriedTable.of(bytes.toByteArray(), TableFormat.XLSX);
        assertThat(table.mapping().at("/columns/Date freed/date").asText()).isEqualTo("serial");
        assertThat(table.undecided()).anyMatch(note -> note.contains("as days that a spreadsheet counts"));
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "north-frees-south | REPORTED BATCH | EXACTLY 40 | 2031-05-06 | 2031-05-07 | Ana Lind RELEASING_PARTY | Alba Post",
                "south-frees-north | REPORTED BATCH | AT_LEAST 12 | 2031-05-08 | 2031-05-08 | Tor Vik RELEASING_PARTY | Alba Post");
        assertThat(table.readings()).extracting(RowReading::documentKey).containsOnly("https://example.org/x1");
        assertThat(table.readings()).extracting(RowReading::key).containsExactly("c-1", "c-2");
    }

    @Test
    void figures_as_they_were_worded_and_no_address() {
        TriedTable table = TriedTable
                .of("""
                        sep=,
                        Occurred on,Pub,Freed by,Captives of,Figure text,Nature of figure,Attributed to,Newspaper,Exact words,Coder notes
                        6-7 May 2031,8 May 2031,Northland,Southern Front,some 900,batch,Northland,Alba Post,"Some 900 went home, Northland said on Wednesday.",
                        2031-05-09,2031-05-09,Northland,Southern Front,31-52,batch,Southern Front,Alba Post,"Between 31 and 52 of our men are free, the Southern Front said.",check
                        2031-05-10,2031-05-11,Northland,Southern Front,dozens,batch,Southern Front,Alba Post,"Dozens of our men are free, the Southern Front said again.",
                        2031-05-12,2031-05-12,Northland,Southern Front,19 (of 60),batch,Northland,Alba Post,"Only nineteen of the sixty have been let go, Northland said.",
                        2031-05-13,2031-05-13,Northland,Southern Front,206 for 207,batch,Northland,Alba Post,"It was a swap of 206 for 207, Northland said on Tuesday.",
                        Total,,,,1000,,,,,
                        """);
        assertThat(table.mapping().at("/layout/headerLine").asInt()).isEqualTo(2);
        assertThat(table.inShort()).containsExactly(
                "northland-frees-southern-front | REPORTED BATCH | ABOUT 900 | 2031-05-06/2031-05-07 | 2031-05-08 | Northland RELEASING_PARTY | Alba Post",
                "northland-frees-southern-front | REPORTED BATCH | BETWEEN 31-52 | 2031-05-09 | 2031-05-09 | Southern Front RECEIVING_PARTY | Alba Post",
                "northland-frees-southern-front | REPORTED BATCH | SOME dozens | 2031-05-10 | 2031-05-11 | Southern Front RECEIVING_PARTY | Alba Post",
                "northland-frees-southern-front | REPORTED BATCH | EXACTLY 19 | 2031-05-12 | 2031-05-12 | Northland RELEASING_PARTY | Alba Post");
        assertThat(table.drafts().values().stream().skip(3).findFirst().orElseThrow().report().path("outOf").asInt())
                .isEqualTo(60);
        // Two numbers of a swap are no range, and the sum below the table is no claim.
        assertThat(table.refused()).anyMatch(refusal -> refusal.contains("has more than one number: '206 for 207'"))
                .anyMatch(refusal -> refusal.contains("names a sum of other rows, which is no claim: 'Total'"));
    }

    @Test
    void words_that_are_no_sides_make_no_parties() {
        TriedTable killed = TriedTable.of("""
                Date,Killed,Wounded,Freed,Source
                2031-05-07,2,5,40,Northland Daily
                2031-05-09,0,1,12,Reuters
                """);
        assertThat(parties(killed)).isEmpty();
        assertThat(killed.undecided()).anyMatch(note -> note.contains("Nothing says who released whom"));
        assertThat(killed.refused()).isNotEmpty().allMatch(refusal -> refusal.contains("releasingParty"));
        TriedTable weeks = TriedTable.of("""
                Place,Freed 2030,Freed 2031,Source
                Alba,2,5,Northland Daily
                Dun,0,1,Reuters
                """);
        assertThat(parties(weeks)).isEmpty();
        TriedTable estimates = TriedTable.of("""
                Date,Low estimate,High estimate,Source
                2031-05-07,20,50,Northland Daily
                2031-05-09,30,55,Reuters
                """);
        assertThat(parties(estimates)).isEmpty();
        assertThat(estimates.mapping().path("claimants")).isEmpty();
    }
}
