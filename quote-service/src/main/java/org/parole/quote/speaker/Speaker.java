package org.parole.quote.speaker;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parole.kit.record.Revisioned;

/** One revision of a speaker. */
@Entity
public class Speaker extends Revisioned {

    public String name;

    @Column(name = "name_key")
    public String nameKey;

    @Enumerated(EnumType.STRING)
    public SpeakerKind kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> aliases;

    /** The name and the aliases as they are compared. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "name_keys")
    public List<String> nameKeys;

    @Column(name = "name_search")
    public String nameSearch;

    /** How each word of the names sounds. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "name_words")
    public List<String> nameWords;

    /** How each two words of a name sound. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "name_pairs")
    public List<String> namePairs;

    @Column(name = "wikidata_id")
    public String wikidataId;

    public String party;

    @Column(name = "speaks_for")
    public UUID speaksFor;

    /** JSON of a list of {@link SpeakerRole}. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String roles;

    @Column(name = "merged_into")
    public UUID mergedInto;

    @Column(name = "canonical_id")
    public UUID canonicalId;

    /** The import that first recorded it, or null. */
    @Column(name = "import_id")
    public UUID importId;

    /** The name and the aliases. */
    List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
