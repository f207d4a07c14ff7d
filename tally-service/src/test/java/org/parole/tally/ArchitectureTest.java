package org.parole.tally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.parole.kit.dev.ArchitectureRules;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parole.tally", importOptions = ArchitectureRules.ShippedClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests shared = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule the_count_is_pure = noClasses().that().resideInAPackage("..tally.count..").should()
            .dependOnClassesThat().resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..",
                    "org.parole.kit..", "com.fasterxml..");
}
