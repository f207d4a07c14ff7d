package org.parole.kit.dev;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * The rules that hold in every module: an {@code ArchitectureTest} includes them with {@code ArchTests.in(ArchitectureRules.class)} and
 * adds the rules that hold in its own module alone.
 */
public final class ArchitectureRules {

    // Names, because the launcher that shares this module has neither API.
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.parole.(*).(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_never_stand_in_the_signature_of_a_resource = methods().that()
            .areDeclaredInClassesThat().areAnnotatedWith(PATH).should(showNoEntity()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule resources_leave_the_database_to_others = classes().that().areAnnotatedWith(PATH).should()
            .onlyDependOnClassesThat().haveSimpleNameNotEndingWith("Repository").allowEmptyShould(true);

    @ArchTest
    static final ArchRule resources_are_named_as_such = classes().that().areAnnotatedWith(PATH).and()
            // An interface with a path is a client of another service.
            .areNotInterfaces().should()
            .haveSimpleNameEndingWith("Resource").allowEmptyShould(true);

    // The Allow header and the names of parameters are read from their methods while requests are answered.
    @ArchTest
    static final ArchRule resources_are_whole_in_an_executable = classes().that().areAnnotatedWith(PATH).and()
            .areNotInterfaces().should().beAnnotatedWith(REGISTERED).allowEmptyShould(true);

    // Made when the executable is built, it would give every copy of it the same numbers; the build refuses that.
    @ArchTest
    static final ArchRule nothing_random_is_static = fields().that().areStatic().should().notHaveRawType(
            DescribedPredicate.describe("a source of random numbers", type -> type.isAssignableTo(Random.class)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_development_kit_is_not_shipped = noClasses().should().dependOnClassesThat()
            .resideInAPackage("org.parole.kit.dev..");

    // Over HTTP/2, that method locks the response and then its connection. An event loop has the connection locked while it begins a
    // request, so two threads could wait for each other for ever.
    @ArchTest
    static final ArchRule only_requests_in_flight_ask_whether_a_response_is_closed = noClasses().that()
            .doNotHaveFullyQualifiedName("org.parole.kit.inflight.InFlight").should()
            .callMethod("io.vertx.core.http.HttpServerResponse", "closed");

    /** What a module ships: neither its tests nor the development kit, which every test has on its class path. */
    public static final class ShippedClasses implements ImportOption {

        private static final ImportOption NO_TESTS = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return NO_TESTS.includes(location) && !location.contains("/org/parole/kit/dev/");
        }
    }

    private ArchitectureRules() {
    }

    private static ArchCondition<JavaMethod> showNoEntity() {
        return new ArchCondition<>("show no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Set<JavaClass> types = Stream
                        .concat(method.getReturnType().getAllInvolvedRawTypes().stream(), method.getParameterTypes()
                                .stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                        .collect(Collectors.toSet());
                types.stream().filter(type -> type.isAnnotatedWith(ENTITY))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(method,
                                method.getFullName() + " shows the entity " + type.getName())));
            }
        };
    }
}
