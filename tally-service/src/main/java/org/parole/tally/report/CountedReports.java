package org.parole.tally.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.parole.kit.time.DatePrecision;
import org.parole.kit.time.PartialDate;
import org.parole.tally.count.Basis;
import org.parole.tally.count.CategoryKind;
import org.parole.tally.count.Days;
import org.parole.tally.count.Part;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.QuantityComparator;
import org.parole.tally.count.Report;
import org.parole.tally.count.Source;
import org.parole.tally.count.SourceKind;
import org.parole.tally.count.Stage;

/**
 * Reads the reports that a tally counts, straight from the rows: a tally reads a thousand of them, and as entities or tuples they
 * take longer than the count itself.
 */
final class CountedReports {

    private static final String COLUMNS = """
            select coalesce(commitment, exchange), id, claimant, coalesce(spoke_for, speaks_for), source_kind, stage, basis,
            comparator, quantity_min, quantity_max, quantity_wording, out_of, event_since - date '1970-01-01',
            event_on - date '1970-01-01', event_precision, category_detail, scope, published_at, recorded_from, outlet, root,
            own_words, release, telling, dispute is not null, place, parts_complete, scopes, category_kind, ordinal
            from release_report where not retracted""";

    private final StringBuilder sql = new StringBuilder(COLUMNS);
    private final List<Object> values = new ArrayList<>();
    private final String[] commitments;
    /** Names stand in many rows: each is kept once, which also lets the count find it faster. */
    private final Map<String, String> names = new HashMap<>();

    private final boolean asWhole;

    /** @param about the column that says what the reports are about: commitment or exchange */
    CountedReports(String about, Collection<String> commitments, LocalDate on, Instant publishedBefore, Instant asOf,
            String place, String categoryDetail) {
        this.commitments = commitments.toArray(String[]::new);
        // Of one place or category, what counts it is the whole.
        asWhole = place != null || categoryDetail != null;
        if (asOf == null) {
            sql.append(" and is_current");
        } else {
            and("recorded_from <= ?", time(asOf));
            and("recorded_to > ?", time(asOf));
        }
        and("event_on <= ?", on);
        and("published_at < ?", time(publishedBefore));
        and("lower(place) = lower(?)", place);
        and("lower(category_detail) = lower(?)", categoryDetail);
        // With one commitment the index gives them in their order.
        sql.append(this.commitments.length == 1 ? " and " + about + " = ?" : " and " + about + " = any (?)")
                .append(" order by event_on, id");
    }

    private void and(String condition, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Adds the reports to the list of their commitment. */
    void read(Connection connection, Map<String, List<Report>> reports) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            if (commitments.length == 1) {
                select.setString(values.size() + 1, commitments[0]);
            } else {
                select.setArray(values.size() + 1, connection.createArrayOf("text", commitments));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.get(row.getString(1)).add(report(row));
                }
            }
        }
    }

    private Report report(ResultSet row) throws SQLException {
        OffsetDateTime published = row.getObject(18, OffsetDateTime.class);
        OffsetDateTime recorded = row.getObject(19, OffsetDateTime.class);
        String kind = row.getString(29);
        Boolean remains = kind == null ? null : Boolean.valueOf(CategoryKind.REMAINS.name().equals(kind));
        var report = new Report(row.getString(2), name(row, 3), name(row, 4), SourceKind.valueOf(row.getString(5)),
                Stage.valueOf(row.getString(6)), Basis.valueOf(row.getString(7)), quantity(row), days(row),
                part(row, kind), scopes(row), remains,
                published.toEpochSecond() * 1_000 + published.getNano() / 1_000_000,
                recorded.toEpochSecond() * 1_000_000 + recorded.getNano() / 1_000, Long.MAX_VALUE, false,
                new Source(name(row, 20), name(row, 21), row.getBoolean(22)), name(row, 23), name(row, 24),
                row.getBoolean(25), number(row, 30));
        return asWhole ? report.asWhole() : report;
    }

    /** None where the source denies or suspends without a number. */
    private Quantity quantity(ResultSet row) throws SQLException {
        String comparator = row.getString(8);
        return comparator == null
                ? null
                : new Quantity(QuantityComparator.valueOf(comparator), number(row, 9), number(row, 10), name(row, 11));
    }

    private static Days days(ResultSet row) throws SQLException {
        int first = row.getInt(14);
        Integer since = number(row, 13);
        return new Days(since == null ? first : since, first, last(first, row.getString(15)));
    }

    /** Civilians and nationals of third countries are a category, where the report names no other. */
    private Part part(ResultSet row, String kind) throws SQLException {
        String category = name(row, 16);
        if (category == null && (CategoryKind.CIVILIANS.name().equals(kind)
                || CategoryKind.THIRD_COUNTRY_NATIONALS.name().equals(kind))) {
            category = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        Integer outOf = number(row, 12);
        String place = name(row, 26);
        boolean complete = row.getBoolean(27);
        return outOf == null && category == null && place == null && !complete
                ? Part.NONE
                : new Part(outOf, category, place, complete);
    }

    private static Set<String> scopes(ResultSet row) throws SQLException {
        String scope = row.getString(17);
        if (scope != null) {
            return Set.of(scope);
        }
        Array several = row.getArray(28);
        return several == null ? Set.of() : Set.of((String[]) several.getArray());
    }

    private static int last(int first, String precision) {
        return precision.equals(DatePrecision.DAY.name())
                ? first
                : (int) PartialDate.of(LocalDate.ofEpochDay(first), DatePrecision.valueOf(precision)).to().toEpochDay();
    }

    private static Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(number);
    }

    private String name(ResultSet row, int column) throws SQLException {
        String name = row.getString(column);
        if (name == null) {
            return null;
        }
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }
}
