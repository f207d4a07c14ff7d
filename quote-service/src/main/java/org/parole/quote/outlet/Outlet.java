package org.parole.quote.outlet;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.parole.kit.record.Revisioned;

/** One revision of an outlet. */
@Entity
public class Outlet extends Revisioned {

    public String name;

    @Column(name = "name_key")
    public String nameKey;

    @Enumerated(EnumType.STRING)
    public OutletKind kind;

    public String url;

    public String country;

    public String language;

    /** The import that first recorded it, or null. */
    @Column(name = "import_id")
    public UUID importId;
}
