package org.parole.tally.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as an English sentence has them. */
class ClaimantNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Taliban", "National Security Council", "Red Cross", "Afghan government", "Kremlin",
            "International Committee of the Red Cross", "Ministry of Defence", "Presidential Palace", "White House",
            "United Nations", "United States", "Coordination Headquarters for the Treatment of Prisoners of War",
            "National Security Council (Afghanistan)", "Council"})
    void descriptions_and_peoples_names_take_an_article(String name) {
        assertThat(ClaimantNames.withArticle(name)).isEqualTo("the " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Suhail Shaheen", "Javid Faisal", "Taliban officials", "Afghan officials", "Reuters", "AVA",
            "The Boston Globe", "A spokesman for the Kabul government", "Zalmay Khalilzad", "Qatar", "Hamas",
            "Khaama Press",
            "North", "Prime Minister's Office", "Headquarters", "Afghan government officials", "طالبان"})
    void names_of_people_outlets_and_groups_take_none(String name) {
        assertThat(ClaimantNames.withArticle(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"Taliban,true", "Taliban officials,true", "Officials of the ministry,true", "Afghan forces,true",
            "Bishops,true",
            "Tribal elders,true",
            "National Security Council,false", "Suhail Shaheen,false", "Reuters,false", "United Nations,false"})
    void several_people_take_the_plural(String name, boolean plural) {
        assertThat(ClaimantNames.isPlural(name)).isEqualTo(plural);
    }
}
