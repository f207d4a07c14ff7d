package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tables as researchers keep them, each with other headings, orders, languages and habits. All of them are made up. */
class TablesOfResearchersTest {

    @Test
    void events_in_the_manner_of_ucdp_have_sides_addresses_and_estimates() {
        TriedTable table = TriedTable
                .of("""
                        id,relid,year,conflict_name,side_a,side_b,source_article,source_office,source_date,source_headline,where_description,date_start,date_end,best,low,high
                        5001,NOR-1,2031,Northland: Government,Government of Northland,Southern Front,https://example.org/a1,Northland Daily,2031-05-08,Forty freed,Port Alba,2031-05-07,2031-05-07,40,40,40
                        5002,NOR-2,2031,Northland: Government,Southern Front,Government of Northland,https://example.org/a2,Reuters,2031-05-09,Front frees twelve,Mount Dun,2031-05-08,2031-05-09,12,10,15
                        5003,NOR-3,2031,Northland: Government,Government of Northland,Southern Front,https://example.org/a3,Reuters,2031-06-01,More go home,Port Alba,2031-05-31,2031-05-31,7,7,9
                        """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "government-of-northland-frees-southern-front | REPORTED BATCH | EXACTLY 40 | 2031-05-07 | 2031-05-08 | Northland Daily MEDIA | Northland Daily",
                "southern-front-frees-government-of-northland | REPORTED BATCH | EXACTLY 12 | 2031-05-08/2031-05-09 | 2031-05-09 | Reuters MEDIA | Reuters",
                "government-of-northland-frees-southern-front | REPORTED BATCH | EXACTLY 7 | 2031-05-31 | 2031-06-01 | Reuters MEDIA | Reuters");
        assertThat(table.undecided()).anyMatch(note -> note.startsWith("/columns/low"))
                .anyMatch(note -> note.startsWith("/constants/claimant"))
                .anyMatch(note -> note.startsWith("/constants/basis"));
    }

    @Test
    void events_in_the_manner_of_acled_have_dates_in_words_and_actors() {
        TriedTable table = TriedTable
                .of("""
                        event_id_cnty;event_date;year;sub_event_type;actor1;actor2;country;admin1;location;source;notes;persons;timestamp
                        NOR77;18 September 2031;2031;Prisoner exchange;Government of Northland;Southern Front;Northland;Alba;Port Alba;Northland Daily;"On 18 September 2031, 40 fighters; all men, were handed over in Port Alba by the government.";40;1947628800
                        NOR78;19 September 2031;2031;Prisoner exchange;Southern Front;Government of Northland;Northland;Alba;Mount Dun;AFP;"On 19 September 2031, the Southern Front released about 12 soldiers near Mount Dun.";about 12;1947715200
                        """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "government-of-northland-frees-southern-front | REPORTED BATCH | EXACTLY 40 | 2031-09-18 | 2031-09-20T00:00:00Z | Northland Daily MEDIA | Northland Daily",
                "southern-front-frees-government-of-northland | REPORTED BATCH | ABOUT 12 | 2031-09-19 | 2031-09-21T00:00:00Z | AFP MEDIA | AFP");
    }

