package org.crcgraph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may use which. */
@AnalyzeClasses(packages = "org.crcgraph", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule stagesDoNotCallEachOther =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("model")
          .definedBy("org.crcgraph.model")
          .layer("lexicon")
          .definedBy("org.crcgraph.lexicon")
          .layer("read")
          .definedBy("org.crcgraph.read")
          .layer("fetch")
          .definedBy("org.crcgraph.fetch")
          .layer("extract")
          .definedBy("org.crcgraph.extract..")
          .layer("resolve")
          .definedBy("org.crcgraph.resolve")
          .layer("record")
          .definedBy("org.crcgraph.record")
          .layer("graph")
          .definedBy("org.crcgraph.graph")
          .layer("query")
          .definedBy("org.crcgraph.query")
          .layer("evaluate")
          .definedBy("org.crcgraph.evaluate")
          .layer("publish")
          .definedBy("org.crcgraph.publish")
          .layer("serve")
          .definedBy("org.crcgraph.serve..")
          .layer("cli")
          .definedBy("org.crcgraph.cli")
          .layer("top")
          .definedBy("org.crcgraph")
          .whereLayer("lexicon")
          .mayOnlyAccessLayers("model")
          .whereLayer("read")
          .mayOnlyAccessLayers("model", "lexicon")
          .whereLayer("fetch")
          .mayOnlyAccessLayers("model", "read")
          .whereLayer("extract")
          .mayOnlyAccessLayers("model", "lexicon")
          .whereLayer("resolve")
          .mayOnlyAccessLayers("model", "lexicon")
          .whereLayer("record")
          .mayOnlyAccessLayers("model")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("graph")
          .mayOnlyAccessLayers("model")
          .whereLayer("query")
          .mayOnlyAccessLayers("model", "graph")
          .whereLayer("evaluate")
          .mayOnlyAccessLayers("model", "record")
          .whereLayer("publish")
          .mayOnlyAccessLayers("model", "record", "graph", "query")
          .whereLayer("serve")
          .mayOnlyAccessLayers("model", "graph", "query", "publish")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule jenaStaysWhereTheGraphIs =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.crcgraph.graph..",
              "org.crcgraph.query..",
              "org.crcgraph.publish..",
              "org.crcgraph.serve..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.jena..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrintsAndExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.crcgraph.cli")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Impl|Manager)$");
}
