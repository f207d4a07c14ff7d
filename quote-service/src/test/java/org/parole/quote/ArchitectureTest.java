package org.parole.quote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.parole.kit.dev.ArchitectureRules;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parole.quote", importOptions = ArchitectureRules.ShippedClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests shared = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule the_text_code_is_pure = noClasses().that().resideInAPackage("..anchor..").should()
            .dependOnClassesThat(resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "org.parole.kit..",
                    "com.fasterxml..")
                    // words and numbers of all languages, a plain library
                    .and(resideOutsideOfPackage("org.parole.kit.language..")));
}
