package org.parole.kit.json;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.parole.kit.problem.FieldError;

/** What of the current request's body could not be bound, where the body is {@link CheckedLater}. */
@RequestScoped
public class UnboundErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** Each with its place in the body; empty where all could be bound. */
    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    void add(List<FieldError> more) {
        errors.addAll(more);
    }
}
