package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Tables in layouts that people make for people: pivots, sums, remarks above the headings, two calendars in a column. What a careful
 * analyst takes each for was written down before it was tried. All of them are made up.
 */
class TablesOfOtherLayoutsTest {

    @Test
    void remarks_above_the_headings_decimal_commas_and_a_sum_below() {
        TriedTable table = TriedTable.of("""
                # Stand: 14.06.2031, eigene Zählung
                # Alle Zahlen vorläufig; Rückfragen an die Dokumentation
                Datum;Freigelassen von Nordland;Freigelassen von Südfront;Quelle;Link
                07.05.2031;1.040,0;12,0;Südzeitung;https://example.org/o1
                09.05.2031;;31,0;dpa;https://example.org/o2
                Summe;1.040,0;43,0;;
                """);
        assertThat(table.mapping().at("/layout/headerLine").asInt()).isEqualTo(3);
        assertThat(table.inShort()).containsExactly(
                "nordland-frees-sudfront | REPORTED BATCH | EXACTLY 1040 | 2031-05-07 | 2031-05-07 | Südzeitung MEDIA | Südzeitung",
                "sudfront-frees-nordland | REPORTED BATCH | EXACTLY 12 | 2031-05-07 | 2031-05-07 | Südzeitung MEDIA | Südzeitung",
                "sudfront-frees-nordland | REPORTED BATCH | EXACTLY 31 | 2031-05-09 | 2031-05-09 | dpa MEDIA | dpa");
        assertThat(table.refused()).singleElement().asString()
                .contains("/Datum names a sum of other rows, which is no claim: 'Summe'");
        assertThat(table.undecided()).anyMatch(note -> note.startsWith("/rows 1 row begins with a word for a sum"));
    }

    @Test
    void a_pivot_of_months_is_a_figure_of_each_month_once_its_day_of_publication_is_given() {
        TriedTable table = TriedTable.of("""
                Releasing side,Receiving side,May 2031,June 2031,July 2031,Source
                Northland,Southern Front,40,55,,Alba Post
                Southern Front,Northland,12,-,7,Alba Post
                Total,,52,55,7,
                """);
        assertThat(table.mapping().path("parties").findValuesAsText("slug")).containsExactlyInAnyOrder("northland",
                "southern-front");
        assertThat(table.inShort()).isEmpty();
        assertThat(table.undecided()).anyMatch(note -> note.startsWith("/constants/publishedAt No column says when"))
                .anyMatch(note -> note.contains("Column 'June 2031' is read as the figure of 2031-06"));
        table.correct("/constants/publishedAt", "\"2031-08-03\"");
        assertThat(table.inShort()).containsExactly(
                "northland-frees-southern-front | REPORTED BATCH | EXACTLY 40 | 2031-05 | 2031-08-03 | Alba Post MEDIA | Alba Post",
                "northland-frees-southern-front | REPORTED BATCH | EXACTLY 55 | 2031-06 | 2031-08-03 | Alba Post MEDIA | Alba Post",
                "southern-front-frees-northland | REPORTED BATCH | EXACTLY 12 | 2031-05 | 2031-08-03 | Alba Post MEDIA | Alba Post",
                "southern-front-frees-northland | REPORTED BATCH | EXACTLY 7 | 2031-07 | 2031-08-03 | Alba Post MEDIA | Alba Post");
        assertThat(table.refused()).singleElement().asString().contains("/Releasing side names a sum of other rows");
    }

    @Test
    void a_column_of_two_calendars_is_read_by_the_year() {
        TriedTable table = TriedTable.of("""
                تاریخ آزادی,آزاد کننده,طرف مقابل,تعداد,به گفته,منبع
                ۱۳۹۹/۰۲/۱۸,دولت شمال,جبهه جنوب,۴۰,دولت شمال,روزنامه آلبا
                2020-05-09,جبهه جنوب,دولت شمال,12,جبهه جنوب,روزنامه آلبا
                ۱۳۹۹/۰۲/۲۱,دولت شمال,جبهه جنوب,۷,دولت شمال,روزنامه آلبا
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort())
                .extracting(line -> line.replaceFirst("^[^|]*", "").replaceFirst("\\| 2020-05-.. \\| \\D*$", ""))
                .containsExactly("| REPORTED BATCH | EXACTLY 40 | 2020-05-07 ",
                        "| REPORTED BATCH | EXACTLY 12 | 2020-05-09 ", "| REPORTED BATCH | EXACTLY 7 | 2020-05-10 ");
        table.correct("/columns/تاریخ آزادی", "{\"field\":\"eventOn\",\"date\":\"iso\"}");
        // Nobody is said to have been freed in the Middle Ages.
        assertThat(table.readings()).filteredOn(reading -> !reading.defects().isEmpty()).hasSize(2);
        assertThat(table.refused())
                .allMatch(refusal -> refusal.contains("has the year 1399, which is of another calendar"));
    }

    @Test
    void merged_headings_in_french_with_what_was_promised_and_freed_of_each_side() {
        TriedTable table = TriedTable.of("""
                Suivi des libérations;;;;;;
                ;Gouvernement;;Front du Sud;;;
                Date;Promis;Libérés;Promis;Libérés;Journal;Lien
                7 mai 2031;100;40;20;;Le Quotidien;https://example.org/m1
                9 mai 2031;;55;;12;Le Quotidien;https://example.org/m2
                Sous-total;100;95;20;12;;
                """);
        assertThat(table.mapping().at("/layout/headerLine").asInt()).isEqualTo(2);
        assertThat(table.inShort()).extracting(line -> line.replaceFirst(" \\| 2031-05-0. \\| Le.*", ""))
                .containsExactly(
                        "gouvernement-frees-front-du-sud | ANNOUNCED TOTAL | EXACTLY 100 | 2031-05-07",
                        "gouvernement-frees-front-du-sud | REPORTED BATCH | EXACTLY 40 | 2031-05-07",
                        "front-du-sud-frees-gouvernement | ANNOUNCED TOTAL | EXACTLY 20 | 2031-05-07",
                        "gouvernement-frees-front-du-sud | REPORTED BATCH | EXACTLY 55 | 2031-05-09",
                        "front-du-sud-frees-gouvernement | REPORTED BATCH | EXACTLY 12 | 2031-05-09");
        assertThat(table.refused()).singleElement().asString().contains("'Sous-total'");
    }

    @Test
    void sums_between_the_rows_make_no_party_and_a_kind_of_that_name_stays_a_kind() {
        TriedTable table = TriedTable.of("""
                Freed by,Freed to,Day,Number freed,Nature,As stated by,Outlet
                Northland,Southern Front,2031-05-07,40,batch,Northland,Alba Post
                Northland,Southern Front,2031-05-30,55,total,Northland,Alba Post
                Total May 2031,,,55,,,
                Southern Front,Northland,2031-06-02,12,batch,Southern Front,Alba Post
                Subtotal:,,,12,,,
                """);
        assertThat(table.mapping().path("parties").findValuesAsText("slug")).containsExactlyInAnyOrder("northland",
                "southern-front");
        assertThat(table.inShort()).extracting(line -> line.replaceFirst(" \\| 2031-0.*", "")).containsExactly(
                "northland-frees-southern-front | REPORTED BATCH | EXACTLY 40",
                "northland-frees-southern-front | REPORTED CUMULATIVE | EXACTLY 55",
                "southern-front-frees-northland | REPORTED BATCH | EXACTLY 12");
        assertThat(table.refused()).hasSize(2).allMatch(refusal -> refusal.contains("names a sum of other rows"));
    }
}
