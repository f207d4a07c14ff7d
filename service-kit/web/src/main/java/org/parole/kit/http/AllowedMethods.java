package org.parole.kit.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Which methods a path takes, for the Allow header that a 405 must have (RFC 9110, 15.5.6) and that the framework omits. */
@ApplicationScoped
public class AllowedMethods {

    private final Map<String, Set<String>> methodsByPattern = new TreeMap<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    collect(root.value(), method);
                }
            }
        }
    }

    private void collect(String root, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path path = method.getAnnotation(Path.class);
                Set<String> verbs = methodsByPattern.computeIfAbsent(
                        pattern(root + "/" + (path == null ? "" : path.value())),
                        p -> new TreeSet<>());
                verbs.add(verb.value());
                if (verb.value().equals(HttpMethod.GET)) {
                    verbs.add(HttpMethod.HEAD);
                }
            }
        }
    }

    private static String pattern(String template) {
        String path = ("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        return Pattern.compile("\\{[^/]*\\}").splitAsStream(path + " ").map(Pattern::quote)
                .collect(Collectors.joining("[^/]+")).replace(" \\E", "\\E");
    }

    /** The methods of a path, as in "GET, HEAD, POST"; empty when nothing is known of it. */
    public String of(String path) {
        return methodsByPattern.entrySet().stream().filter(entry -> path.matches(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream()).distinct().sorted().collect(Collectors.joining(", "));
    }
}