    @Test
    void a_newsrooms_sheet_has_a_title_and_says_who_said_it() {
        TriedTable table = TriedTable
                .of("""
                        PRISONER TRACKER (do not sort!),,,,,,,,
                        last edited 3 June,,,,,,,,
                        When,Who frees whom,How many,Type,Who says so,Reported by,Link,What was said,Remarks
                        5/7/2031,Northland -> Southern Front,40,released,"Ana Lind, spokeswoman for Government of Northland",Northland Daily,https://example.org/a1,\"""We let forty go"", Lind said, ""and more will follow"".",
                        5/30/2031,Southern Front -> Northland,at least 12,so far,Southern Front spokesman Tor Vik,Reuters via Alba Post,https://example.org/a2,Southern Front spokesman Tor Vik said at least 12 had been freed so far.,
                        5/31/2031,Northland -> Southern Front,100,planned,unattributed,Alba Post,https://example.org/a2,A further hundred are to be released next week.,check
                        """);
        assertThat(table.mapping().at("/layout/headerLine").asInt()).isEqualTo(3);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "northland-frees-southern-front | REPORTED BATCH | EXACTLY 40 | 2031-05-07 | 2031-05-07 | Ana Lind RELEASING_PARTY | Northland Daily",
                "southern-front-frees-northland | REPORTED CUMULATIVE | AT_LEAST 12 | 2031-05-30 | 2031-05-30 | Tor Vik RELEASING_PARTY | Alba Post",
                "northland-frees-southern-front | ANNOUNCED BATCH | EXACTLY 100 | 2031-05-31 | 2031-05-31 | Alba Post MEDIA | Alba Post");
        assertThat(table.readings().get(1).documentKey()).isEqualTo(table.readings().get(2).documentKey());
    }

    @Test
    void merged_headings_name_a_side_for_each_pair_of_columns() {
        TriedTable table = TriedTable.of("""
                ,Government,,Southern Front,,
                Date,Freed,Total,Freed,Total,Source
                2031-05-07,40,40,,,Northland Daily
                2031-05-09,,40,12,12,Reuters
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "government-frees-southern-front | REPORTED BATCH | EXACTLY 40 | 2031-05-07 | 2031-05-07 | Northland Daily MEDIA | Northland Daily",
                "government-frees-southern-front | REPORTED CUMULATIVE | EXACTLY 40 | 2031-05-07 | 2031-05-07 | Northland Daily MEDIA | Northland Daily",
                "government-frees-southern-front | REPORTED CUMULATIVE | EXACTLY 40 | 2031-05-09 | 2031-05-09 | Reuters MEDIA | Reuters",
                "southern-front-frees-government | REPORTED BATCH | EXACTLY 12 | 2031-05-09 | 2031-05-09 | Reuters MEDIA | Reuters",
                "southern-front-frees-government | REPORTED CUMULATIVE | EXACTLY 12 | 2031-05-09 | 2031-05-09 | Reuters MEDIA | Reuters");
    }

    @Test
    void a_wide_table_has_a_column_for_each_side() {
        TriedTable table = TriedTable.of("""
                exchange_no|date|freed_by_russia|freed_by_ukraine|source|url
                1|2031-02-04|206|207|Ukrinform|https://example.org/x1
                2|2031-03-19|175|175|TASS|https://example.org/x2
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "russia-frees-ukraine | REPORTED BATCH | EXACTLY 206 | 2031-02-04 | 2031-02-04 | Ukrinform MEDIA | Ukrinform",
                "ukraine-frees-russia | REPORTED BATCH | EXACTLY 207 | 2031-02-04 | 2031-02-04 | Ukrinform MEDIA | Ukrinform",
                "russia-frees-ukraine | REPORTED BATCH | EXACTLY 175 | 2031-03-19 | 2031-03-19 | TASS MEDIA | TASS",
                "ukraine-frees-russia | REPORTED BATCH | EXACTLY 175 | 2031-03-19 | 2031-03-19 | TASS MEDIA | TASS");
    }

    @Test
    void german_headings_points_in_numbers_and_days_first() {
        TriedTable table = TriedTable
                .of("""
                        Lfd. Nr.;Datum;Veröffentlicht am;Freigelassen von;Anzahl;Art;Laut;Quelle;Link;Zitat;Bemerkungen
                        1;07.05.2031;08.05.2031;Nordland;1.040;Freilassung;Regierung von Nordland;Südzeitung;https://example.org/d1;Die Regierung von Nordland ließ nach eigenen Angaben 1.040 Gefangene frei.;
                        2;09.05.2031;10.05.2031;Südfront;mindestens 12;insgesamt;Südfront;dpa;https://example.org/d2;Die Südfront hat bisher mindestens 12 Soldaten freigelassen, teilte sie mit.;unklar
                        """);
        assertThat(table.mapping().path("language").asText()).isEqualTo("de");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "nordland-frees-sudfront | REPORTED BATCH | EXACTLY 1040 | 2031-05-07 | 2031-05-08 | Regierung von Nordland RELEASING_PARTY | Südzeitung",
                "sudfront-frees-nordland | REPORTED CUMULATIVE | AT_LEAST 12 | 2031-05-09 | 2031-05-10 | Südfront RELEASING_PARTY | dpa");
    }

    @Test
    void french_headings_spaces_in_numbers_and_months_in_words() {
        TriedTable table = TriedTable
                .of("""
                        Date de libération	Publié le	Libérés par	Remis à	Nombre	Nature	Selon	Journal	Lien	Remarques
                        7 mai 2031	8 mai 2031	Nordland	Front du Sud	1 040	libération	Nordland	Le Monde	https://example.org/f1
                        9 mai 2031	9 mai 2031	Front du Sud	Nordland	environ 12	cumul	Front du Sud	AFP	https://example.org/f2	à vérifier
                        """);
        assertThat(table.mapping().path("language").asText()).isEqualTo("fr");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "nordland-frees-front-du-sud | REPORTED BATCH | EXACTLY 1040 | 2031-05-07 | 2031-05-08 | Nordland RELEASING_PARTY | Le Monde",
                "front-du-sud-frees-nordland | REPORTED CUMULATIVE | ABOUT 12 | 2031-05-09 | 2031-05-09 | Front du Sud RELEASING_PARTY | AFP");
    }

    @Test
    void russian_headings_and_words() {
        TriedTable table = TriedTable
                .of("""
                        №,Дата обмена,Дата публикации,Сторона,Количество,Вид,Со слов,Источник,Ссылка,Цитата
                        1,4 февраля 2031,04.02.2031,Россия,206,освобождено,Министерство обороны России,ТАСС,https://example.org/r1,"В результате переговорного процесса Россия передала 206 пленных, сообщили в ведомстве."
                        2,19 марта 2031,20.03.2031,Украина,не менее 175,всего,Украина,Укринформ,https://example.org/r2,"Украина передала не менее 175 военнопленных, говорится в сообщении координационного штаба."
                        """);
        assertThat(table.mapping().path("language").asText()).isEqualTo("ru");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).containsExactly(
                "rossia-frees-ukraina | REPORTED BATCH | EXACTLY 206 | 2031-02-04 | 2031-02-04 | Министерство обороны России RELEASING_PARTY | ТАСС",
                "ukraina-frees-rossia | REPORTED CUMULATIVE | AT_LEAST 175 | 2031-03-19 | 2031-03-20 | Украина RELEASING_PARTY | Укринформ");
    }

    @Test
    void arabic_headings_and_digits() {
        TriedTable table = TriedTable
                .of("""
                        الرقم,التاريخ,تاريخ النشر,الطرف المفرج,العدد,النوع,المصدر,الرابط,النص
                        ١,٧ مايو ٢٠٣١,٨ مايو ٢٠٣١,الحكومة,١٬٠٤٠,إفراج,صحيفة الشمال,https://example.org/ar1,أعلنت الحكومة الإفراج عن ١٬٠٤٠ أسيرا من سجون الشمال يوم الأربعاء
                        ٢,٩ مايو ٢٠٣١,٩ مايو ٢٠٣١,جبهة الجنوب,حوالي ١٢,إجمالي,رويترز,https://example.org/ar2,قالت جبهة الجنوب إنها أفرجت عن حوالي ١٢ جنديا حتى الآن
                        """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).hasSize(2);
        assertThat(table.inShort().get(0))
                .contains("| REPORTED BATCH | EXACTLY 1040 | 2031-05-07 | 2031-05-08 | صحيفة الشمال MEDIA");
        assertThat(table.inShort().get(1))
                .contains("| REPORTED CUMULATIVE | ABOUT 12 | 2031-05-09 | 2031-05-09 | رويترز MEDIA");
    }

    @Test
    void persian_dates_of_the_solar_hijri_calendar() {
        TriedTable table = TriedTable.of("""
                شماره,تاریخ,منبع,تعداد,طرف آزادکننده,لینک
                ۱,۱۳۹۹/۰۲/۱۷,خبرنامه,۳۱,حکومت افغانستان,https://example.org/p1
                ۲,۱۳۹۹/۰۲/۱۸,خبرنامه,۵۲,حکومت افغانستان,https://example.org/p2
                """);
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort()).extracting(line -> line.replaceFirst("^[^|]*", "")).containsExactly(
                "| REPORTED BATCH | EXACTLY 31 | 2020-05-06 | 2020-05-06 | خبرنامه MEDIA | خبرنامه",
                "| REPORTED BATCH | EXACTLY 52 | 2020-05-07 | 2020-05-07 | خبرنامه MEDIA | خبرنامه");
        assertThat(table.undecided()).anyMatch(note -> note.contains("Solar Hijri"));
    }

    @Test
    void quotes_without_figures_are_quotes() {
        TriedTable table = TriedTable
                .of("""
                        Speaker,Role,Quote,Said on,Newspaper,Date published,URL
                        Ana Lind,spokeswoman,"We ask the Southern Front not to sabotage the process by making excuses now.",2031-04-07,Northland Daily,2031-04-07,https://example.org/q1
                        Tor Vik,negotiator,"A technical team will not participate in fruitless meetings of any kind.",2031-04-06,Northland Daily,2031-04-07,https://example.org/q1
                        """);
        assertThat(table.mapping().path("make").asText()).isEqualTo("quotes");
        assertThat(table.refused()).isEmpty();
        assertThat(table.drafts().values()).hasSize(2).allSatisfy(draft -> {
            assertThat(draft.report()).isNull();
            assertThat(draft.quote().path("content").asText()).isNotBlank();
            assertThat(draft.document().path("url").asText()).isEqualTo("https://example.org/q1");
        }).extracting(draft -> draft.speaker().path("name").asText()).containsExactly("Ana Lind", "Tor Vik");
    }

    @Test
    void dates_that_nothing_decides_are_left_open_and_refused_until_they_are_decided() {
        TriedTable table = TriedTable.of("""
                date,released by,number,source
                3/4/2031,Northland,40,Northland Daily
                5/6/2031,Southern Front,12,Reuters
                """);
        assertThat(table.undecided()).anyMatch(note -> note.startsWith("/columns/date") && note.contains("day-first"));
        assertThat(table.refused()).hasSize(4)
                .allMatch(refusal -> refusal.contains("can be read as day or as month first"));
        table.correct("/columns/date/date", "\"day-first\"");
        assertThat(table.refused()).isEmpty();
        assertThat(table.inShort().get(0)).contains("2031-04-03");
    }
}
