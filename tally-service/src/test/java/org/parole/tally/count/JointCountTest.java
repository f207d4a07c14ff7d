package org.parole.tally.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parole.tally.count.ReportBuilder.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.tally.language.Language;
import org.parole.tally.language.Sentences;

/** What is said of all directions of an exchange together, held against what each comes to. */
class JointCountTest {

    private static final SourceKind NORTH = SourceKind.RELEASING_PARTY;
    private static final String DAY = "2024-03-01";

    private static JointCount joint(Report together, JointCount.Direction... directions) {
        return JointCount.of(List.of(directions), List.of(together), List.of(),
                Question.on(LocalDate.parse("2024-03-05")));
    }

    private static JointCount.Direction direction(Promise promise, Report... reports) {
        return new JointCount.Direction("direction", promise, List.of(reports));
    }

    private static JointCount.Direction direction(Report... reports) {
        return direction(Promise.NONE, reports);
    }

    private static Report envoy(int number, String date) {
        return said("Envoy", SourceKind.MEDIATOR).total(number).on(date);
    }

    private static List<String> texts(JointCount count, Language language) {
        List<String> texts = new ArrayList<>();
        count.conflicts().forEach(conflict -> texts.add(Sentences.in(language).text(conflict.text())));
        return texts;
    }

    @Test
    void the_dead_are_never_added_to_the_living() {
        JointCount.Direction one = direction(said("North", NORTH).total(12).on(DAY));
        JointCount.Direction other = direction(said("South", NORTH).total(10).on(DAY));
        Promise remains = new Promise(null, null, false, true);
        JointCount.Direction dead = direction(remains, said("North", NORTH).total(5).remains().on(DAY));
        JointCount count = joint(envoy(22, DAY), one, other, dead);
        assertThat(count.sum().best()).isEqualTo(22);
        assertThat(count.conflicts()).isEmpty();
        assertThat(joint(envoy(27, DAY), one, other, dead).sum().best()).isEqualTo(22);
        JointCount onlyDead = joint(envoy(5, DAY), dead);
        assertThat(onlyDead.sum().best()).isEqualTo(5);
        assertThat(onlyDead.joint().best()).isEqualTo(5);
    }

    @Test
    void a_report_that_names_no_kind_counts_what_its_commitment_is_about() {
        Promise remains = new Promise(null, null, false, true);
        Tally tally = Count.tally(remains,
                List.of(said("North", NORTH).batch(90).on(DAY),
                        said("South", SourceKind.RECEIVING_PARTY).batch(87).on(DAY),
                        said("South", SourceKind.RECEIVING_PARTY).batch(4).living().on(DAY)),
                Question.on(LocalDate.parse("2024-03-05")));
        assertThat(tally.released().low()).isEqualTo(87);
        assertThat(tally.released().high()).isEqualTo(90);
        assertThat(tally.remains().low()).isEqualTo(4);
        assertThat(tally.claimants()).hasSize(2);
        assertThat(Sentences.in(Language.EN).text(tally.conflicts().get(0).text())).isEqualTo(
                "The counts of the dead handed over on 1 March 2024 differ: 90 according to North; 87 according to South.");
    }

    @Test
    void the_sum_says_which_directions_nothing_is_known_of() {
        JointCount count = joint(envoy(20, DAY),
                new JointCount.Direction("prisoners of war (North)", Promise.NONE, List.of()),
                new JointCount.Direction("prisoners of war (South)", Promise.NONE, List.of()));
        assertThat(count.sum().best()).isNull();
        String nothing = Sentences.in(Language.EN).text(Count.tally(Promise.NONE, List.of(),
                Question.on(LocalDate.parse("2024-03-05"))).released().reason());
        assertThat(Sentences.in(Language.EN).text(count.sum().reason()))
                .isEqualTo("prisoners of war (North): " + nothing
                        + " prisoners of war (South): " + nothing);
    }

    @Test
    void batches_are_a_floor_for_what_is_said_in_all() {
        JointCount.Direction one = direction(said("North", NORTH).batch(12).on(DAY));
        JointCount.Direction other = direction(said("South", NORTH).batch(10).on(DAY));
        assertThat(joint(envoy(40, "2024-03-03"), one, other).conflicts()).isEmpty();
        assertThat(texts(joint(envoy(15, "2024-03-03"), one, other), Language.EN)).containsExactly("According to Envoy,"
                + " the total of those released by 3 March 2024 by all sides together is 15; the two directions add up"
                + " to at least 22.");
        Promise single = new Promise(null, null, true, false);
        assertThat(joint(envoy(40, "2024-03-03"), direction(single, said("North", NORTH).batch(12).on(DAY)),
                direction(single, said("South", NORTH).batch(10).on(DAY))).conflicts()).hasSize(1);
    }

