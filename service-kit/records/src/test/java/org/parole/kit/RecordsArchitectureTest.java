package org.parole.kit;

import org.parole.kit.dev.ArchitectureRules;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Both halves of the kit together: a package of one half must not close a cycle through the other. */
@AnalyzeClasses(packages = "org.parole.kit", importOptions = ArchitectureRules.ShippedClasses.class)
class RecordsArchitectureTest {

    @ArchTest
    static final ArchTests shared = ArchTests.in(ArchitectureRules.class);
}
