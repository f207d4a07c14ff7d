package org.parole.tally.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One figure given by one line, however many outlets carry it. */
final class Statement {

    final Line line;
    final Stage stage;
    final Basis basis;
    final int since;
    final int first;
    final int last;
    final Quantity quantity;
    /** The quantity's own ends, kept here because a hundred thousand reports are held against them. */
    private final long quantityLow;
    private final long quantityHigh;
    private final QuantityComparator comparator;
    private final boolean approximate;
    final Integer outOf;
    /** As the report spells it that comes first in the alphabet: spelling is no matter of arrival. */
    String category;
    /** The category without regard to case and spacing, or null. */
    final String plainCategory;
    final String scope;
    final String release;
    final String telling;
    /** What the number is worth: its lower end or -1, and its upper end or OPEN. */
    final long low;
    final long high;
    private final double comparedLow;
    private final double comparedHigh;
    /** A figure that cannot be used: more remaining than there ever were. */
    final boolean unusable;
    final List<Report> reports = new ArrayList<>(1);
    /** When it was first published. */
    long published = Long.MAX_VALUE;
    long recorded = Long.MAX_VALUE;
    boolean ownWords;
    /** Every report that carries it is in dispute. */
    boolean disputed = true;
    private String id;
    private Figure figure;
    private List<String> ids;
    /** The day from which another denies it, or itself withdraws it. */
    int deniedFrom = Integer.MAX_VALUE;
    int withdrawnFrom = Integer.MAX_VALUE;

    Statement(Line line, Report report, String plainCategory, Quantity promised) {
        this.plainCategory = plainCategory;
        this.line = line;
        stage = report.stage();
        basis = report.basis();
        since = report.since();
        first = report.firstDay();
        last = report.lastDay();
        quantity = report.quantity();
        quantityLow = quantity.low();
        quantityHigh = quantity.high();
        comparator = quantity.comparator();
        approximate = quantity.approximate();
        outOf = report.outOf();
        category = report.category();
        scope = report.scope();
        release = report.release();
        telling = report.telling();
        if (basis == Basis.REMAINING) {
            long wholeLow = outOf != null ? outOf : promised.low();
            long wholeHigh = outOf != null ? outOf : promised.high();
            long most = quantity.low() < 0
                    ? wholeHigh
                    : wholeHigh == Quantity.OPEN ? wholeHigh : wholeHigh - quantity.low();
            unusable = most < 0;
            high = most < 0 ? Quantity.OPEN : most;
            low = wholeLow < 0 || quantity.high() == Quantity.OPEN || unusable
                    ? Quantity.NO_LOW
                    : Math.max(Quantity.NO_LOW, wholeLow - quantity.high());
        } else {
            unusable = false;
            low = quantityLow;
            high = quantityHigh;
        }
        comparedLow = Quantity.comparedLow(low, approximate);
        comparedHigh = Quantity.comparedHigh(high, approximate);
    }

    private Statement(List<Statement> parts, Quantity sum) {
        Statement any = parts.get(0);
        line = any.line;
        stage = any.stage;
        basis = any.basis;
        since = any.since;
        first = any.first;
        last = any.last;
        quantity = sum;
        quantityLow = sum.low();
        quantityHigh = sum.high();
        comparator = sum.comparator();
        approximate = sum.approximate();
        outOf = null;
        scope = any.scope;
        release = any.release;
        telling = any.telling;
        unusable = false;
        low = quantityLow;
        high = quantityHigh;
        comparedLow = Quantity.comparedLow(low, approximate);
        comparedHigh = Quantity.comparedHigh(high, approximate);
        category = any.category;
        boolean oneCategory = true;
        boolean own = true;
        disputed = false;
        for (Statement part : parts) {
            reports.addAll(part.reports);
            // One part in doubt puts the sum in doubt.
            disputed |= part.disputed;
            published = Math.min(published, part.published);
            recorded = Math.min(recorded, part.recorded);
            own &= part.ownWords;
            oneCategory &= category != null && category.equals(part.category);
        }
        category = oneCategory ? category : null;
        plainCategory = oneCategory ? any.plainCategory : null;
        ownWords = own;
    }

