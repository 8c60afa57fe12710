package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.crcgraph.read.RegisterReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the project's own registers: mappings, disagreements, shapes. */
final class OwnRegistersTest {
  /** Columns that the build treats itself. */
  private static final Pattern RESERVED =
      Pattern.compile("key|source|.*_source|said_on|.*_said_on|ruling|ruling_reason|note|case");

  private static final List<Issue> ISSUES = new ArrayList<>();
  private static final List<Register> REGISTERS = new ArrayList<>();
  private static final List<RegisterMapping.RowFacts> ROWS = new ArrayList<>();
  private static final List<Claim> CLAIMS = new ArrayList<>();
  private static final Iris IRIS = Iris.CANONICAL;

  @BeforeAll
  static void load() throws IOException {
    REGISTERS.addAll(RegisterReader.read(Path.of("data/registers"), ISSUES));
    for (Register register : REGISTERS) {
      RegisterMapping mapping = RegisterMapping.load(IRIS, register, ISSUES).orElseThrow();
      for (RegisterRow row : register.rows()) {
        RegisterMapping.RowFacts facts = mapping.map(row);
        ROWS.add(facts);
        CLAIMS.addAll(facts.claims());
      }
    }
  }

  @Test
  void everyRowBecomesClaims() {
    assertThat(ISSUES).isEmpty();
    assertThat(ROWS)
        .filteredOn(row -> !row.row().register().equals("sources"))
        .allSatisfy(row -> assertThat(row.claims()).as(row.row().key()).isNotEmpty());
  }

  @Test
  void everyColumnIsMapped() throws IOException {
    for (Register register : REGISTERS) {
      if (register.name().equals("sources")) {
        continue;
      }
      String mapping = Files.readString(register.folder().resolve(register.name() + ".rq"));
      Set<String> variables = new HashSet<>();
      Matcher matcher = Pattern.compile("\\?([a-z_]+)").matcher(mapping);
      while (matcher.find()) {
        variables.add(matcher.group(1));
      }
      String header =
          Files.readAllLines(
                  register.folder().resolve(register.name() + ".csv"), StandardCharsets.UTF_8)
              .get(0);
      assertThat(header.split(","))
          .as(register.name())
          .filteredOn(column -> !RESERVED.matcher(column).matches())
          .isSubsetOf(variables);
    }
  }

  @Test
  void everyPropertyThatAMappingWritesIsDeclared() throws IOException {
    Ontology ontology = Ontology.load(Path.of("ontology"));
    Set<String> undeclared = new TreeSet<>();
    for (Claim claim : CLAIMS) {
      if (claim.property().getURI().startsWith(Terms.NS) && !ontology.declares(claim.property())) {
        undeclared.add(claim.property().getURI());
      }
    }
    assertThat(undeclared).isEmpty();
  }

  @Test
  void everyDisagreementIsAboutAPropertyWithOneValue() throws IOException {
    Ontology ontology = Ontology.load(Path.of("ontology"));
    assertThat(rows("disagreements"))
        .allSatisfy(
            row ->
                assertThat(
                        ontology.isFunctional(Ontology.term(row.value("property").orElseThrow())))
                    .as(row.key())
                    .isTrue());
  }

  @Test
  void everyKnownDisagreementBecomesAConflict() throws IOException {
    Set<String> conflicts =
        outcomes().stream()
            .flatMap(outcome -> outcome.conflict().stream())
            .map(conflict -> conflict.subject() + " " + conflict.property())
            .collect(Collectors.toSet());
    Map<String, Boolean> found = new HashMap<>();
    for (RegisterRow row : rows("disagreements")) {
      String about =
          IRIS.id(row.value("subject").orElseThrow())
              + " "
              + Ontology.term(row.value("property").orElseThrow());
      found.merge(row.value("case").orElseThrow(), conflicts.contains(about), Boolean::logicalOr);
    }
    // Of the legal form of Purple Futures one reading rests on no source: that is no conflict.
    assertThat(found.remove("n6")).isFalse();
    assertThat(found).hasSizeGreaterThanOrEqualTo(29).doesNotContainValue(false);
    for (int i = 1; i <= 25; i++) {
      assertThat(found).containsKey(Integer.toString(i));
    }
  }

  @Test
  void theFactsConformToTheShapes() throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    QuadSink sink = (g, s, p, o) -> graph.add(s, p, o);
    Ontology ontology = Ontology.load(Path.of("ontology"));
    Facts facts =
        new RegisterFacts(IRIS, ontology, SourceRanks.of(REGISTERS), sink)
            .write(CLAIMS, ROWS, new BuildReport());
    new DerivedFacts(IRIS, facts, new Ownerships(facts), sink).write();
    Graph shapes = GraphFactory.createDefaultGraph();
    for (String name : List.of("organisations", "relations", "claims")) {
      Ontology.turtle(Path.of("ontology/shapes/" + name + ".ttl"))
          .find()
          .forEachRemaining(shapes::add);
    }
    assertThat(ShaclValidator.get().validate(Shapes.parse(shapes), graph).getEntries())
        .extracting(entry -> entry.focusNode() + ": " + entry.message())
        .isEmpty();
  }

  private static List<Comparison.Outcome> outcomes() throws IOException {
    return new Comparison(Ontology.load(Path.of("ontology")), SourceRanks.of(REGISTERS))
        .compare(CLAIMS);
  }

  private static List<RegisterRow> rows(String register) {
    return REGISTERS.stream()
        .filter(r -> r.name().equals(register))
        .flatMap(r -> r.rows().stream())
        .toList();
  }

  @Test
  void aDateOfItsOwnSourceIsNotThatOfTheRow() {
    Claim end =
        CLAIMS.stream()
            .filter(c -> c.property().equals(Terms.TO))
            .filter(c -> c.subject().equals(IRIS.id("ownership/arcc--durham-tees-valley-crc")))
            .findFirst()
            .orElseThrow();
    Claim owner =
        CLAIMS.stream()
            .filter(
                c -> c.property().equals(Terms.OWNER_PROPERTY) && c.subject().equals(end.subject()))
            .findFirst()
            .orElseThrow();
    assertThat(owner.saidOn()).hasToString("2014-12");
    assertThat(end.saidOn()).isNull();
  }
}
