package org.parole.gateway.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parole.kit.problem.FieldError;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class MappingTest {

    private static final String CLAIMS = """
            id,date,published,direction,kind,count,claimant,outlet,url,quote
            a1,2031-05-01,2031-05-02,NORTH_FREES_SOUTH,target,100,Northland,Daily,https://example.org/1,"Northland promised a hundred. Its minister said so in the morning."
            a2,2031-05-02,2031-05-02,NORTH_FREES_SOUTH,batch,40,Northland (disputed),Daily,https://example.org/1,Northland said that forty had been released this morning.
            a3,2031-05-03,2031-05-03,SOUTH_FREES_NORTH,cumulative,12,unattributed,Alba Post,,Twelve have been released so far by the South.
            """;

    @Test
    void what_is_wrong_with_a_mapping_is_told_with_its_place() throws JsonProcessingException {
        List<FieldError> errors = new ArrayList<>();
        Mapping.of(
                new ObjectMapper().readTree(
                        """
                                {"make": "poems", "columns": {"a": "evntOn", "b": {"field": "eventOn", "date": "backwards"}, "c": 5, "d": {"field": "stage"},
                                 "e": {"field": "stage"}}, "constants": {"stage": null}, "rows": {"1": {"fild": "x"}}, "claimants": {"X": {"naem": "Y"}},
                                 "parties": [{}], "layout": {"separator": "::"}, "surprise": 1}
                                """),
                errors);
        assertThat(errors).extracting(FieldError::pointer).containsExactlyInAnyOrder("/make", "/columns/a",
                "/columns/b/date", "/columns/c",
                "/columns/e", "/constants/stage", "/rows/1/fild", "/claimants/X/naem", "/parties/0",
                "/layout/separator", "/surprise");
        assertThat(errors).filteredOn(error -> error.pointer().equals("/columns/a")).extracting(FieldError::detail)
                .containsExactly("unknown field 'evntOn'; did you mean 'eventOn'?");
    }

    @Test
    void a_mapping_to_a_column_that_is_not_there_names_the_columns_that_are() {
        TriedTable table = TriedTable.of(CLAIMS);
        ((ObjectNode) table.mapping().path("columns")).put("colour", "note");
        List<FieldError> errors = new ArrayList<>();
        assertThat(Mapping.of(table.mapping(), errors).missing(table.headings)).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/columns/colour");
            assertThat(error.detail()).contains("id, date, published, direction");
        });
    }

    @Test
    void the_text_of_a_mapping_has_a_line_for_each_decision_and_is_read_again() throws JsonProcessingException {
        TriedTable table = TriedTable.of(CLAIMS);
        String text = MappingText.of(table.mapping());
        assertThat(new ObjectMapper().readTree(text)).isEqualTo(table.mapping());
        assertThat(text.lines()).contains("    \"count\": \"quantity\",")
                .anyMatch(line -> line.startsWith("    \"unattributed\": {"));
    }

    @Test
    void rows_of_one_address_make_one_document_whose_excerpt_grows() {
        TriedTable table = TriedTable.of(CLAIMS);
        List<Draft> drafts = table.readings().stream()
                .filter(reading -> reading.documentKey().contains("example.org/1"))
                .flatMap(reading -> reading.drafts().stream()).toList();
        JsonNode body = IntakeBodies.of(drafts, null, true);
        assertThat(drafts).extracting(Draft::label).containsExactly("a1", "a2", "a2-2");
        assertThat(body.path("document").path("passages")).hasSize(2);
        assertThat(body.path("document").path("publishedAt").asText()).isEqualTo("2031-05-02");
        assertThat(body.path("releaseReports")).hasSize(3);
        assertThat(body.path("releaseReports").get(2).path("stage").asText()).isEqualTo("DENIED");
        assertThat(body.path("releaseReports").get(2).path("claimant").path("name").asText()).isEqualTo("Daily");
        assertThat(body.path("speakers")).extracting(speaker -> speaker.path("name").asText())
                .containsExactly("Northland", "Daily");
        JsonNode again = IntakeBodies.of(drafts.subList(1, 2), "0198c0de-0000-7000-8000-000000000001", false);
        assertThat(again.path("document")).hasSize(1);
        assertThat(again.path("document").path("id").asText()).startsWith("0198c0de");
    }

    @Test
    void a_row_without_an_address_is_found_by_its_data_set_and_number() {
        Draft draft = TriedTable.of(CLAIMS).drafts().get("a3");
        assertThat(draft.document().path("citation").asText()).isEqualTo("tried, a3");
        assertThat(draft.document().has("url")).isFalse();
    }

    @Test
    void a_row_of_its_own_says_something_else_and_makes_a_second_record() {
        TriedTable table = TriedTable.of(CLAIMS).correct("/rows",
                """
                        {"a2": {"stage": "ANNOUNCED", "also": [{"releasingParty": "south", "receivingParty": "northland", "quantity": "5"}]}}
                        """);
        assertThat(table.inShort()).contains(
                "northland-frees-south | ANNOUNCED BATCH | EXACTLY 40 | 2031-05-02 | 2031-05-02 | Northland RELEASING_PARTY | Daily",
                "south-frees-northland | ANNOUNCED BATCH | EXACTLY 5 | 2031-05-02 | 2031-05-02 | Northland RECEIVING_PARTY | Daily");
    }

    @Test
    void what_the_mapping_does_not_have_is_refused_with_its_column() {
        TriedTable table = TriedTable.of(CLAIMS);
        ((ObjectNode) table.mapping().path("claimants")).remove("unattributed");
        ((ObjectNode) table.mapping().path("columns").path("kind").path("values")).remove("target");
        ((ObjectNode) table.mapping().path("outlets")).remove("Daily");
        assertThat(table.refused()).containsExactlyInAnyOrder(
                "a1 /kind is not among the values of this column in the mapping: 'target'",
                "a2 /outlet is not among the outlets of the mapping: 'Daily'",
                "a3 /claimant is not among the claimants of the mapping: 'unattributed'");
        table.correct("/newOutlets", "\"as-named\"").correct("/newClaimants", "\"as-named\"");
        assertThat(table.refused()).containsExactlyInAnyOrder(
                "a1 /kind is not among the values of this column in the mapping: 'target'",
                "a3 /claimant nothing says which side 'unattributed' is on: give it a party or a sourceKind in the mapping's claimants");
    }

    @Test
    void rows_without_an_id_keep_their_key_when_only_the_figure_changes() {
        String without = CLAIMS.replaceAll("(?m)^(id|a\\d),", "");
        List<String> before = TriedTable.of(without).readings().stream().map(RowReading::key).toList();
        List<String> after = TriedTable.of(without.replace(",40,", ",41,")).readings().stream().map(RowReading::key)
                .toList();
        assertThat(after).isEqualTo(before).doesNotHaveDuplicates().allMatch(key -> key.startsWith("row-"));
    }
}
