package org.parole.quote.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in names, names that begin others, and scripts that are read in more than one way. */
class NameKindsTest {

    private static void assertSame(String one, String two, boolean same) {
        assertThat(NameMatcher.sameAs(one, two).isPresent()).as("%s and %s", one, two).isEqualTo(same);
        assertThat(NameMatcher.sameAs(two, one).isPresent()).as("%s and %s", two, one).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"79th Brigade | 80th Brigade", "1st Corps | 2nd Corps",
            "Third Army | Fourth Army", "III Corps | IV Corps", "V Corps | X Corps", "Brigade | 79th Brigade",
            "Unit 8200 | Unit 9900", "79-та бригада | 80-та бригада", "اللواء ٧٩ | اللواء ٨٠",
            "Second Army | 12th Army",
            "Twenty-first Division | Twenty-second Division", "Elizabeth I | Elizabeth II", "Louis XIV | Louis XV",
            "7th Fleet | Seventeenth Fleet", "G7 | G20", "79th Brigade | 79th Division"})
    void what_has_other_numbers_is_another_one(String one, String two) {
        assertSame(one, two, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"79th Brigade | Seventy-Ninth Brigade", "III Corps | 3rd Corps",
            "3rd Corps | Third Corps", "V Corps | 5th Corps", "اللواء 79 | اللواء ٧٩",
            "First Lady Olena Zelenska | Olena Zelenska",
            "101st Airborne Division | One Hundred and First Airborne Division", "2nd Lt. John Kerry | John Kerry",
            "Malcolm X | Malcolm X.", "XI Jinping | Xi Jinping", "Jinping XI | Xi Jinping",
            "Pope John Paul II | John Paul II"})
    void a_number_is_the_same_however_it_is_written(String one, String two) {
        assertSame(one, two, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"79th | 79th Brigade | true", "brigade | 79th Brigade | true",
            "80th | 79th Brigade | false", "80th Brigade | 79th Brigade | false",
            "seventy-ninth brigade | 79th Brigade | true"})
    void a_search_for_a_number_finds_that_one(String searched, String name, boolean found) {
        Optional<NameMatch> match = NameMatcher.find(searched, List.of(name));
        assertThat(match.isPresent()).isEqualTo(found);
        if (found) {
            assertThat(NameCodes.of(List.of(searched)).words())
                    .containsAnyElementsOf(NameCodes.of(List.of(name)).words());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Aung San | Aung San Suu Kyi", "Aung San | Aung San Oo",
            "Juan Carlos | Juan Carlos Varela", "Hans Christian | Hans Christian Andersen", "Kim Il | Kim Il Sung",
            "Nguyen Van | Nguyen Van Thieu", "Ram Nath | Ram Nath Kovind", "Ali Hassan | Ali Hassan al-Majid"})
    void the_beginning_of_a_name_is_nobodys_name_where_it_can_be_given_names(String one, String two) {
        assertSame(one, two, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Suu Kyi | Aung San Suu Kyi", "Nicolás Maduro | Nicolás Maduro Moros",
            "Pedro Sánchez | Pedro Sánchez Pérez-Castejón", "Ashraf Ghani | Ashraf Ghani Ahmadzai"})
    void the_family_is_enough(String one, String two) {
        assertSame(one, two, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"خليل الحية | Khalil al-Hayya", "Նիկոլ Փաշինյան | Nikol Pashinyan",
            "Սերժ Սարգսյան | Serzh Sargsyan", "नरेन्द्र सिंह तोमर | Narendra Singh Tomar",
            "राजनाथ सिंह | Rajnath Singh",
            "이재명 | Lee Jae-myung", "윤석열 | Yoon Suk Yeol", "김정은 | Kim Jong-un", "박근혜 | Park Geun-hye",
            "אריה דרעי | Aryeh Deri", "ישראל כץ | Israel Katz", "חיים הרצוג | Chaim Herzog",
            "Ziyad Nakhalah | Ziad Nakhaleh",
            "Κυριάκος Μητσοτάκης | Kyriakos Mitsotakis", "سامي أبو زهري | Sami Abu Zuhri"})
    void a_name_is_one_in_every_script(String one, String two) {
        assertSame(one, two, true);
        assertThat(NameCodes.of(List.of(one)).names()).containsAnyElementsOf(NameCodes.of(List.of(two)).names());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"이재명 | Lee Jae-yong", "김정은 | Kim Jong-il", "박근혜 | Park Chung-hee",
            "राहुल गांधी | Rajiv Gandhi", "अमित शाह | Amit Mishra", "Արարատ Միրզոյան | Edvard Mirzoyan",
            "خليل الحية | Khaled al-Hayya", "אריה דרעי | Uri Deri", "אריה כהן | Roy Cohen",
            "Mohamed Salah | Mohamed Saleh", "ישראל כץ | Israel Kolatt",
            "Κυριάκος Μητσοτάκης | Konstantinos Mitsotakis"})
    void two_people_stay_two_in_every_script(String one, String two) {
        assertSame(one, two, false);
    }
}
