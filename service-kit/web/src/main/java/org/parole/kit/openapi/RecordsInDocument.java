package org.parole.kit.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.parole.kit.format.TableFields;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Tells a service's API document what the generator does not see in records: which members an answer always has, and which of these
 * may be null. Nothing of a record is null unless it is {@link Nullable}; what is null is absent, unless
 * {@link JsonInclude.Include#ALWAYS} says otherwise. Both stand in extensions, because one record may be asked for and answered:
 * which of the two it is, the gateway sees where it puts the documents together. Enums within other types get the name of these in
 * front of their own, so that no two kinds are called Kind. An operation that answers CSV says what its columns are.
 */
// Before the documents are put together.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class RecordsInDocument implements OASFilter {

    /** The extension with the members that an answer always has. */
    public static final String ALWAYS = "x-parole-always";
    /** The extension with the members that may be null in an answer. */
    public static final String NULL = "x-parole-null";
    /** The extension with the name that a person would choose. */
    public static final String NAME = "x-parole-name";

    /** The extension of an operation with the columns of its CSV, as the fields of a Frictionless Table Schema. */
    public static final String COLUMNS = "x-parole-columns";

    private static final String OURS = "org.parole.";
    private static final DotName SCHEMA = DotName
            .createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);

    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final Map<String, Class<?>> rows;
    private final Map<String, List<ClassInfo>> innerEnums = new HashMap<>();

    /** Called at build with all classes. */
    public RecordsInDocument(IndexView index) {
        index.getKnownClasses().stream().filter(type -> type.name().toString().startsWith(OURS)).forEach(type -> {
            if (type.isRecord()) {
                records.computeIfAbsent(nameOf(type), name -> new ArrayList<>()).add(type);
            } else if (type.isEnum() && type.enclosingClass() != null && declaredName(type) == null) {
                innerEnums.computeIfAbsent(type.simpleName(), name -> new ArrayList<>()).add(type);
            }
        });
        rows = new CsvOperations(index).rows();
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        columns(document);
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name, schema).ifPresent(type -> describe(type, schema));
            } else if (schema.getEnumeration() != null) {
                name(name, schema);
            }
        });
    }

    private void columns(OpenAPI document) {
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> {
                if (rows.containsKey(path) && item.getGET() != null) {
                    item.getGET().addExtension(COLUMNS, TableFields.of(rows.get(path)));
                }
            });
        }
    }

    private java.util.Optional<ClassInfo> recordOf(String schemaName, Schema schema) {
        Set<String> members = schema.getProperties().keySet();
        // A generic record has a schema for each use, with the names of its arguments behind its own.
        return records.entrySet().stream().filter(entry -> schemaName.startsWith(entry.getKey()))
                .sorted(Map.Entry.<String, List<ClassInfo>>comparingByKey().reversed())
                .flatMap(entry -> entry.getValue().stream())
                .filter(type -> membersOf(type).containsAll(members))
                // What only happens to be called so is not what is sent.
                .min(java.util.Comparator.comparing(type -> declaredName(type) == null));
    }

    private static Set<String> membersOf(ClassInfo type) {
        return type.recordComponents().stream().map(RecordComponentInfo::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void describe(ClassInfo type, Schema schema) {
        List<String> always = new ArrayList<>();
        List<String> nullable = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            if (!schema.getProperties().containsKey(component.name())) {
                continue;
            }
            FieldInfo field = type.field(component.name());
            boolean mayBeNull = component.type().kind() != Type.Kind.PRIMITIVE && field.hasAnnotation(NULLABLE);
            if (!mayBeNull || isWritten(type, field)) {
                always.add(component.name());
                if (mayBeNull) {
                    nullable.add(component.name());
                }
            }
        }
        schema.addExtension(ALWAYS, always);
        schema.addExtension(NULL, nullable);
    }

    /** Whether null is written out. */
    private static boolean isWritten(ClassInfo type, FieldInfo field) {
        AnnotationInstance include = field.annotation(INCLUDE) == null
                ? type.declaredAnnotation(INCLUDE)
                : field.annotation(INCLUDE);
        return include != null && include.value() != null && include.value().asEnum().equals("ALWAYS");
    }

    private void name(String schemaName, Schema schema) {
        Set<String> values = schema.getEnumeration().stream().map(String::valueOf).collect(Collectors.toSet());
        innerEnums.getOrDefault(schemaName.replaceFirst("\\d+$", ""), List.of()).stream()
                .filter(type -> type.enumConstants().stream().map(FieldInfo::name).collect(Collectors.toSet())
                        .equals(values))
                .findFirst().ifPresent(type -> schema.addExtension(NAME, type.enclosingClass().withoutPackagePrefix()
                        .replaceFirst("(View|Body)$", "") + type.simpleName()));
    }

    private static String nameOf(ClassInfo type) {
        String declared = declaredName(type);
        return declared == null ? type.simpleName() : declared;
    }

    private static String declaredName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? null : name.asString();
    }
}
