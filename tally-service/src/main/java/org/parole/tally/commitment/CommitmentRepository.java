package org.parole.tally.commitment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.record.Filter;
import org.parole.tally.slug.SluggedRepository;

/** The commitments' revisions. */
@ApplicationScoped
public class CommitmentRepository implements SluggedRepository<Commitment> {

    boolean existsOf(String agreement) {
        return find("agreement = ?1 and latest and not retracted", agreement).firstResultOptional().isPresent();
    }

    boolean existsNaming(String party) {
        return find("(releasingParty = ?1 or receivingParty = ?1) and latest and not retracted", party)
                .firstResultOptional().isPresent();
    }

    /** The current commitments that are directions of an exchange, in the order of their slugs. */
    public List<Commitment> findUsableOfExchange(String exchange) {
        return list("exchange = ?1 and latest and not retracted order by slug", exchange);
    }

    /** The current commitments that stem from an agreement, in the order of their slugs. */
    List<Commitment> findUsableOf(String agreement) {
        return list("agreement = ?1 and latest and not retracted order by slug", agreement);
    }

    /** The commitment that takes the place of this one, at a record time or now for null. */
    public Optional<Commitment> findSuccessor(String slug, Instant asOf) {
        var filter = Filter.asOf(asOf).and("supersedes = :slug", "slug", slug);
        return find(filter.orderedBy("slug"), filter.parameters()).firstResultOptional();
    }

    /** What takes the place of each of these commitments, by the slug of the superseded one. */
    public Map<String, List<String>> findSuccessors(Collection<String> slugs, Instant asOf) {
        Map<String, List<String>> successors = new HashMap<>();
        if (!slugs.isEmpty()) {
            var filter = Filter.asOf(asOf).and("supersedes in :slugs", "slugs", slugs);
            find(filter.orderedBy("slug"), filter.parameters()).stream()
                    .forEach(other -> successors.computeIfAbsent(other.supersedes, slug -> new ArrayList<>())
                            .add(other.slug));
        }
        return successors;
    }

    /** The commitments of an agreement, of an exchange, of or towards a party; in the order of their slugs. */
    public List<Commitment> findOf(String agreement, String exchange, String party, String category, Instant asOf,
            String after,
            String from, int rows) {
        var filter = Filter.asOf(asOf).and("agreement = :agreement", "agreement", agreement)
                .and("exchange = :exchange", "exchange", exchange)
                .and("(releasingParty = :party or receivingParty = :party)", "party", party)
                .and("lower(category) = lower(:category)", "category", category)
                .and("slug > :after", "after", after).and("slug >= :from", "from", from);
        return find(filter.orderedBy("slug"), filter.parameters()).range(0, rows - 1).list();
    }
}
