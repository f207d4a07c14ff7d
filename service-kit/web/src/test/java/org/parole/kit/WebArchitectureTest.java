package org.parole.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.parole.kit.dev.ArchitectureRules;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parole.kit", importOptions = ArchitectureRules.ShippedClasses.class)
class WebArchitectureTest {

    @ArchTest
    static final ArchTests shared = ArchTests.in(ArchitectureRules.class);

    // The gateway, which keeps no records, depends on this module alone.
    @ArchTest
    static final ArchRule records_are_out_of_reach = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "org.parole.kit.record..", "org.parole.kit.intake..",
            "org.parole.kit.replica..", "org.parole.kit.database..", "jakarta.persistence..",
            "io.quarkus.hibernate.orm..");
}
