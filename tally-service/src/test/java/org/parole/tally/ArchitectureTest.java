package org.parole.tally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "org.parole.tally", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.parole.tally.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_never_stand_in_the_signature_of_a_resource = methods().that()
            .areDeclaredInClassesThat().areAnnotatedWith(Path.class).should(new ArchCondition<>("show no entity") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Set<JavaClass> types = Stream
                            .concat(method.getReturnType().getAllInvolvedRawTypes().stream(), method.getParameterTypes()
                                    .stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                            .collect(Collectors.toSet());
                    types.stream().filter(type -> type.isAnnotatedWith(Entity.class))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(method,
                                    method.getFullName() + " shows the entity " + type.getName())));
                }
            });

    @ArchTest
    static final ArchRule the_count_is_pure = noClasses().that().resideInAPackage("..tally.count..").should()
            .dependOnClassesThat().resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..",
                    "org.parole.kit..",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule resources_leave_the_database_to_others = classes().that().areAnnotatedWith(Path.class)
            .should()
            .onlyDependOnClassesThat().haveSimpleNameNotEndingWith("Repository");

    // Their methods are looked at when a request comes: for the Allow header, and for the names of parameters.
    @ArchTest
    static final ArchRule resources_are_whole_in_an_executable = classes().that().areAnnotatedWith(Path.class).and()
            .areNotInterfaces().should().beAnnotatedWith(RegisterForReflection.class);
}
