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
            "en | We won’t release them | NEGATION=won’t FUTURE=won’t",
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | They rarely free captives", "en | They are far from ready",
            "en | They rejected it", "en | They are unwilling to go", "en | It is no longer so",
            "en | It has not yet begun",
            "de | Wir sind kaum bereit", "de | Er bestreitet es", "de | Sie verweigern es", "de | Er ist unfähig dazu",
            "fr | Il n’y a guère d’espoir", "fr | Nous n'avons que dix hommes", "fr | à peine dix hommes",
            "fr | Il dément",
            "es | Apenas hay presos", "es | Rehúsan salir", "es | El portavoz desmiente", "it | Hanno smentito",
            "pt | Dificilmente sairão", "nl | Nauwelijks iemand", "pl | Ledwie dziesięciu", "ru | Вряд ли вернутся",
            "ru | Едва вернулись", "ru | Он опроверг это", "uk | Навряд чи повернуться", "uk | Ледве повернулися",
            "ar | وليس لدينا أسرى", "ar | بلا شروط", "ar | ما أفرجنا عنهم", "ar | فلم نفرج", "ar | أنكرت ذلك",
            "fa | آنان نپذیرفتند", "fa | او نگفت", "fa | ما ندادیم", "fa | آنان نیامدند", "fa | او نخواست",
            "ps | موږ يې نه کوو", "ps | هغه ونکړل", "ps | دا نه‌شي", "he | ושלא ישוחררו", "he | שאין אסירים",
            "he | ולא עוד",
            "tr | bırakmadım", "tr | bırakmayız", "tr | bırakamayız", "tr | bırakmazsa", "tr | bırakmamış",
            "tr | bırakmayın",
            "tr | bırakmadıkça", "tr | bırakmamalı", "hi | नही छोड़ेंगे", "hi | शायद ही छोड़ें", "ur | ناممکن ہے",
            "zh | 难以释放", "zh | 尚未释放", "zh | 并非如此", "ja | 解放できず", "ja | 解放せずに", "ko | 석방하지 말라", "ko | 석방은 어렵다"})
    void negations_without_a_not_are_found(String language, String text) {
        assertThat(Markers.in(text, language)).extracting(Markers.Marker::kind).contains(Markers.Kind.NEGATION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | The notes are from the north", "en | The knot is tied",
            "de | Die Kinder kamen heim",
            "fa | نماینده نگران نیروهاست", "fa | نزد ما نهاد نروژ", "he | שלום הם חזרו", "ar | الولد عاد اليوم",
            "tr | Almanya anlaşmayı duyurdu", "ru | Небо над нефтяной неделей", "ko | 그가 말했다",
            "es | La noche del norte"})
    void what_looks_like_a_negation_is_none(String language, String text) {
        assertThat(Markers.in(text, language)).extracting(Markers.Marker::kind)
                .doesNotContain(Markers.Kind.NEGATION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | We can't go | NEGATION POSSIBILITY",
            "en | We cannot go | NEGATION POSSIBILITY",
            "en | We can not go | NEGATION POSSIBILITY", "en | We shan’t go | NEGATION OBLIGATION",
            "en | We mustn't go | NEGATION OBLIGATION", "en | We wouldn't go | NEGATION CONDITIONAL",
            "en | We wouldn’t’ve gone | NEGATION CONDITIONAL", "en | We didn't go | NEGATION",
            "en | We're gonna go | FUTURE", "en | We'll go | FUTURE", "en | We'd go | CONDITIONAL"})
    void contractions_are_what_they_stand_for(String language, String text, String kinds) {
        assertThat(Markers.in(text, language).stream().map(marker -> marker.kind().name())
                .collect(Collectors.joining(" "))).isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | We have yet to free them", "en | They stopped short of freeing them",
            "en | We held off freeing them", "en | They ruled out freeing them", "en | We neglected to free them",
            "en | There was a failure to free them", "de | Wir haben es versäumt, sie freizulassen",
            "de | Sie sahen davon ab", "de | Wir verzichteten darauf", "fr | Nous avons omis de le faire",
            "fr | Ils ont renoncé à les libérer", "fr | Il reste à les libérer", "fr | Nous avons échoué",
            "es | Hemos dejado de liberarlos", "es | Aún tenemos que liberarlos", "es | Renunciaron a liberarlos",
            "ru | Нам предстоит освободить их", "ru | Они воздержались", "uk | Нам ще належить звільнити їх",
            "uk | Вони утрималися", "ar | فشلنا في إطلاقهم", "ar | أحجموا عن إطلاقهم", "fa | هنوز باید آزاد شوند",
            "fa | از آزادی آنان اجتناب کردند", "he | סירבנו לשחרר", "he | הם נכשלו", "tr | Bundan kaçındılar",
            "tr | Başarısız olduk", "it | Abbiamo rinunciato", "it | Dobbiamo ancora liberarli", "pt | Falhámos",
            "pt | Deixaram de libertar", "pl | Zaniechali uwolnienia", "nl | Wij hebben nagelaten dat te doen",
            "zh | 尚待释放", "zh | 放弃释放", "ja | 釈放を見送った", "ko | 석방을 보류했다", "hi | वे विफल रहे",
            "ur | وہ ناکام رہے"})
    void what_was_not_done_is_denied(String language, String text) {
        assertThat(Markers.in(text, language)).extracting(Markers.Marker::kind).contains(Markers.Kind.NEGATION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ko | 약속이 지켜지면 | CONDITION", "ko | 포로가 오면 | CONDITION",
            "ko | 비가 그치거든 | CONDITION", "ko | 반면 그는 갔다 | ``", "ko | 화면 앞에서 | ``", "ko | 그는 면도했다 | ``",
            "ja | 砲撃が止めば帰る | CONDITION", "ja | 約束を守れば帰る | CONDITION", "ja | 例えば帰る | ``",
            "tr | Ateş kesilirse | CONDITION", "tr | Ateş kesildiyse | CONDITION"}, quoteCharacter = '`')
    void conditions_in_the_ending_of_a_verb_are_found(String language, String text, String kinds) {
        assertThat(Markers.in(text, language).stream().map(marker -> marker.kind().name())
                .collect(Collectors.joining(" "))).isEqualTo(kinds);
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
        String text = unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
        Assertions.assertTimeout(Duration.ofSeconds(10),
                () -> assertThat(Markers.in(text, unit.equals("不") ? "zh" : "en").size()).isNotNegative());
    }
}
