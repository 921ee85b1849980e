package org.percolith.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: data flows one way, no room reaches back, nothing is shared and mutable. */
@AnalyzeClasses(packages = "org.percolith", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.percolith..")
            .layer("trajectory")
            .definedBy("org.percolith.trajectory..")
            .layer("msd")
            .definedBy("org.percolith.msd..")
            .layer("density")
            .definedBy("org.percolith.density..")
            .layer("pathways")
            .definedBy("org.percolith.pathways..")
            .layer("cli")
            .definedBy("org.percolith.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pathways")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("density")
            .mayOnlyBeAccessedByLayers("pathways", "cli")
            .whereLayer("msd")
            .mayOnlyBeAccessedByLayers("pathways", "cli");

    /** Every package is a slice of its own, and the root package of a module another one. */
    @ArchTest
    static final ArchRule NO_CYCLES_IN_TRAJECTORY =
            slices().matching("org.percolith.(trajectory..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_IN_PATHWAYS =
            slices().matching("org.percolith.(pathways..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_IN_CLI =
            slices().matching("org.percolith.(cli..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage("org.percolith.cli")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NO_ROOM_FOR_EVERYTHING = noClasses()
            .that(alwaysTrue())
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");
}
