package org.parole.kit.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The intakes. */
@ApplicationScoped
public class IntakeRepository implements PanacheRepositoryBase<Intake, UUID> {
}
