package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.promised;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** Sentences of findings in which a number or a date is easily told wrong. */
class FindingsInWordsTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final SourceKind SOUTH = SourceKind.RECEIVING_PARTY;

    private static List<String> found(Language language, Promise promise, String on, Report... reports) {
        return Count.tally(promise, List.of(reports), Question.on(LocalDate.parse(on))).conflicts().stream()
                .map(conflict -> Sentences.in(language).text(conflict.text())).toList();
    }

    private static List<String> found(Language language, Report... reports) {
        return found(language, Promise.NONE, "2024-12-31", reports);
    }

    @Test
    void nobody_is_told_as_a_word() {
        Report[] reports = {said("Wire", SourceKind.MEDIA).batch(40).on("2024-03-01"),
                said("North", NORTH).total(0).on("2024-03-02")};
        assertThat(found(Language.EN, reports)).containsExactly("North counts nobody released by 2 March 2024, but the"
                + " releases on record until then add up to 40.");
        assertThat(found(Language.DE, reports))
                .containsExactly("North zählt bis zum 2. März 2024 keine Freilassung, die"
                        + " bis dahin verzeichneten Freilassungen ergeben aber 40.");
        assertThat(found(Language.FR, reports)).containsExactly("North ne compte aucune libération au 2 mars 2024, mais"
                + " celles enregistrées jusque-là donnent 40.");
        assertThat(found(Language.EN, said("South", SOUTH).total(8).on("2024-05-01"),
                said("North", NORTH).total(0).on("2024-05-03")))
                .containsExactly("According to South, 8 had been released"
                        + " in all by 1 May 2024; according to North, none by 3 May 2024. A count of all released cannot"
                        + " fall: 8 are in dispute.");
    }

    @Test
    void no_number_follows_a_year() {
        Report[] reports = {said("North", NORTH).total(100).on("2024-05-01"),
                said("South", SOUTH).total(90).on("2024-05-03")};
        assertThat(found(Language.DE, reports)).containsExactly("Laut North waren bis zum 1. Mai 2024 insgesamt 100"
                + " freigelassen worden, laut South 90 bis zum 3. Mai 2024. Eine Gesamtzahl kann nicht sinken: 10 sind"
                + " strittig.");
        assertThat(found(Language.FR, reports))
                .containsExactly("Selon North, le total des libérations était de 100 au 1er"
                        + " mai 2024\u00a0; selon South, de 90 au 3 mai 2024. Un total ne peut pas baisser\u00a0: 10 sont"
                        + " contestées.");
    }

    @Test
    void a_month_is_told_by_its_end() {
        Report[] reports = {said("North", NORTH).total(100).between("2024-04-01", "2024-04-30"),
                said("South", SOUTH).total(90).on("2024-05-03")};
        assertThat(found(Language.EN, reports))
                .containsExactly("According to North, 100 had been released in all by the"
                        + " end of April 2024; according to South, 90 by 3 May 2024. A count of all released cannot fall: 10 are in"
                        + " dispute.");
        assertThat(found(Language.FR, reports))
                .containsExactly("Selon North, le total des libérations était de 100 à la fin"
                        + " d\u2019avril 2024\u00a0; selon South, de 90 au 3 mai 2024. Un total ne peut pas baisser\u00a0: 10 sont"
                        + " contestées.");
        assertThat(found(Language.DE, reports)).containsExactly("Laut North waren bis Ende April 2024 insgesamt 100"
                + " freigelassen worden, laut South 90 bis zum 3. Mai 2024. Eine Gesamtzahl kann nicht sinken: 10 sind"
                + " strittig.");
    }

    @Test
    void at_least_so_many_is_told_as_such() {
        Report[] reports = {said("North", NORTH).total(5).on("2024-05-01"),
                said("South", SOUTH).of(Basis.CUMULATIVE, Quantity.atLeast(8)).on("2024-05-03")};
        assertThat(found(Language.EN, reports))
                .containsExactly("According to North, 5 had been released in all by 1 May"
                        + " 2024; according to South, at least 8 by 3 May 2024. No release in between is on record: 3 are in"
                        + " dispute.");
        assertThat(found(Language.DE, reports)).containsExactly("Laut North waren bis zum 1. Mai 2024 insgesamt 5"
                + " freigelassen worden, laut South mindestens 8 bis zum 3. Mai 2024. Dazwischen ist keine Freilassung"
                + " verzeichnet: 3 sind strittig.");
        assertThat(found(Language.FR, reports))
                .containsExactly("Selon North, le total des libérations était de 5 au 1er mai"
                        + " 2024\u00a0; selon South, d\u2019au moins 8 au 3 mai 2024. Aucune libération n\u2019est enregistrée"
                        + " entre-temps\u00a0: 3 sont contestées.");
    }

    @Test
    void a_plan_that_was_suspended_and_made_up_for_later_was_not_kept() {
        Report plan = said("North", NORTH).stage(Stage.ANNOUNCED).batch(20).publishedOn("2024-08-14").on("2024-08-20");
        Report suspended = said("North", NORTH).stage(Stage.SUSPENDED).batch(20).on("2024-08-20");
        Report done = said("North", NORTH).batch(20).on("2024-08-25");
        Promise promise = promised(100);
        assertThat(found(Language.EN, promise, "2024-08-30", plan, suspended, done))
                .containsExactly("North announced the"
                        + " release of 20 for 20 August 2024; none had been reported released by the end of that time, and as many"
                        + " as announced only later. Releases were suspended, according to North.");
        assertThat(found(Language.DE, promise, "2024-08-30", plan, suspended, done)).containsExactly("North hat für den"
                + " 20. August 2024 die Freilassung von 20 Personen angekündigt; bis dahin war keine Freilassung gemeldet,"
                + " die angekündigte Zahl erst später. Die Freilassungen wurden laut North ausgesetzt.");
        assertThat(found(Language.FR, promise, "2024-08-30", plan, suspended, done))
                .containsExactly("North a annoncé la"
                        + " libération de 20 personnes pour le 20 août 2024\u00a0; aucune n\u2019avait été signalée à cette date,"
                        + " et le nombre annoncé seulement plus tard. Les libérations ont été suspendues, selon North.");
        assertThat(found(Language.EN, promise, "2024-08-30", plan, done)).isEmpty();
        assertThat(found(Language.EN, promise, "2024-08-30", plan, suspended,
                said("North", NORTH).batch(20).on("2024-08-20"))).isEmpty();
    }

    @Test
    void what_was_done_since_is_counted_from_the_claimants_own_words_and_not_from_a_misprint() {
        assertThat(found(Language.EN, promised(400), "2024-09-05",
                said("North", NORTH).total(80).in("Paper A").inOwnWords().on("2024-08-14"),
                said("North", NORTH).total(86).in("Paper B").on("2024-08-14"),
                said("North", NORTH).stage(Stage.ANNOUNCED).batch(320).publishedOn("2024-08-15").on("2024-08-18"),
                said("North", NORTH).total(393).in("Paper A").on("2024-09-02")))
                .contains("North announced the release of 320 for 18 August 2024; at most 313 have been reported"
                        + " released since, as of 5 September 2024.");
    }
}
