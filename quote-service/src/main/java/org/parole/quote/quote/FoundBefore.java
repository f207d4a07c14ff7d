package org.parole.quote.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.database.Database;
import org.parole.quote.quote.QuoteReader.Hit;
import org.parole.quote.quote.QuoteReader.PageKey;
import org.parole.quote.search.TextQuery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * A cache of what lists found and how many: of ids and revisions, not of what these show. It answers only while the change feed
 * stands where it stood, when no list can find anything else; so it saves the next pages of a ranking the reading of all its
 * rows, and those who ask what others have just asked. Figures are in docs/figures.md, from {@code bench/peers/run}.
 */
@ApplicationScoped
class FoundBefore {

    /** Ids and revisions that are kept in all lists: some 60 bytes each, 6 MB in all. */
    private static final int MOST_HITS = 100_000;
    /** What a list weighs beside its hits, because the question is kept as well: so much, and a hit for as many characters of its words. */
    private static final int QUESTION = 10;
    private static final int CHARACTERS = 30;

    private final Database database;
    private final Cache<Question, Found> lists = Caffeine.newBuilder().maximumWeight(MOST_HITS)
            .weigher((Question question, Found found) -> question.weight() + found.hits().size()).build();

    FoundBefore(Database database) {
        this.database = database;
    }

    /**
     * What was asked.
     *
     * @param filter  what the client asked for
     * @param asOf    at which record time, or null for now
     * @param words   the words as the index understands them, or null
     * @param role    those of the role, or null
     * @param start   what was recorded later does not count
     * @param limit   how many hits are looked for
     * @param replica whether a replica is asked: it may stand elsewhere in the feed
     */
    private record Question(List<?> filter, Instant asOf, TextQuery words, TextQuery role, Instant start, int limit,
            boolean replica) {

        int weight() {
            int characters = words == null
                    ? 0
                    : words.byLanguage().values().stream().mapToInt(String::length).sum();
            return QUESTION + characters / CHARACTERS;
        }
    }

    /**
     * The first hits of a list.
     *
     * @param head  where the change feed stood: its last entry
     * @param hits  in order, as many as were looked for, or all
     * @param total see {@link QuoteReader.Slice}
     */
    record Found(long head, List<Hit> hits, Integer total) {

        /** Those after a row, if one is given; empty where the row or what follows it is not among the hits that are kept. */
        Optional<List<Hit>> page(PageKey after, int limit, int kept) {
            int from = after == null ? 0 : placeAfter(after.id());
            boolean isWhole = hits.size() < kept || from + limit <= hits.size();
            return from < 0 || !isWhole
                    ? Optional.empty()
                    : Optional.of(hits.subList(from, Math.min(hits.size(), from + limit)));
        }

        private int placeAfter(UUID id) {
            for (int i = 0; i < hits.size(); i++) {
                if (hits.get(i).id().equals(id)) {
                    return i + 1;
                }
            }
            return -1;
        }
    }

    /** What the same question found when the feed stood here. */
    Optional<Found> at(long head, QuoteQuery query, Instant start, int limit) {
        return Optional.ofNullable(lists.getIfPresent(question(query, start, limit)))
                .filter(found -> found.head == head);
    }

    void keep(QuoteQuery query, Instant start, int limit, Found found) {
        lists.put(question(query, start, limit), found);
    }

    private Question question(QuoteQuery query, Instant start, int limit) {
        return new Question(query.filter().fingerprint(), query.asOf(), query.text(), query.role(), start, limit,
                database.isReplica());
    }
}
