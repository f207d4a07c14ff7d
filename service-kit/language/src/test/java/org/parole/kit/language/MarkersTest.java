package org.parole.kit.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "en | We will not release them | FUTURE=will NEGATION=not",
            "en | We won’t release them | NEGATION=won’t",
            "en | We will release them unless they attack | FUTURE=will CONDITION=unless",
            "en | They may go if we agree | POSSIBILITY=may CONDITION=if", "en | They must go | OBLIGATION=must",
            "en | We release them | ``", "en | We'll go | FUTURE=ll", "en | no longer | NEGATION=no longer",
            "de | Wir lassen keine Gefangenen frei | NEGATION=keine",
            "de | es sei denn, sie gehen | CONDITION=es sei denn",
            "fr | Nous n'avons pas libéré | NEGATION=n NEGATION=pas", "fr | à moins qu'ils partent | CONDITION=à moins",
            "es | No liberaremos | NEGATION=No FUTURE=liberaremos", "es | a menos que | CONDITION=a menos que",
            "ru | Мы не освободим, если | NEGATION=не CONDITION=если",
            "ar | لن نفرج عنهم إلا إذا | NEGATION=لن CONDITION=إلا إذا",
            "ar | ولن نفرج | NEGATION=ولن", "fa | آزاد نمی‌شوند مگر | NEGATION=نمی‌شوند CONDITION=مگر",
            "fa | آزاد نمی شوند | NEGATION=نمی", "he | לא נשחרר אלא אם | NEGATION=לא FUTURE=נשחרר CONDITION=אלא אם",
            "uk | не звільнимо | NEGATION=не", "tr | serbest bırakmayacağız | NEGATION=bırakmayacağız",
            "tr | değil | NEGATION=değil", "it | non libereremo se | NEGATION=non FUTURE=libereremo CONDITION=se",
            "pt | não vamos | NEGATION=não FUTURE=vamos", "nl | niet, tenzij | NEGATION=niet CONDITION=tenzij",
            "pl | nie, chyba że | NEGATION=nie CONDITION=chyba że", "zh | 我们不会释放 | NEGATION=不 FUTURE=会",
            "zh | 除非停火 | CONDITION=除非", "ja | 解放しない | NEGATION=ない", "ko | 석방하지 않는다 | NEGATION=않",
            "ur | رہا نہیں کریں گے | NEGATION=نہیں FUTURE=گے", "hi | रिहा नहीं करेंगे | NEGATION=नहीं FUTURE=करेंगे"})
    void markers_are_found(String language, String text, String markers) {
        assertThat(Markers.in(text, language).stream().map(marker -> marker.kind() + "=" + marker.text())
                .collect(Collectors.joining(" "))).isEqualTo(markers);
    }

    @Test
    void what_turns_a_statement() {
        assertThat(Markers.turnIn("not", "en")).isTrue();
        assertThat(Markers.turnIn("on Monday", "en")).isFalse();
        assertThat(Markers.turnIn("not", "tlh")).isTrue();
        assertThat(Markers.languages()).contains("ar", "de", "en", "es", "fr", "ru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ", "n't", "'t", "a'", "\u0301", "不", "x", "no longer "})
    void hostile_text_takes_linear_time(String unit) {
        var text = unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
        Assertions.assertTimeout(Duration.ofSeconds(10),
                () -> assertThat(Markers.in(text, unit.equals("不") ? "zh" : "en").size()).isNotNegative());
    }
}
