package org.parole.tally.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import org.hibernate.Session;
import org.parole.kit.record.Filter;
import org.parole.kit.record.RevisionedRepository;
import org.parole.kit.text.Names;
import org.parole.tally.count.Basis;
import org.parole.tally.count.NumberedExchange;
import org.parole.tally.count.Report;
import org.parole.tally.count.Stage;
import org.parole.tally.exchange.Exchange;

/** The release reports' revisions. */
@ApplicationScoped
public class ReportRepository implements RevisionedRepository<ReleaseReport> {

    /** More numbers of exchanges than any two parties have given. */
    private static final int MOST_NUMBERED = 1_000;

    /**
     * The one query of a page of tallies: what counts of the reports on each commitment, at a record time or now for null.
     * Every commitment asked for has an entry.
     */
    public Map<String, List<Report>> findForCount(Collection<String> commitments, LocalDate on,
            Instant publishedBefore, Instant asOf, String place, String categoryDetail) {
        Map<String, List<Report>> reports = new HashMap<>();
        commitments.forEach(commitment -> reports.put(commitment, new ArrayList<>()));
        if (!commitments.isEmpty()) {
            var query = new CountedReports("commitment", commitments, on, publishedBefore, asOf, place, categoryDetail);
            getEntityManager().unwrap(Session.class).doWork(connection -> query.read(connection, reports));
        }
        return reports;
    }

    /** The lists besides the commitments' own that any revision of a report of theirs counts in. */
    @SuppressWarnings("unchecked")
    public List<String> findLists(Collection<String> commitments) {
        return getEntityManager().createNativeQuery("select distinct list from release_report r,"
                + " unnest(coalesce(r.scopes, array[r.scope])) list where r.commitment = any (:commitments)"
                + " and list is not null", String.class)
                .setParameter("commitments", commitments.toArray(String[]::new)).getResultList();
    }

    /** What counts of the reports that count all directions of an exchange together. */
    public List<Report> findJointForCount(String exchange, LocalDate on, Instant publishedBefore, Instant asOf) {
        Map<String, List<Report>> reports = new HashMap<>();
        reports.put(exchange, new ArrayList<>());
        var query = new CountedReports("exchange", List.of(exchange), on, publishedBefore, asOf, null, null);
        getEntityManager().unwrap(Session.class).doWork(connection -> query.read(connection, reports));
        return reports.get(exchange);
    }

    /**
     * What is said of the numbers of other exchanges that have the same parties.
     *
     * @param parties of the exchange itself
     * @param exchange its slug
     */
    public List<NumberedExchange> findNumberedBesides(String exchange, List<String> parties, LocalDate on,
            Instant publishedBefore, Instant asOf) {
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery("select e, r from ReleaseReport r, Exchange e where r.ordinal is not null"
                        + " and r.stage in :stages and r.eventFrom <= :on and not r.retracted and " + then(asOf, "r")
                        + (publishedBefore == null ? "" : " and r.publishedAt < :published")
                        + " and not e.retracted and " + then(asOf, "e") + " and e.slug <> :exchange"
                        + " and array_contains(e.parties, :party) and (r.exchange = e.slug or r.commitment in"
                        + " (select c.slug from Commitment c where c.exchange = e.slug and not c.retracted and "
                        + then(asOf, "c") + ")) order by r.eventFrom, r.id", Object[].class)
                .setParameter("stages", List.of(Stage.REPORTED, Stage.VERIFIED)).setParameter("on", on)
                .setParameter("exchange", exchange).setParameter("party", parties.get(0)).setMaxResults(MOST_NUMBERED);
        if (publishedBefore != null) {
            query.setParameter("published", publishedBefore);
        }
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        List<NumberedExchange> found = new ArrayList<>();
        for (Object[] row : query.getResultList()) {
            var other = (Exchange) row[0];
            var report = (ReleaseReport) row[1];
            if (Set.copyOf(other.parties).equals(Set.copyOf(parties))) {
                found.add(new NumberedExchange(other.slug, other.title,
                        report.organ() != null ? report.organ() : report.claimant, report.ordinal, report.eventFrom,
                        report.id.toString()));
            }
        }
        return found;
    }

