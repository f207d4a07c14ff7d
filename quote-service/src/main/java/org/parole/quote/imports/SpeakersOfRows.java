package org.parole.quote.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.parole.kit.record.Ledger;
import org.parole.kit.text.Names;
import org.parole.quote.speaker.Speaker;
import org.parole.quote.speaker.SpeakerBody;
import org.parole.quote.speaker.Speakers;

/** Finds the speakers that rows name, and records those that are not there. */
@ApplicationScoped
class SpeakersOfRows {

    private final Session session;
    private final Speakers speakers;
    private final Ledger ledger;

    SpeakersOfRows(Session session, Speakers speakers, Ledger ledger) {
        this.ledger = ledger;
        this.session = session;
        this.speakers = speakers;
    }

    /** The id of each speaker, as it stands for itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<SpeakerBody, UUID> ids(Collection<SpeakerBody> wanted, UUID importId, String by) {
        Map<String, Set<UUID>> byItem = byItem(
                wanted.stream().map(SpeakerBody::wikidataId).filter(Objects::nonNull).distinct().toList());
        // Asking for each name alone is a third of the time of an import (bench/import/run).
        Map<String, List<Speaker>> byName = new HashMap<>();
        speakers.called(wanted.stream().map(SpeakerBody::name).distinct().toList())
                .forEach(known -> keep(known, byName));
        Map<SpeakerBody, UUID> ids = new HashMap<>();
        List<Speaker> added = new ArrayList<>();
        for (SpeakerBody body : wanted) {
            if (ids.containsKey(body)) {
                continue;
            }
            Set<UUID> known = byItem.getOrDefault(body.wikidataId(), Set.of());
            UUID id = known.size() == 1
                    ? known.iterator().next()
                    : named(body, byName.getOrDefault(Names.key(body.name()), List.of())).orElseGet(() -> {
                        Speaker first = speakers.firstRevision(body);
                        first.importId = importId;
                        added.add(first);
                        keep(first, byName);
                        return first.id;
                    });
            ids.put(body, id);
            if (body.wikidataId() != null) {
                byItem.computeIfAbsent(body.wikidataId(), none -> new HashSet<>()).add(id);
            }
        }
        ledger.begin();
        speakers.writeAll(added, by);
        ledger.publish();
        // Each query of the rows looks through all that the session holds for changes.
        byName.values().forEach(called -> called.forEach(session::detach));
        return ids;
    }

    private static void keep(Speaker speaker, Map<String, List<Speaker>> byName) {
        speaker.nameKeys.forEach(key -> byName.computeIfAbsent(key, none -> new ArrayList<>()).add(speaker));
    }

    /** By the name, unless two different Wikidata items say that it is a namesake. */
    private static Optional<UUID> named(SpeakerBody body, List<Speaker> called) {
        return Speakers.sameAs(body, called)
                .filter(same -> body.wikidataId() == null || same.wikidataId == null
                        || body.wikidataId().equals(same.wikidataId))
                .map(same -> same.id);
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
