package org.parole.kit.problem;

import java.util.Comparator;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** JSON Pointers for Bean Validation's property paths. */
public final class ViolationPointers {

    /** By pointer, then by detail: the same errors in the same order, whatever order the validator found them in. */
    public static final Comparator<FieldError> ORDER = Comparator.comparing(FieldError::pointer)
            .thenComparing(FieldError::detail);

    private ViolationPointers() {
    }

    /** The JSON Pointer of a path, method and parameter nodes left out: {@code quotes[2].speaker} is /quotes/2/speaker. */
    public static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
