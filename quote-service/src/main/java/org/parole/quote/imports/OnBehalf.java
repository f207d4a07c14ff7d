package org.parole.quote.imports;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Works in the background in the name of who asked for it, so that records tell who recorded them. */
@ApplicationScoped
class OnBehalf {

    private final CurrentIdentityAssociation identity;

    OnBehalf(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Does it in this name. */
    @ActivateRequestContext
    <T> T of(String name, Supplier<T> work) {
        identity.setIdentity(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name)).build());
        return work.get();
    }
}
