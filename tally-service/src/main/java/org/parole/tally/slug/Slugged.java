package org.parole.tally.slug;

import jakarta.persistence.MappedSuperclass;

import org.parole.kit.record.Revisioned;

/** One revision of a record that is known by a slug. */
@MappedSuperclass
public abstract class Slugged extends Revisioned {

    public String slug;
}
