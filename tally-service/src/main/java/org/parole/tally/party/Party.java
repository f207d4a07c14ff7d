package org.parole.tally.party;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.parole.tally.slug.Slugged;

/** One revision of a party. */
@Entity
public class Party extends Slugged {

    public String name;

    /** The name and the aliases as they are compared. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "name_keys")
    public List<String> nameKeys;

    @Enumerated(EnumType.STRING)
    public PartyKind kind;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> aliases;

    @Column(name = "wikidata_id")
    public String wikidataId;
}
