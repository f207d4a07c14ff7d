package org.parole.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import jakarta.persistence.Entity;

import org.parole.gateway.compose.Composed;
import org.parole.kit.dev.ArchitectureRules;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parole.gateway", importOptions = ArchitectureRules.ShippedClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests shared = ArchTests.in(ArchitectureRules.class);

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
    static final ArchRule features_do_not_know_the_services_own_code = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.parole.quote..", "org.parole.tally..");

    // The framework registers what stands in the signatures of resources, and these are written to bytes behind them.
    @ArchTest
    static final ArchRule composed_views_are_whole_in_an_executable = classes().that().implement(Composed.class)
            .should().beAnnotatedWith(RegisterForReflection.class);
}
