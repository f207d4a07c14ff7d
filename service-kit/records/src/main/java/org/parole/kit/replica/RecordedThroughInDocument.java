package org.parole.kit.replica;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.parole.kit.http.RecordedThrough;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Adds {@link RecordedThrough} to a service's API document, for requests and answers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class RecordedThroughInDocument implements OASFilter {

    private static final Set<PathItem.HttpMethod> WRITES = Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT,
            PathItem.HttpMethod.PATCH, PathItem.HttpMethod.DELETE);
    private static final int MAX_LENGTH = 500;

    // By their ids, because the document does not know the methods that it was made of.
    private final Set<String> fromReplicas;

    /** Called at build with all classes. */
    public RecordedThroughInDocument(IndexView index) {
        fromReplicas = index.getAnnotations(FromReplica.class).stream().map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(target -> target.asMethod()
                        .annotation(org.eclipse.microprofile.openapi.annotations.Operation.class))
                .filter(Objects::nonNull).map(operation -> operation.value("operationId")).filter(Objects::nonNull)
                .map(AnnotationValue::asString).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        // The gateway has none, and takes over what the services' documents say.
        if (!fromReplicas.isEmpty()) {
            path.getOperations().forEach(this::complete);
        }
        return path;
    }

    private void complete(PathItem.HttpMethod method, Operation operation) {
        if (fromReplicas.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter().name(RecordedThrough.HEADER).in(Parameter.In.HEADER)
                    .description("The position up to which the answer must be complete: this header of a write or of an"
                            + " earlier answer, or * for everything that is recorded.")
                    .schema(text().minLength(1).maxLength(MAX_LENGTH)));
            tell(operation, "The position in the change feed up to which the answer is complete,"
                    + " if the service reads replicas.");
        } else if (WRITES.contains(method)) {
            tell(operation, "The position in the change feed after this write, if the service reads replicas. Send it"
                    + " with a list to see this write.");
        }
    }

    private static void tell(Operation operation, String description) {
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2")).map(Map.Entry::getValue)
                .forEach(response -> response.addHeader(RecordedThrough.HEADER,
                        OASFactory.createHeader().description(description).schema(text())));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