    /** The parts of one telling of a release, by one line and for the same days, are one number: their sum. */
    static Statement sumOf(List<Statement> parts) {
        if (parts.size() == 1 && parts.get(0).times() == 1) {
            return parts.get(0);
        }
        long low = Quantity.NO_LOW;
        long high = 0;
        boolean approximate = false;
        Set<String> wordings = new TreeSet<>();
        for (Statement part : parts) {
            int times = part.times();
            if (part.low >= 0) {
                low = Math.max(0, low) + part.low * times;
            }
            high = high == Quantity.OPEN || part.high == Quantity.OPEN ? Quantity.OPEN : high + part.high * times;
            approximate |= part.approximate();
            if (part.quantity.wording() != null) {
                wordings.add(part.quantity.wording());
            }
        }
        return new Statement(parts, Quantity.of(low, high, approximate, Words.list(wordings)));
    }

    /**
     * How many parts of a telling this figure stands for: an outlet that gives the same figure twice tells of two parts,
     * and two outlets that give it once tell of the same one.
     */
    private int times() {
        if (reports.size() == 1) {
            return 1;
        }
        Map<String, Integer> byOutlet = new HashMap<>();
        int most = 0;
        for (Report report : reports) {
            most = Math.max(most, byOutlet.merge(report.outlet() == null ? "" : report.outlet(), 1, Integer::sum));
        }
        return most;
    }

    void carriedBy(Report report) {
        reports.add(report);
        published = Math.min(published, report.publishedAt());
        recorded = Math.min(recorded, report.recordedFrom());
        ownWords |= report.ownWords();
        disputed &= report.disputed();
        if (category != null && report.category().compareTo(category) < 0) {
            category = report.category();
        }
    }

    /** Whether it gives this very number, in these very words where it is words only. */
    boolean gives(Quantity other) {
        return comparator == other.comparator() && quantityLow == other.low() && quantityHigh == other.high()
                && (comparator != QuantityComparator.SOME || quantity.wording().equals(other.wording()));
    }

    boolean hasFigure() {
        return low >= 0 || high < Quantity.OPEN;
    }

    boolean approximate() {
        return approximate;
    }

    /** Whether somebody was let go, going by this statement; what is in dispute tells of nothing. */
    boolean tellsOfARelease() {
        return high > 0 && !disputed;
    }

    /** The least that it proves: what is in dispute proves nothing. */
    long proven() {
        return disputed ? Quantity.NO_LOW : low;
    }

    /** The numbers as a part of a date's comparison: an 'about' gives way by a tenth on either side. */
    double comparedLow() {
        return comparedLow;
    }

    double comparedHigh() {
        return comparedHigh;
    }

    boolean agreesWith(Statement other) {
        return comparedLow() <= other.comparedHigh() && other.comparedLow() <= comparedHigh();
    }

    /** The first day that the number is about. */
    int start() {
        return basis == Basis.BATCH ? since : first;
    }

    /** The first of its reports' ids; asked for only once all its reports are known. */
    String id() {
        if (id == null) {
            for (Report report : reports) {
                if (id == null || report.id().compareTo(id) < 0) {
                    id = report.id();
                }
            }
        }
        return id;
    }

    /** The figure in words: as published, or what it is worth. */
    String words() {
        return basis == Basis.REMAINING || outOf != null
                ? appendWords(new StringBuilder()).toString()
                : Words.quantity(quantity);
    }

    StringBuilder appendWords(StringBuilder text) {
        if (basis == Basis.REMAINING) {
            return Words.append(Words.appendRange(text, low, high).append(" ("), quantity).append(" remaining)");
        }
        Words.append(text, quantity);
        return outOf == null ? text : Words.append(text.append(" of "), (long) outOf);
    }

    /** Whose figure it is, and the figure: many findings show it. */
    Figure figure() {
        if (figure == null) {
            figure = Figure.of(line.label(), low, high);
        }
        return figure;
    }

    /** The ids of its reports, the least first; asked for only once all its reports are known. */
    List<String> ids() {
        if (ids == null) {
            if (reports.size() == 1) {
                ids = List.of(reports.get(0).id());
            } else {
                List<String> its = new ArrayList<>(reports.size());
                for (Report report : reports) {
                    its.add(report.id());
                }
                ids = distinct(its);
            }
        }
        return ids;
    }

    static List<String> ids(Collection<Statement> statements) {
        List<String> ids = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            for (Report report : statement.reports) {
                ids.add(report.id());
            }
        }
        return distinct(ids);
    }

    /** In their order, each once. */
    static List<String> distinct(List<String> ids) {
        ids.sort(null);
        int kept = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (kept == 0 || !ids.get(kept - 1).equals(ids.get(i))) {
                ids.set(kept++, ids.get(i));
            }
        }
        if (kept < ids.size()) {
            ids.subList(kept, ids.size()).clear();
        }
        return Collections.unmodifiableList(ids);
    }
}
