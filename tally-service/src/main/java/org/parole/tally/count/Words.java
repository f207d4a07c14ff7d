package org.parole.tally.count;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Numbers, dates and lists as a reader of English expects them. */
final class Words {

    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December"};

    /** A date and its words. */
    private record Day(int number, LocalDate date, String text) {
    }

    /** The dates last written: findings repeat the same few hundred, and each takes a division and a string. */
    private static final Day[] DAYS = new Day[2048];

    private Words() {
    }

    static String number(long number) {
        // By hand, because a tally writes thousands of them and a formatter takes microseconds for each.
        return number > -1000 && number < 1000
                ? Long.toString(number)
                : append(new StringBuilder(16), number).toString();
    }

    static StringBuilder append(StringBuilder text, long number) {
        text.append(number);
        int start = text.length() - digits(number);
        for (int at = text.length() - 3; at > start; at -= 3) {
            text.insert(at, ',');
        }
        return text;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    static String date(int day) {
        return day(day).text;
    }

    static LocalDate localDate(int day) {
        return day(day).date;
    }

    // Two threads may write the same place: each reads a whole record, whichever it is.
    private static Day day(int number) {
        Day day = DAYS[number & DAYS.length - 1];
        if (day == null || day.number != number) {
            LocalDate date = LocalDate.ofEpochDay(number);
            day = new Day(number, date, date.getDayOfMonth() + " " + month(date));
            DAYS[number & DAYS.length - 1] = day;
        }
        return day;
    }

    private static String month(LocalDate date) {
        return MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    /** The days from one to another: a day, a month, a year, or the two ends. */
    static String dates(int first, int last) {
        if (first == last) {
            return date(first);
        }
        LocalDate from = LocalDate.ofEpochDay(first);
        LocalDate to = LocalDate.ofEpochDay(last);
        if (from.getDayOfMonth() == 1 && to.equals(from.withDayOfMonth(from.lengthOfMonth()))) {
            return month(from);
        }
        if (from.getDayOfYear() == 1 && to.equals(from.withDayOfYear(from.lengthOfYear()))) {
            return String.valueOf(from.getYear());
        }
        return date(first) + " to " + date(last);
    }

    static String on(int first, int last) {
        return (first == last ? "On " : "In ") + dates(first, last);
    }

    static String quantity(Quantity quantity) {
        return switch (quantity.comparator()) {
            case EXACTLY -> number(quantity.min());
            case ABOUT -> "about " + number(quantity.min());
            case AT_LEAST -> "at least " + number(quantity.min());
            case OVER -> "over " + number(quantity.min());
            case UP_TO -> "up to " + number(quantity.max());
            case BETWEEN -> "between " + number(quantity.min()) + " and " + number(quantity.max());
            case SOME -> "\u2018" + quantity.wording() + "\u2019";
        };
    }

    static StringBuilder append(StringBuilder text, Quantity quantity) {
        return quantity.comparator() == QuantityComparator.EXACTLY
                ? append(text, (long) quantity.min())
                : text.append(quantity(quantity));
    }

    static StringBuilder appendRange(StringBuilder text, long low, long high) {
        if (low == high) {
            return append(text, low);
        }
        if (low < 0 || high == Quantity.OPEN) {
            return text.append(range(low, high));
        }
        return append(append(text, low).append(" to "), high);
    }

    static String range(long low, long high) {
        if (low == high) {
            return number(low);
        }
        if (high == Quantity.OPEN) {
            return low < 0 ? "an unknown number" : "at least " + number(low);
        }
        return low < 0 ? "up to " + number(high) : number(low) + " to " + number(high);
    }

    static String list(Collection<String> items) {
        List<String> all = List.copyOf(items);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }

    /** The first items of a list, and how many others there are. */
    static String list(List<String> items, int most) {
        return items.size() <= most ? list(items) : listed(items.subList(0, most), items.size());
    }

    /** The items that are listed out of so many. */
    static String listed(List<String> items, int inAll) {
        int others = inAll - items.size();
        return others <= 0
                ? list(items)
                : String.join(", ", items) + " and " + number(others) + (others == 1 ? " other" : " others");
    }
}
