package org.parole.kit.http;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

import org.parole.kit.json.InvalidValueException;
import org.parole.kit.json.Strings;
import org.parole.kit.problem.FieldError;
import org.parole.kit.problem.NearestName;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ViolationPointers;

/**
 * Refuses query parameters that the path does not know, cannot read, or got twice or without a value: a silent typo is a wrong answer.
 * The framework takes an empty value for one that was not given, so that a filter without a value would be answered about everything.
 */
@Provider
public class QueryParameterFilter implements ContainerRequestFilter {

    private static final String OUR_RESOURCES = "org.parole.";
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final ResourceInfo resource;

    QueryParameterFilter(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        Method method = resource.getResourceMethod();
        if (given.isEmpty() || method == null || !method.getDeclaringClass().getName().startsWith(OUR_RESOURCES)) {
            return;
        }
        Map<String, ParameterNames.Declared> known = ParameterNames.queryParametersOf(method);
        List<FieldError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            ParameterNames.Declared declared = known.get(name);
            if (name.equals(AskedFormat.PARAMETER) && declared == null && READS.contains(request.getMethod())) {
                String defect = AskedFormat.defectOf(values, request.getHeaderString(HttpHeaders.ACCEPT));
                if (defect != null) {
                    errors.add(new FieldError(name, defect));
                }
            } else if (declared == null) {
                errors.add(new FieldError(name, NearestName.sentence("parameter", name, known.keySet())));
            } else if (values.size() > 1 && !declared.many()) {
                errors.add(new FieldError(name, "must be given only once"));
            } else {
                boolean form = method.getDeclaringClass().isAnnotationPresent(TakesForms.class);
                values.stream().filter(value -> !form || !value.isEmpty())
                        .forEach(value -> check(name, declared.type(), value, errors));
            }
        });
        if (!errors.isEmpty()) {
            errors.sort(ViolationPointers.ORDER);
            throw ProblemException.invalidParameters(errors);
        }
    }

    // The framework would answer 404 for a value that it cannot convert, and only for the first one.
    private static void check(String name, Class<?> type, String value, List<FieldError> errors) {
        String defect = Strings.defectOf(value);
        if (defect != null) {
            errors.add(new FieldError(name, defect));
            return;
        }
        Function<String, ?> reader = ParameterConverters.readerOf(type);
        if (reader == null && value.isEmpty()) {
            errors.add(new FieldError(name, "must not be empty"));
        } else if (reader != null) {
            try {
                reader.apply(value);
            } catch (InvalidValueException e) {
                errors.add(new FieldError(name, e.getMessage()));
            }
        }
    }
}
