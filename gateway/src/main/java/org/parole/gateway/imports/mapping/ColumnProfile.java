package org.parole.gateway.imports.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.parole.gateway.imports.table.TableRow;

/** What the cells of a column look like. */
final class ColumnProfile {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+|www\\.\\S+\\.\\S+");
    private static final Pattern SERIAL = Pattern.compile("[3-5]\\d{4}(?:[.,]\\d+)?");
    private static final int MOST_WORDS = 6;
    private static final int DISTINCT = 5_000;

    final String heading;
    final int index;
    /** Each different cell and how often it is there, the first first. */
    final Map<String, Integer> values = new LinkedHashMap<>();
    private final List<String> sample = new ArrayList<>();
    private int filled;
    private long length;

    ColumnProfile(String heading, int index) {
        this.heading = heading;
        this.index = index;
    }

    /** Looks at the cells: the first hundred for what they are, all of them for what they say. */
    static List<ColumnProfile> of(List<String> headings, List<TableRow> rows) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            ColumnProfile profile = new ColumnProfile(headings.get(i), i);
            rows.forEach(row -> profile.see(row.cell(profile.index)));
            profiles.add(profile);
        }
        return profiles;
    }

    private void see(String cell) {
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        length += cell.length();
        if (sample.size() < Guess.SAMPLE && !Facts.isPlaceholder(cell)) {
            sample.add(cell);
        }
        if (values.size() < DISTINCT || values.containsKey(cell)) {
            values.merge(cell, 1, Integer::sum);
        }
    }

    boolean isEmpty() {
        return filled == 0;
    }

    List<String> sample() {
        return sample;
    }

    double meanLength() {
        return filled == 0 ? 0 : (double) length / filled;
    }

    boolean isUnique(int rows) {
        return filled == rows && values.size() == filled;
    }

    double addresses() {
        return share(cell -> ADDRESS.matcher(cell).matches());
    }

    double numbers(String language) {
        return share(cell -> {
            try {
                return isShort(cell) && Numbers.read(cell, language) != null;
            } catch (Numbers.UnreadableNumberException e) {
                return false;
            }
        });
    }

    /** A sentence with one number in it is no number. */
    private static boolean isShort(String cell) {
        return cell.length() < 60 && cell.split("\\s+").length <= MOST_WORDS;
    }

    /** How many of the cells are dates of any kind that is read. */
    double dates(String language) {
        if (!sample.isEmpty() && sample.stream().allMatch(cell -> cell.matches("\\d{9,10}|\\d{12,13}"))) {
            return dates(new DateRule(DateRule.EPOCH, DateRule.GREGORIAN, language));
        }
        return Math.max(dates(new DateRule(DateRule.DAY_FIRST, DateRule.GREGORIAN, language)),
                Math.max(dates(new DateRule(DateRule.MONTH_FIRST, DateRule.GREGORIAN, language)),
                        dates(new DateRule(DateRule.ISO, DateRule.PERSIAN, language))));
    }

    /** Whether all cells can be days as spreadsheets count them, from 1982 to 2064. */
    boolean isSerial() {
        return !sample.isEmpty() && sample.stream().allMatch(cell -> SERIAL.matcher(cell).matches());
    }

    double dates(DateRule rule) {
        return share(cell -> {
            try {
                return cell.length() < 60 && Dates.read(cell, rule) != null;
            } catch (Dates.UnreadableDateException e) {
                return false;
            }
        });
    }

    /** How many of its different cells have a code of a field. */
    double codes(String field) {
        return values.isEmpty()
                ? 0
                : (double) values.keySet().stream().filter(cell -> Vocabulary.code(field, cell).isPresent()).count()
                        / values.size();
    }

    private double share(java.util.function.Predicate<String> test) {
        return sample.isEmpty() ? 0 : (double) sample.stream().filter(test).count() / sample.size();
    }
}
