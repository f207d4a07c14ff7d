package org.parole.kit.openapi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.parole.kit.format.ListFormats;
import org.parole.kit.format.MediaTypes;

/** The operations of a service that answer CSV, found in its classes: each path with the record that its rows are made of. */
final class CsvOperations {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName PRODUCES = DotName.createSimple("jakarta.ws.rs.Produces");

    private final IndexView index;

    CsvOperations(IndexView index) {
        this.index = index;
    }

    /** The record types by the paths as the document has them. */
    Map<String, Class<?>> rows() {
        Map<String, Class<?>> rows = new HashMap<>();
        for (AnnotationInstance produces : index.getAnnotations(PRODUCES)) {
            // A provider may produce whatever it is asked for.
            if (produces.value() != null && produces.target().kind() == AnnotationTarget.Kind.METHOD
                    && Arrays.asList(produces.value().asStringArray()).contains(MediaTypes.CSV)) {
                MethodInfo method = produces.target().asMethod();
                rows.put(path(method.declaringClass(), method), row(method));
            }
        }
        return rows;
    }

    private static String path(ClassInfo resource, MethodInfo method) {
        StringBuilder path = new StringBuilder();
        for (AnnotationInstance part : Arrays.asList(resource.declaredAnnotation(PATH), method.annotation(PATH))) {
            if (part != null) {
                path.append('/').append(part.value().asString().replaceFirst("^/", "").replaceFirst("/$", ""));
            }
        }
        return path.toString();
    }

    private static Class<?> row(MethodInfo method) {
        Type page = method.returnType();
        List<Type> arguments = page.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? page.asParameterizedType().arguments()
                : List.of();
        // A page of one kind, or a record that is a page of one kind.
        return arguments.isEmpty() ? ListFormats.itemType(load(page.name())) : load(arguments.get(0).name());
    }

    private static Class<?> load(DotName name) {
        try {
            return Class.forName(name.toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A list in CSV must be a page of one record type, not " + name, e);
        }
    }
}
