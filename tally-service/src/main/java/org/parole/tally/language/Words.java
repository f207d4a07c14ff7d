package org.parole.tally.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.parole.tally.count.Days;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.Range;

/** Numbers, dates, names and lists, as one language writes them. */
final class Words {

    private final Messages messages;

    Words(Messages messages) {
        this.messages = messages;
    }

    String range(Range range) {
        if (range.low() == range.high()) {
            String number = messages.number(range.low());
            if (range.openHigh()) {
                return text("range.atLeast", "n", range.approximate() ? text("range.about", "n", number) : number);
            }
            if (range.openLow() && !range.approximate()) {
                return text("range.upTo", "n", number);
            }
            return range.approximate() ? text("range.about", "n", number) : number;
        }
        if (range.openLow() && range.low() == 0) {
            return text("range.upTo", "n", messages.number(range.high()));
        }
        if (range.openHigh()) {
            // There may be any number more: only the lower end says something.
            return text("range.atLeast", "n", messages.number(range.low()));
        }
        return text("range.between", "low", messages.number(range.low()), "high", messages.number(range.high()));
    }

    String quantity(Quantity quantity) {
        return switch (quantity.comparator()) {
            case EXACTLY -> messages.number(quantity.min());
            case ABOUT -> text("range.about", "n", messages.number(quantity.min()));
            case AT_LEAST -> text("range.atLeast", "n", messages.number(quantity.min()));
            case OVER -> text("range.over", "n", messages.number(quantity.min()));
            case UP_TO -> text("range.upTo", "n", messages.number(quantity.max()));
            case BETWEEN -> text("range.between", "low", messages.number(quantity.min()), "high",
                    messages.number(quantity.max()));
            case SOME -> text("range.words", "words", isolated(quantity.wording()));
        };
    }

    private String text(String key, Object... values) {
        return messages.format(key, values);
    }

    /** Some days alone ('6 to 7 May 2020'), or with what a sentence needs before them (on., by., for.). */
    String days(String before, Days days) {
        LocalDate first = LocalDate.ofEpochDay(before.equals("by.") ? days.first() : days.since());
        LocalDate last = LocalDate.ofEpochDay(days.last());
        LocalDate from = LocalDate.ofEpochDay(days.first());
        boolean month = from.getDayOfMonth() == 1 && last.equals(from.withDayOfMonth(from.lengthOfMonth()));
        boolean year = from.getDayOfYear() == 1 && last.equals(from.withDayOfYear(from.lengthOfYear()));
        if (year || month) {
            return text(before + (year ? "year" : "month"), date(last));
        }
        if (first.equals(last) || before.equals("by.")) {
            return text(before + "day", date(last));
        }
        String key = first.getYear() != last.getYear()
                ? "years"
                : first.getMonthValue() != last.getMonthValue() ? "months" : "days";
        Object[] ends = date(last);
        List<Object> values = new ArrayList<>(List.of(ends));
        values.addAll(List.of("d1", dayOfMonth(first), "m1", month(first), "y1", String.valueOf(first.getYear())));
        return text(before + key, values.toArray());
    }

    private Object[] date(LocalDate date) {
        return new Object[]{"d", dayOfMonth(date), "m", month(date), "y", String.valueOf(date.getYear())};
    }

    private String dayOfMonth(LocalDate date) {
        return date.getDayOfMonth() == 1 ? text("day.first") : String.valueOf(date.getDayOfMonth());
    }

    private String month(LocalDate date) {
        return messages.pattern("months").split(" ")[date.getMonthValue() - 1];
    }

    String list(List<String> items, String last) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        if (last.equals("clause")) {
            return String.join(messages.pattern("list.clause"), items);
        }
        return String.join(messages.pattern("list.comma"), items.subList(0, items.size() - 1))
                + messages.pattern("list." + last) + items.get(items.size() - 1);
    }

    /** A name as it stands in a sentence: between marks of direction where it is written from right to left. */
    static String isolated(String name) {
        boolean rightToLeft = name.codePoints().map(Character::getDirectionality)
                .anyMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return rightToLeft ? '\u2068' + name + '\u2069' : name;
    }

    /** Which list is joined how, by the name under which a message has it. */
    static String joiner(String name) {
        return JOINED.getOrDefault(name, "and");
    }

    private static final Map<String, String> JOINED = Map.of("claims", "clause", "printed", "clause", "told", "clause",
            "votes", "clause", "figures", "or", "before", "or", "now", "or");
}
