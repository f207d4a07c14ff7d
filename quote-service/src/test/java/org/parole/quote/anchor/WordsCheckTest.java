package org.parole.quote.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

/** Passage and words as two facts. */
class WordsCheckTest {

    private static Verification verify(String text, String content, String language, Anchor... anchors) {
        return verify(text, QuotedWords.direct(content, language), anchors);
    }

    private static Verification verify(String text, QuotedWords words, Anchor... anchors) {
        return AnchorChecker.of(SourceText.of(text)).verify(List.of(anchors), words);
    }

    private static QuotedWords mixed(String content) {
        return new QuotedWords(content, "en", null, null, "en", WordsClaim.MARKED);
    }

    private static String omitted(Verification verification) {
        return verification.words().omitted().stream().map(part -> part.text() + (part.changesMeaning() ? "!" : ""))
                .collect(Collectors.joining("|"));
    }

    @Nested
    class Omissions {
        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
                "en | The office is not willing to free the last captives today. | The office is \u2026 willing to free the last captives | not!",
                "en | We free them all unless the shelling goes on, he said. | We free them all \u2026 he said | unless the shelling goes on,!",
                "en | Of the men, 40 from the north, all are home. | Of the men \u2026 all are home | , 40 from the north,!",
                "en | They won’t ever, ever go home. | They \u2026 go home | won’t ever, ever!",
                "en | The lists, as agreed on the phone, are final. | The lists \u2026 are final | , as agreed on the phone,",
                "de | Wir sind keineswegs bereit, sie gehen zu lassen. | Wir sind [...] bereit, sie gehen zu lassen | keineswegs!",
                "fr | Nous les libérons, sauf si les tirs continuent, demain. | Nous les libérons (...) demain | , sauf si les tirs continuent,!",
                "es | Los presos no van a salir hoy. | Los presos \u2026 van a salir hoy | no!",
                "ru | Мы не готовы отпустить пленных. | Мы \u2026 готовы отпустить пленных | не!",
                "ar | نحن لن نفرج عن الأسرى. | نحن \u2026 نفرج عن الأسرى | لن!",
                "fa | ما هرگز آنان را آزاد می‌کنیم. | ما \u2026 آنان را آزاد می‌کنیم | هرگز!",
                "he | אנחנו לא נשחרר את האסירים. | אנחנו \u2026 נשחרר את האסירים | לא!",
                "zh | 我们不会释放他们。 | 我们\u2026会释放他们 | 不!",
                "tr | Onları asla serbest bırakırız. | Onları \u2026 serbest bırakırız | asla!"})
        void are_given_back_and_flagged(String language, String text, String content, String left) {
            Verification verification = verify(text, content, language);
            assertThat(verification.passage()).isEqualTo(AnchorStatus.NORMALISED);
            assertThat(verification.words().status()).isEqualTo(WordsStatus.SHORTENED);
            assertThat(omitted(verification)).isEqualTo(left);
            Omission part = verification.words().omitted().get(0);
            assertThat(SourceText.of(text).describe(new TextPositionSelector(part.start(), part.end())).orElseThrow()
                    .exact()).isEqualTo(part.text());
        }

        @Test
        void pieces_in_the_wrong_order_are_not_found() {
            assertThat(verify("First he named the date. Later he named the place.",
                    "named the place \u2026 named the date",
                    "en").status()).isEqualTo(AnchorStatus.ORPHANED);
        }

        @Test
        void brackets_that_hide_or_add_a_negation_are_seen() {
            Verification hidden = verify("We will not free them.", "We will [certainly] free them", "en");
            assertThat(omitted(hidden)).isEqualTo("not!");
            Verification added = verify("We will free them.", "We will [not] free them", "en");
            assertThat(added.words().status()).isEqualTo(WordsStatus.ALTERED);
            assertThat(added.status()).isEqualTo(AnchorStatus.ALTERED);
            assertThat(added.words().difference().quote()).isEqualTo("not");
            Verification plain = verify("We will free them.", "We will free [the captives]", "en");
            assertThat(plain.status()).isEqualTo(AnchorStatus.NORMALISED);
        }

        @Test
        void an_anchor_wider_than_the_words_shows_what_they_leave_out() {
            Verification verification = verify("He said: We shall never agree to free them.", "agree to free them",
                    "en",
                    Anchor.ofWords("We shall never agree to free them"));
            assertThat(verification.words().status()).isEqualTo(WordsStatus.SHORTENED);
            assertThat(omitted(verification)).isEqualTo("We shall never!");
        }
    }

    @Nested
    class Alterations {
        @Test
        void invented_words_over_a_real_anchor_are_not_verified() {
            String text = "The office said the meeting went well and would be repeated.";
            Verification invented = verify(text, "We shot every captive.", "en",
                    Anchor.ofWords("the meeting went well"));
            assertThat(invented.passage()).isEqualTo(AnchorStatus.EXACT);
            assertThat(invented.words().status()).isEqualTo(WordsStatus.ALTERED);
            assertThat(invented.status()).isEqualTo(AnchorStatus.ALTERED);
            assertThat(invented.detail()).isEqualTo("The words of the quote are not those of the passage.");
            assertThat(verify(text, "We shot every captive.", "en", Anchor.ofPosition(4, 10)).status())
                    .isEqualTo(AnchorStatus.ALTERED);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"We will free 80 men today. | We will free 90 men today. | 80 | 90",
                "We will not free them. | We will free them. | not | ''",
                "We will free them. | We will not free them. | '' | not",
                "Мы отпустим сорок человек. | Мы отпустим пятьдесят человек. | сорок | пятьдесят",
                "سنفرج عن الأسرى غدا | سنفرج عن الأسرى اليوم | غدا | اليوم"})
        void the_difference_is_given(String text, String content, String passage, String quote) {
            Difference difference = verify(text, content, "und", Anchor.ofWords(text)).words().difference();
            assertThat(difference.passage()).isEqualTo(passage);
            assertThat(difference.quote()).isEqualTo(quote);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"We won’t leave. | We won",
                "They are unprepared to talk. | prepared to talk",
                "They freed 1,100 men. | 100 men", "They freed 5,000 men. | They freed 5", "We cannot agree. | We can",
                "آزاد نمی‌شوند. | می‌شوند", "Nous n’avons rien. | avons rien", "the prisoners left | the prisoner"})
        void words_that_are_cut_are_not_the_words_of_the_text(String text, String content) {
            Verification verification = verify(text, content, "en");
            assertThat(verification.words().status()).isEqualTo(WordsStatus.ALTERED);
            assertThat(verification.status()).isEqualTo(AnchorStatus.ALTERED);
            assertThat(verification.detail()).contains("inside a word");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"L’armée avance. | armée avance", "ושלושה חטופים שוחררו | שלושה חטופים",
                "قال والأسرى عادوا | الأسرى عادوا", "the government’s plan | the government", "他们释放了俘虏。 | 释放了俘虏"})
        void words_that_are_written_together_are_not_cut(String text, String content) {
            assertThat(verify(text, content, "en").words().status()).isEqualTo(WordsStatus.SAME);
        }

        @Test
        void case_alone_alters_nothing() {
            Verification verification = verify("he said we free them all", "We free them all.", "en",
                    Anchor.ofWords("we free them all"));
            assertThat(verification.words().status()).isEqualTo(WordsStatus.SAME);
            assertThat(verification.status()).isEqualTo(AnchorStatus.EXACT);
        }
    }

    @Nested
    class Claims {
        private static final String TEXT = "The minister said the deal was \u201Ca first step\u201D and praised the mediators.";

        @Test
        void indirect_speech_claims_no_words() {
            Verification verification = verify(TEXT,
                    new QuotedWords("The minister lauded the deal", "en", null, null, "en", WordsClaim.NONE),
                    Anchor.ofWords("said the deal was"));
            assertThat(verification.words().status()).isEqualTo(WordsStatus.PARAPHRASE);
            assertThat(verification.status()).isEqualTo(AnchorStatus.EXACT);
        }

        @Test
        void mixed_speech_claims_what_is_in_marks() {
            var anchor = Anchor.ofWords("the deal was \u201Ca first step\u201D");
            Verification same = verify(TEXT, mixed("He called it \"a first step\" only"), anchor);
            assertThat(same.words().status()).isEqualTo(WordsStatus.SAME);
            Verification altered = verify(TEXT, mixed("He called it \u00ABthe last step\u00BB"), anchor);
            assertThat(altered.status()).isEqualTo(AnchorStatus.ALTERED);
            Verification nothing = verify(TEXT, mixed("He called it a beginning"), anchor);
            assertThat(nothing.words().status()).isEqualTo(WordsStatus.UNCHECKED);
            assertThat(nothing.status()).isEqualTo(AnchorStatus.UNCHECKED);
        }

        @Test
        void a_translation_is_compared_by_its_original() {
            String text = "سخنگو گفت: «ما زندانیان را آزاد می‌کنیم.»";
            var anchor = Anchor.ofWords("ما زندانیان را آزاد می‌کنیم");
            var original = new QuotedWords("We free the prisoners", "en", "ما زندانيان را آزاد مي كنيم", "fa", "fa",
                    WordsClaim.ALL);
            assertThat(verify(text, original, anchor).words().status()).isEqualTo(WordsStatus.SAME);
            var without = new QuotedWords("We free the prisoners", "en", null, null, "fa", WordsClaim.ALL);
            assertThat(verify(text, without, anchor).status()).isEqualTo(AnchorStatus.UNCHECKED);
            var invented = new QuotedWords("We free the prisoners", "en", "ما همه را کشتیم", "fa", "fa",
                    WordsClaim.ALL);
            assertThat(verify(text, invented, anchor).status()).isEqualTo(AnchorStatus.ALTERED);
        }

        @Test
        void several_anchors_are_one_passage() {
            String text = "\u201CThe talks go on,\u201D he said, \u201Cand will succeed.\u201D";
            Verification verification = verify(text, "The talks go on, and will succeed.", "en",
                    Anchor.ofWords("The talks go on,"),
                    Anchor.ofWords("and will succeed"));
            assertThat(verification.words().status()).isEqualTo(WordsStatus.SAME);
        }
    }

    @Nested
    class Contexts {
        @Test
        void a_contradicted_prefix_costs_the_exact_and_is_not_given_out() {
            AnchorCheck check = AnchorChecker.of(SourceText.of("The guards said: \u201CAll of them go home.\u201D"))
                    .check(Anchor.ofWords("All of them go home.", "The ministry said: \u201C",
                            "\u201D The guards denied it."));
            assertThat(check.status()).isEqualTo(AnchorStatus.NORMALISED);
            assertThat(check.detail()).startsWith("The text contradicts the prefix").contains("The guards said");
            assertThat(check.selector().prefix()).isEqualTo("The guards said: \u201C");
            assertThat(check.selector().suffix()).isEqualTo("\u201D");
        }

        @Test
        void a_contradicted_suffix_too() {
            AnchorCheck check = AnchorChecker.of(SourceText.of("All go home, the guards said."))
                    .check(Anchor.ofWords("All go home", null, ", the ministry said"));
            assertThat(check.status()).isEqualTo(AnchorStatus.NORMALISED);
            assertThat(check.detail()).contains("contradicts the suffix");
        }

        @Test
        void the_best_context_wins_and_says_so() {
            String text = "Monday: the north agreed to it. Tuesday: the south agreed to it. Friday: nobody agreed to it.";
            AnchorCheck check = AnchorChecker.of(SourceText.of(text))
                    .check(Anchor.ofWords("agreed to it", "the south ", null));
            assertThat(check.status()).isEqualTo(AnchorStatus.EXACT);
            assertThat(check.detail()).isEqualTo(
                    "The words stand in the text 3 times; the context fits this place best.");
            AnchorCheck near = AnchorChecker.of(SourceText.of(text))
                    .check(Anchor.ofWords("agreed to it", "Wednesday: the south ", null));
            assertThat(near.status()).isEqualTo(AnchorStatus.NORMALISED);
            assertThat(near.selector().prefix()).endsWith("Tuesday: the south ");
        }

        @Test
        void an_earlier_texts_context_costs_nothing() {
            AnchorCheck check = AnchorChecker.of(SourceText.of("The guards said: All go home."))
                    .check(Anchor.ofWords("All go home").withHint("The guards told us: ", null));
            assertThat(check.status()).isEqualTo(AnchorStatus.EXACT);
        }
    }

    @Nested
    class Typography {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
                "`\u201CSlow work,\u201D she said. \u201CLists went out on Sunday.\n\n\u201CSince then, ten came home.\n\n\u201CPlease wait.\u201D` | Lists went out on Sunday. Since then, ten came home. Please wait.",
                "`Er sagte: \u201EDie Listen gingen am Sonntag hinaus.\n\n\u201ESeither kamen zehn heim.\u201C` | Die Listen gingen am Sonntag hinaus. Seither kamen zehn heim.",
                "`the minis-\ntry will free all cap-\ntives` | the ministry will free all captives",
                "`die Regie\u00AD\nrung lässt sie frei` | die Regierung lässt sie frei",
                "דובר צה״ל הודיע על שחרור | דובר צה\"ל הודיע", "הַדּוֹבֵר אָמַר שֶׁהֵם חָזְרוּ | הדובר אמר",
                "آزاد شــدند | آزاد شدند",
                "زندانی‌ها برگشته‌اند. | زندانی ها برگشته اند", "زندانیها برگشته اند | زندانی‌ها برگشته‌اند",
                "۲۷ تن آزاد شدند | 27 تن آزاد",
                "٤٥٠ أسيرا عادوا | 450 أسيرا", "२७ कैदी लौटे | 27 कैदी", "`被释放的俘虏已经\n回家了` | 俘虏已经回家了"})
        void is_normalised(String text, String content) {
            Verification verification = verify(text, content, "und");
            assertThat(verification.status()).as(verification.detail()).isEqualTo(AnchorStatus.NORMALISED);
            assertThat(verification.words().status()).isEqualTo(WordsStatus.SAME);
        }

        @Test
        void other_words_stay_orphaned() {
            assertThat(verify("Team Two said that 70 men came home.", "Team One said that 70 men came home.", "en")
                    .status()).isEqualTo(AnchorStatus.ORPHANED);
        }

        @Test
        void entities_and_markup_are_named() {
            String text = "She said: &ldquo;We can&#8217;t free them&nbsp;now.&rdquo;<br/>";
            Verification verification = verify(text, "We can’t free them now.", "en");
            assertThat(verification.status()).isEqualTo(AnchorStatus.ORPHANED);
            assertThat(verification.detail()).contains("HTML entities such as &ldquo;");
            assertThat(TextDefects.in(text)).containsExactly(
                    new TextDefect(TextDefect.Kind.HTML_ENTITY, "&ldquo;", 10, 4),
                    new TextDefect(TextDefect.Kind.MARKUP, "<br/>", 58, 1));
            assertThat(TextDefects.in("He said&nbspno, R&D, a & b, Q&A")).extracting(TextDefect::example)
                    .containsExactly("&nbsp");
            for (String markup : List.of("[caption id=\"1\"]", "<![CDATA[", "<o:p>", "<font color=red>", "<!-- ad -->",
                    "<amp-ad width=\"3\">")) {
                assertThat(TextDefects.in(markup + "He said no.")).as(markup).extracting(TextDefect::kind)
                        .containsExactly(TextDefect.Kind.MARKUP);
            }
            assertThat(TextDefects.in("Write to <info@example.org>; I <3 it; [the captives]; [b]rought; {x}"))
                    .isEmpty();
            assertThat(TextDefects.in("AT&T; 3 < 5 > 2 & more; a <b")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"weâ€™ll go | MOJIBAKE | â€™ | 2",
            "dÃ©jÃ vu | MOJIBAKE | Ã© | 1",
            "10Â°C | MOJIBAKE | Â° | 2", "ÐŸÑ€Ð¸Ð²ÐµÑ‚ | MOJIBAKE | ÐŸ | 0", "Ø§Ù„Ø£Ø³Ø±Ù‰ | MOJIBAKE | Ø§ | 0",
            "ä¸­æ–‡ | MOJIBAKE | ä¸­ | 0", "РџСЂРёРІРµС‚ | MOJIBAKE | РџСЂРёРІРµС‚ | 0",
            "we�ll | REPLACEMENT_CHARACTER | � | 2",
            "we\\u2019ll | ESCAPE | \\u2019 | 2", "a \\u{1F600} b | ESCAPE | \\u{1F600} | 2"})
    void characters_that_were_lost_on_the_way_are_named(String text, TextDefect.Kind kind, String example, int start) {
        TextDefect first = TextDefects.in(text).get(0);
        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.example()).isEqualTo(example);
        assertThat(first.start()).isEqualTo(start);
        assertThat(verify(text, "other words", "en").detail()).contains(example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"«CAFÉ»", "»MENÜ«", "«IRMÃ»", "“IRMÔ”", "la liberté » et", "«liberté»…", "São Paulo, NÃO",
            "Åland, Ångström", "Ñandú «ESPAÑ»", "Січ і Січ", "Сёстры и рёбра", "C:\\users\\new", "É»…", "«BÅDØ»",
            "crème brûlée’s “pâté”", "Ça va ? « Où »"})
    void honest_letters_are_no_defects(String text) {
        assertThat(TextDefects.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u05B0", "\u200C", "\u201C", "'", "5", "1,", "[", "]", "\u2026", "a", "a ", "<",
            "&", "not ", "\u00E2", "\u00C3\u00A9", "\u0420\u0402", "\\", "“a,” said “", ", — said ", "1.200",
            "\u0647\u200C\u06CC ", "[a]"})
    void hostile_texts_take_bounded_time(String unit) {
        String text = unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
        String content = unit.repeat(5_000) + "x\u2026" + unit.repeat(1_000);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(verify(text, content, "en").passage()).isEqualTo(AnchorStatus.ORPHANED);
            verify(text, unit.repeat(10), "en");
            verify(text, "x", "en", Anchor.ofPosition(0, 900_000 / unit.length()));
            TextDefects.in(text);
        });
    }

    /** A text of a megabyte must not fill the heap of a small service, whatever it is made of. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\" | 40", "\u0301 | 160", "\u200C | 20", "7 | 80",
            ". | 40", "a | 80"})
    void hostile_texts_take_bounded_memory(String unit, int most) {
        String text = unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
        verify(text.substring(0, 100), "We will … free them", "en");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThat(verify(text, "We will … free them", "en").passage()).isEqualTo(AnchorStatus.ORPHANED);
        long megabytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before >> 20;
        assertThat(megabytes).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sv | Regeringen är inte beredd att frige fångarna. | Regeringen är … beredd att frige fångarna",
            "da | Regeringen er aldrig parat til at løslade fangerne. | Regeringen er … parat til at løslade fangerne",
            "no | Regjeringen er ikke klar til å løslate fangene. | Regjeringen er … klar til å løslate fangene",
            "fi | Vapautamme heidät jos tuli taukoaa huomenna. | Vapautamme heidät … huomenna",
            "hu | A kormány nem kész elengedni a foglyokat. | A kormány … kész elengedni a foglyokat",
            "ro | Guvernul nu este gata să elibereze prizonierii. | Guvernul … este gata să elibereze prizonierii",
            "el | Η κυβέρνηση δεν είναι έτοιμη να τους αφήσει. | Η κυβέρνηση … είναι έτοιμη να τους αφήσει",
            "id | Pemerintah tidak siap membebaskan para tawanan. | Pemerintah … siap membebaskan para tawanan",
            "sr | Влада није спремна да их ослободи. | Влада … спремна да их ослободи",
            "cs | Vláda není připravena je propustit. | Vláda … připravena je propustit",
            "lt | Vyriausybė niekada pasirengusi juos paleisti. | Vyriausybė … pasirengusi juos paleisti",
            "eu | Gobernua ez dago prest haiek askatzeko. | Gobernua … dago prest haiek askatzeko",
            "ta | அரசு ஒருபோதும் கைதிகளை விடுவிக்கும். | அரசு … கைதிகளை விடுவிக்கும்",
            "nl | De regering is geenszins bereid hen vrij te laten. | De regering is … bereid hen vrij te laten",
            "he | הממשלה איננה מוכנה לשחרר את השבויים. | הממשלה … מוכנה לשחרר את השבויים",
            "vi | Chính phủ không sẵn sàng thả họ. | Chính phủ … sẵn sàng thả họ",
            "th | รัฐบาลไม่พร้อมปล่อยตัวพวกเขา | รัฐบาล … พร้อมปล่อยตัวพวกเขา",
            "tlh | abc def ghi jkl mno. | abc … jkl mno"})
    void an_omission_in_a_language_that_is_only_read_is_flagged_as_well(String language, String text, String content) {
        Verification verification = verify(text, content, language);
        assertThat(verification.status() == AnchorStatus.ALTERED || verification.words().changesMeaning())
                .as(verification.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sv | Listorna, som är långa, är klara. | Listorna … är klara",
            "el | Οι κατάλογοι, μεγάλοι και παλιοί, είναι έτοιμοι. | Οι κατάλογοι … είναι έτοιμοι",
            "cs | Seznamy, dlouhé a staré, jsou hotové. | Seznamy … jsou hotové"})
    void an_innocent_one_is_not(String language, String text, String content) {
        Verification verification = verify(text, content, language);
        assertThat(verification.words().status()).isEqualTo(WordsStatus.SHORTENED);
        assertThat(verification.words().changesMeaning()).as(verification.toString()).isFalse();
    }

    @Nested
    class DenialsBesideQuotedStretches {
        private static final String DENIED = "The spokesman said they would not \u201Cfree all captives\u201D this week.";
        private static final String PROMISED = "The spokesman said they would \u201Cfree all captives\u201D this week.";

        private static Verification told(String text, String content) {
            return verify(text, mixed(content), Anchor.ofWords("free all captives"));
        }

        @Test
        void that_is_not_told_changes_the_meaning() {
            Verification verification = told(DENIED, "They would \u201Cfree all captives\u201D");
            assertThat(verification.words().status()).isEqualTo(WordsStatus.SHORTENED);
            assertThat(verification.words().changesMeaning()).isTrue();
            assertThat(omitted(verification)).isEqualTo("would not!");
        }

        @Test
        void that_is_told_in_the_same_or_other_words_is_the_same() {
            for (String content : List.of("They would not \u201Cfree all captives\u201D",
                    "They refused to \u201Cfree all captives\u201D")) {
                Verification verification = told(DENIED, content);
                assertThat(verification.words().status()).as(content).isEqualTo(WordsStatus.SAME);
            }
            assertThat(told(PROMISED, "They would \u201Cfree all captives\u201D").words().status())
                    .isEqualTo(WordsStatus.SAME);
        }

        @Test
        void that_only_the_quote_has_is_altered() {
            Verification verification = told(PROMISED, "They would not \u201Cfree all captives\u201D");
            assertThat(verification.status()).isEqualTo(AnchorStatus.ALTERED);
            assertThat(verification.words().difference().quote()).isEqualTo("would not");
        }

        @Test
        void behind_the_stretch_counts_as_well() {
            Verification verification = verify(
                    "Die Miliz will \u201Ealle Gefangenen freilassen\u201C nicht, hie\u00DF es.",
                    new QuotedWords("Die Miliz will \u201Ealle Gefangenen freilassen\u201C", "de", null, null, "de",
                            WordsClaim.MARKED),
                    Anchor.ofWords("alle Gefangenen freilassen"));
            assertThat(omitted(verification)).isEqualTo("nicht!");
        }
    }
}
