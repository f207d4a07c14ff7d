package org.parole.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import org.parole.gateway.compose.Composed;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parole.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.parole.gateway.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_stay_in_their_package = classes().that().areAnnotatedWith(Entity.class).should()
            .notBePublic();

    @ArchTest
    static final ArchRule composed_views_keep_nothing = noClasses()
            .that().resideInAnyPackage("..compose..", "..dossier..", "..passthrough..").should().dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.hibernate..");

    @ArchTest
    static final ArchRule only_the_service_package_opens_connections = noClasses().that()
            .resideOutsideOfPackage("..service..").should().dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.core.http.HttpClient");

    @ArchTest
    static final ArchRule resources_are_named_as_such = classes().that().areAnnotatedWith(Path.class).should()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule features_do_not_know_the_services_own_code = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.parole.quote..", "org.parole.tally..");

    @ArchTest
    static final ArchRule resources_do_not_answer_entities = methods().that().areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class).should().notHaveRawReturnType(
                    com.tngtech.archunit.base.DescribedPredicate.describe("an entity",
                            type -> type.isAnnotatedWith(Entity.class)));

    // Their methods are looked at when a request comes: for the Allow header, and for the names of parameters.
    @ArchTest
    static final ArchRule resources_are_whole_in_an_executable = classes().that().areAnnotatedWith(Path.class).and()
            .areNotInterfaces().should().beAnnotatedWith(RegisterForReflection.class);

    // The framework registers what stands in the signatures of resources, and these are written to bytes behind them.
    @ArchTest
    static final ArchRule composed_views_are_whole_in_an_executable = classes().that().implement(Composed.class)
            .should()
            .beAnnotatedWith(RegisterForReflection.class);

    // Made when the executable is built, it would give every copy of it the same numbers; the build refuses that.
    @ArchTest
    static final ArchRule nothing_random_is_static = fields().that().areStatic().should()
            .notHaveRawType(com.tngtech.archunit.base.DescribedPredicate.describe("a source of random numbers",
                    type -> type.isAssignableTo(java.util.Random.class)));
}
