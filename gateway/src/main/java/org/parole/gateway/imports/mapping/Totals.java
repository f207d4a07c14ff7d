package org.parole.gateway.imports.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parole.gateway.imports.table.TableRow;
import org.parole.kit.text.Names;

/** Tells rows that only add up other rows, which are no claims of anybody. */
final class Totals {

    private static final Set<String> WORDS = Stream.of("total", "totals", "subtotal", "sub-total", "grand total", "sum",
            "sum total", "overall total", "summe", "zwischensumme", "gesamt", "gesamtsumme", "insgesamt",
            "total général",
            "sous-total", "somme", "ensemble", "total general", "suma", "итого", "всего", "разом", "усього", "всього",
            "toplam", "genel toplam", "المجموع", "الإجمالي", "مجموع", "جمع", "جمع کل").map(Names::key)
            .collect(Collectors.toSet());
    private static final Pattern BEHIND = Pattern.compile("[:.=\\s]+$");
    /** 'Total May', 'Total 2031': a sum of a time. */
    private static final Pattern OF_A_TIME = Pattern
            .compile(
                    "(?iu)(?:sub-?total|total|summe|zwischensumme|итого|toplam)\\s+(?:for |of |im |en |за )?\\S+(?:\\s+\\d{4})?");

    private Totals() {
    }

    /** Whether a cell names a sum, and nothing that is summed up. */
    static boolean isTotal(String cell) {
        String text = BEHIND.matcher(cell.strip()).replaceAll("");
        return !text.isEmpty() && text.length() < 40
                && (WORDS.contains(Names.key(text)) || OF_A_TIME.matcher(text).matches() && saysTime(text));
    }

    private static boolean saysTime(String text) {
        String last = text.replaceAll("(?u)\\s+\\d{4}$", "");
        String word = last.substring(last.lastIndexOf(' ') + 1);
        return word.matches("\\d{4}") || MonthNames.of(word, null, DateRule.GREGORIAN) > 0;
    }

    /**
     * The rows that are no sums. Where the first cells of a column tell kinds of figures, 'total' is one of them; and where most rows
     * begin with the word, it is no sum of others.
     */
    static List<TableRow> without(List<TableRow> rows, List<String> headings) {
        List<TableRow> others = rows.stream().filter(row -> !isSum(row, headings)).toList();
        return others.size() * 2 >= rows.size() ? others : rows;
    }

    private static boolean isSum(TableRow row, List<String> headings) {
        Optional<Integer> first = Stream.iterate(0, i -> i + 1).limit(row.cells().size())
                .filter(i -> !row.cell(i).isEmpty()).findFirst();
        return first.isPresent() && first.get() < headings.size() && isTotal(row.cell(first.get()))
                && !isOfCodes(headings.get(first.get()));
    }

    private static boolean isOfCodes(String heading) {
        return Vocabulary.fieldsOf(heading).entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .filter(field -> Fields.CODES.contains(field) && !field.equals("direction")).isPresent();
    }
}