    List<ReleaseReport> findPage(ReportFilter wanted, Instant asOf, LocalDate afterDay, UUID afterId, int rows) {
        var filter = Filter.asOf(asOf).and("commitment = :commitment", "commitment", wanted.commitment)
                .and("agreement = :agreement", "agreement", wanted.agreement)
                .and("claimantKey = :claimant", "claimant",
                        wanted.claimant == null ? null : Names.key(wanted.claimant))
                .and("sourceKind = :sourceKind", "sourceKind", wanted.sourceKind)
                .and("stage = :stage", "stage", wanted.stage).and("basis = :basis", "basis", wanted.basis)
                .and("release = :release", "release", wanted.release)
                .and("(exchange = :exchange or commitment in (select c.slug from Commitment c where not c.retracted and "
                        + then(asOf, "c") + " and c.exchange = :exchange))", "exchange", wanted.exchange)
                .and("(commitment in (select c.slug from Commitment c where not c.retracted and " + then(asOf, "c")
                        + " and (c.releasingParty = :party or c.receivingParty = :party))"
                        + " or exchange in (select e.slug from Exchange e where not e.retracted and " + then(asOf, "e")
                        + " and array_contains(e.parties, :party))"
                        + " or releasingParty = :party or receivingParty = :party)", "party", wanted.party)
                .and("cast(sql('words @@ websearch_to_tsquery(''english'', ?)', :q) as boolean) = true", "q", wanted.q)
                .and("eventFrom >= :from", "from", wanted.from == null ? null : wanted.from.from())
                .and("eventFrom <= :on", "on", wanted.on == null ? null : wanted.on.to())
                .and("publishedAt < :before", "before", wanted.publishedBy == null ? null : wanted.publishedBy.end())
                .and(wanted.orderOrDefault().after(), "afterId", afterId);
        if (wanted.joint != null) {
            filter.and(wanted.joint ? "exchange is not null" : "exchange is null");
        }
        if (afterId != null && wanted.orderOrDefault() != ReportOrder.RECORDED) {
            filter.with("afterDay", afterDay);
        }
        return find(filter.orderedBy(wanted.orderOrDefault().order()), filter.parameters()).range(0, rows - 1).list();
    }

    private static String then(Instant asOf, String alias) {
        return asOf == null
                ? alias + ".latest"
                : alias + ".recordedFrom <= :asOf and " + alias + ".recordedTo > :asOf";
    }

    /** The revisions of some reports at a record time or now for null, retracted ones too. */
    public List<ReleaseReport> findAsOf(Collection<UUID> ids, Instant asOf) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return asOf == null
                ? list("id in ?1 and latest", ids)
                : list("id in ?1 and recordedFrom <= ?2 and recordedTo > ?2", ids, asOf);
    }

    /** Reports whose quotes were last asked for before a time or never, the longest waiting first. */
    @SuppressWarnings("unchecked")
    List<UUID> findDueForCheck(Instant before, int most) {
        return getEntityManager().createNativeQuery(
                "select report_id from evidence_queue where checked_at < :before order by checked_at, report_id limit :most",
                UUID.class).setParameter("before", before).setParameter("most", most).getResultList();
    }

    /** Has the quote of a report asked for at the next round. */
    void enqueueForCheck(List<UUID> ids) {
        getEntityManager()
                .createNativeQuery("insert into evidence_queue (report_id) select unnest(cast(:ids as uuid[]))"
                        + " on conflict (report_id) do update set checked_at = '-infinity'")
                .setParameter("ids", ids.toArray(UUID[]::new)).executeUpdate();
    }

    void dequeueForCheck(UUID id) {
        getEntityManager().createNativeQuery("delete from evidence_queue where report_id = :id").setParameter("id", id)
                .executeUpdate();
    }

    void noteCheck(UUID id, Instant checkedAt) {
        getEntityManager()
                .createNativeQuery("update evidence_queue set checked_at = :checkedAt where report_id = :id")
                .setParameter("checkedAt", checkedAt).setParameter("id", id).executeUpdate();
    }

    boolean isNeverChecked(UUID id) {
        return !getEntityManager()
                .createNativeQuery("select 1 from evidence_queue where report_id = :id and checked_at = '-infinity'")
                .setParameter("id", id).getResultList().isEmpty();
    }

    /** Whether a current report is about a record: {@code field} is commitment or exchange. */
    boolean existsAbout(String field, String slug) {
        return find(field + " = ?1 and latest and not retracted", slug).firstResultOptional().isPresent();
    }

    boolean existsOfParty(String party) {
        return find("(releasingParty = ?1 or receivingParty = ?1) and latest and not retracted", party)
                .firstResultOptional().isPresent();
    }

    /** The running totals of a commitment's list by event dates up to a day, but for one report. */
    List<ReleaseReport> findTotalsUpTo(String commitment, String scope, LocalDate day, UUID but) {
        var filter = Filter.asOf(null).and("commitment = :commitment", "commitment", commitment)
                .and("eventFrom <= :day", "day", day).and("basis = :basis", "basis", Basis.CUMULATIVE)
                .and("stage in :stages", "stages", List.of(Stage.REPORTED, Stage.VERIFIED))
                .and("id <> :but", "but", but);
        filter = scope == null ? filter.and("scope is null") : filter.and("scope = :scope", "scope", scope);
        return find(filter.orderedBy("eventFrom, publishedAt, id"), filter.parameters()).list();
    }
}
