package org.parole.quote.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.id.Uuid7;
import org.parole.quote.speaker.Speaker;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.Speakers;

/** Finds the speakers that rows name, and records those that are not there. */
@ApplicationScoped
class SpeakersOfRows {

    private final Session session;
    private final Speakers speakers;
    private final RowStore rows;

    SpeakersOfRows(Session session, Speakers speakers, RowStore rows) {
        this.rows = rows;
        this.session = session;
        this.speakers = speakers;
    }

    /** The id of each speaker, as it stands for itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<SpeakerBody, UUID> ids(Collection<SpeakerBody> wanted, UUID importId, String by) {
        Map<SpeakerBody, UUID> ids = new HashMap<>();
        Map<String, Set<UUID>> byItem = byItem(
                wanted.stream().map(SpeakerBody::wikidataId).filter(Objects::nonNull).distinct().toList());
        for (SpeakerBody body : wanted) {
            if (!ids.containsKey(body)) {
                Set<UUID> known = byItem.getOrDefault(body.wikidataId(), Set.of());
                UUID id = known.size() == 1 ? known.iterator().next() : named(body, importId, by);
                ids.put(body, id);
                if (body.wikidataId() != null) {
                    byItem.computeIfAbsent(body.wikidataId(), none -> new HashSet<>()).add(id);
                }
            }
        }
        return ids;
    }

    /** By the name, unless two different Wikidata items say that it is a namesake. */
    private UUID named(SpeakerBody body, UUID importId, String by) {
        Optional<Speaker> known = speakers.sameAs(body).flatMap(same -> speakers.canonical(same.id))
                .filter(same -> body.wikidataId() == null || same.wikidataId == null
                        || body.wikidataId().equals(same.wikidataId));
        if (known.isPresent()) {
            return known.get().id;
        }
        Speaker added = speakers.add(Uuid7.next(), body, by, "");
        rows.mark("speaker", added.id, importId);
        return added.id;
    }

    private Map<String, Set<UUID>> byItem(Collection<String> items) {
        Map<String, Set<UUID>> found = new HashMap<>();
        if (items.isEmpty()) {
            return found;
        }
        return session.doReturningWork(connection -> {
            try (PreparedStatement select = connection
                    .prepareStatement("select distinct s.wikidata_id, c.id from speaker s"
                            + " join speaker c on c.id = s.canonical_id and c.is_current and not c.retracted"
                            + " where s.is_current and not s.retracted and s.wikidata_id = any(?)")) {
                select.setArray(1, connection.createArrayOf("text", items.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                                .add(row.getObject(2, UUID.class));
                    }
                }
            }
            return found;
        });
    }
}