    @Test
    void one_direction_alone_may_be_more_than_is_said_of_all() {
        JointCount.Direction one = direction(said("North", NORTH).total(12).on(DAY));
        assertThat(joint(envoy(22, DAY), one, direction()).conflicts()).isEmpty();
        assertThat(texts(joint(envoy(10, DAY), one, direction()), Language.EN))
                .containsExactly("According to Envoy, the"
                        + " total of those released by 1 March 2024 by all sides together is 10; one direction alone comes to 12.");
    }

    @Test
    void the_directions_may_not_come_to_less_later() {
        JointCount.Direction one = direction(said("North", NORTH).total(12).on(DAY));
        JointCount.Direction other = direction(said("South", NORTH).total(11).on(DAY));
        assertThat(joint(envoy(20, "2024-02-01"), one, other).conflicts()).isEmpty();
        assertThat(texts(joint(envoy(30, "2024-02-01"), one, other), Language.EN)).containsExactly("According to Envoy,"
                + " the total of those released by 1 February 2024 by all sides together was 30; the two directions add"
                + " up to 23 by 1 March 2024. A count of all released cannot fall.");
        JointCount.Direction rearrested = direction(said("North", NORTH).total(12).on(DAY),
                said("North", NORTH).of(Basis.REARRESTED, Quantity.exactly(7)).on("2024-02-20"));
        assertThat(joint(envoy(30, "2024-02-01"), rearrested, other).conflicts()).isEmpty();
    }

    @Test
    void three_directions_are_not_two() {
        JointCount count = joint(envoy(20, DAY), direction(said("North", NORTH).total(12).on(DAY)),
                direction(said("South", NORTH).total(10).on(DAY)), direction(said("East", NORTH).total(3).on(DAY)));
        assertThat(texts(count, Language.EN).get(0)).contains("the 3 directions add up to 25");
        assertThat(texts(count, Language.DE).get(0)).contains("die 3 Richtungen ergeben zusammen 25");
        assertThat(texts(count, Language.FR).get(0)).contains("les 3 sens donnent 25");
    }

    @Test
    void a_joint_total_may_include_the_dead() {
        JointCount.Direction one = direction(said("North", NORTH).total(10).on(DAY),
                said("North", NORTH).batch(4).remains().on(DAY));
        JointCount.Direction other = direction(said("South", NORTH).total(12).on(DAY));
        assertThat(texts(joint(envoy(26, DAY), one, other), Language.EN)).containsExactly("According to Envoy, the"
                + " total of those released by 1 March 2024 by all sides together is 26; the two directions add up to 22."
                + " With the 4 dead on record they would be 26: the total may include the dead.");
        assertThat(texts(joint(envoy(26, DAY), one, other), Language.DE)).containsExactly("Laut Envoy beträgt die"
                + " Gesamtzahl der bis zum 1. März 2024 von allen Seiten zusammen Freigelassenen 26; die beiden Richtungen"
                + " ergeben zusammen 22. Mit den verzeichneten Toten (4) wären es 26: Die Gesamtzahl kann sie einschließen.");
        assertThat(texts(joint(envoy(26, DAY), one, other), Language.FR)).containsExactly("Selon Envoy, le total des"
                + " libérations par toutes les parties ensemble était de 26 au 1er mars 2024\u00a0; les deux sens donnent 22"
                + " au total. Avec les morts enregistrés (4), cela ferait 26\u00a0: le total peut les inclure.");
        assertThat(texts(joint(envoy(30, DAY), one, other), Language.EN)).containsExactly("According to Envoy, the"
                + " total of those released by 1 March 2024 by all sides together is 30; the two directions add up to 22.");
    }

    @Test
    void one_direction_of_the_living_beside_one_of_the_dead_is_told_as_one() {
        JointCount.Direction living = direction(said("North", NORTH).total(5).on(DAY));
        JointCount.Direction dead = direction(new Promise(null, null, false, true),
                said("South", NORTH).total(2).on(DAY));
        assertThat(texts(joint(envoy(7, DAY), living, dead), Language.EN)).containsExactly("According to Envoy, the"
                + " total of those released by 1 March 2024 by all sides together is 7; the one direction adds up to 5."
                + " With the 2 dead on record they would be 7: the total may include the dead.");
        assertThat(texts(joint(envoy(7, DAY), living, dead), Language.FR)).containsExactly("Selon Envoy, le total des"
                + " libérations par toutes les parties ensemble était de 7 au 1er mars 2024\u00a0; le seul sens donne 5 au"
                + " total. Avec les morts enregistrés (2), cela ferait 7\u00a0: le total peut les inclure.");
    }
}
