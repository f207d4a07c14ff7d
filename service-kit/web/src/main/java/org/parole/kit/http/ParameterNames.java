package org.parole.kit.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a resource method's parameters are called on the wire. */
public final class ParameterNames {

    /**
     * A query parameter as a method declares it.
     *
     * @param type what one value is read as
     * @param many whether it may be given more than once
     */
    public record Declared(Class<?> type, boolean many) {

        private static Declared of(Class<?> type, Type generic) {
            boolean many = Collection.class.isAssignableFrom(type);
            return new Declared(many && generic instanceof ParameterizedType collection
                    && collection.getActualTypeArguments()[0] instanceof Class<?> element ? element : type, many);
        }
    }

    private static final Map<Method, Map<String, Declared>> QUERY = new ConcurrentHashMap<>();

    private ParameterNames() {
    }

    /** The query parameters that a method declares, by name. */
    public static Map<String, Declared> queryParametersOf(Method method) {
        return QUERY.computeIfAbsent(method, ParameterNames::collect);
    }

    private static Map<String, Declared> collect(Method method) {
        Map<String, Declared> names = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            Declared declared = Declared.of(parameter.getType(), parameter.getParameterizedType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                collect(parameter.getType(), names);
            } else if (parameter.getAnnotation(QueryParam.class) != null) {
                names.put(parameter.getAnnotation(QueryParam.class).value(), declared);
            } else if (parameter.getAnnotation(RestQuery.class) != null) {
                names.put(named(parameter.getAnnotation(RestQuery.class).value(), parameter.getName()), declared);
            }
        }
        return Map.copyOf(names);
    }

    private static void collect(Class<?> bean, Map<String, Declared> names) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Declared declared = Declared.of(field.getType(), field.getGenericType());
                if (field.isAnnotationPresent(BeanParam.class)) {
                    collect(field.getType(), names);
                } else if (field.getAnnotation(QueryParam.class) != null) {
                    names.put(field.getAnnotation(QueryParam.class).value(), declared);
                } else if (field.getAnnotation(RestQuery.class) != null) {
                    names.put(named(field.getAnnotation(RestQuery.class).value(), field.getName()), declared);
                }
            }
        }
    }

    /** The wire name of the query, path or header parameter that a violation is about; null when it is about the body. */
    public static String ofViolation(ConstraintViolation<?> violation) {
        Path.ParameterNode node = null;
        Path.MethodNode methodNode = null;
        String property = null;
        for (Path.Node step : violation.getPropertyPath()) {
            if (step.getKind() == ElementKind.METHOD) {
                methodNode = step.as(Path.MethodNode.class);
            } else if (step.getKind() == ElementKind.PARAMETER) {
                node = step.as(Path.ParameterNode.class);
            } else if (node != null && property == null) {
                property = step.getName();
            }
        }
        if (node == null || methodNode == null) {
            return null;
        }
        Parameter parameter = find(violation.getRootBeanClass(), methodNode, node.getParameterIndex());
        if (parameter == null) {
            return null;
        }
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return property == null ? node.getName() : fieldName(parameter.getType(), property);
        }
        for (Annotation annotation : parameter.getAnnotations()) {
            String name = nameIn(annotation, parameter.getName());
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    // The validated bean may be a generated subclass, which carries no parameter annotations.
    private static Parameter find(Class<?> type, Path.MethodNode node, int index) {
        Class<?>[] parameterTypes = node.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            try {
                Parameter parameter = owner.getDeclaredMethod(node.getName(), parameterTypes).getParameters()[index];
                if (parameter.getAnnotations().length > 0 || owner.getSuperclass() == Object.class) {
                    return parameter;
                }
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return null;
    }

    private static String fieldName(Class<?> bean, String property) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(property)) {
                    for (Annotation annotation : field.getAnnotations()) {
                        String name = nameIn(annotation, property);
                        if (name != null) {
                            return name;
                        }
                    }
                }
            }
        }
        return property;
    }

    /** The name in the request that a parameter annotation gives, or null for another annotation. */
    static String nameIn(Annotation annotation, String fallback) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        if (annotation instanceof RestQuery query) {
            return named(query.value(), fallback);
        }
        if (annotation instanceof PathParam path) {
            return path.value();
        }
        if (annotation instanceof RestPath path) {
            return named(path.value(), fallback);
        }
        if (annotation instanceof HeaderParam header) {
            return header.value();
        }
        if (annotation instanceof RestHeader header) {
            return named(header.value(), fallback);
        }
        return null;
    }

    private static String named(String given, String fallback) {
        return given.isEmpty() ? fallback : given;
    }
}
