package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.crcgraph.read.RegisterReader;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;

/** The ontology as OWL tools see it: opened by the OWL API, reasoned over by HermiT. */
final class OntologyInOwlTest {
  private static final String PREFIXES =
      """
      @base <https://w3id.org/crcgraph/id/> .
      @prefix crc: <https://w3id.org/crcgraph/ontology#> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix org: <http://www.w3.org/ns/org#> .
      """;

  @Test
  void itIsInTheProfilesDlAndRl() throws Exception {
    OWLOntology ontology = open(ontology());
    assertThat(ontology.getLogicalAxiomCount()).isGreaterThan(300);
    assertThat(violations(ontology, new OWL2DLProfile())).isEmpty();
    assertThat(violations(ontology, new OWL2RLProfile())).isEmpty();
  }

  @Test
  void everyClassCanHaveMembers() throws Exception {
    Reasoner reasoner = reasoner(open(ontology()));
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
  }

  @Test
  void ourOwnRegistersAgreeWithIt() throws Exception {
    OWLOntology data = open(with(ontology(), ownRegisters()));
    assertThat(data.individualsInSignature().count()).isGreaterThan(4000);
    assertThat(reasoner(data).isConsistent()).isTrue();
  }

  @Test
  void theSampleGraphWithItsDocumentAgreesWithIt() throws Exception {
    DatasetGraph sample = DatasetGraphFactory.createGeneral();
    try (InputStream in = getClass().getResourceAsStream("/query/sample.trig")) {
      RDFParser.source(Objects.requireNonNull(in)).lang(Lang.TRIG).parse(sample);
    }
    Graph union = GraphFactory.createDefaultGraph();
    sample.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    assertThat(reasoner(open(with(ontology(), union))).isConsistent()).isTrue();
  }

  @Test
  void aPersonIsNoOwner() throws Exception {
    assertThat(
            consistentWith(
                "<person/ada-quill> a foaf:Person . <ownership/x> crc:owner <person/ada-quill> ."))
        .isFalse();
  }

  @Test
  void aCompanyHoldsNoPost() throws Exception {
    assertThat(consistentWith("<post/x> a crc:PostHolding ; crc:inspector <organisation/y> ."))
        .isFalse();
  }

  @Test
  void aPropertyWithOneValueHasNoSecond() throws Exception {
    assertThat(consistentWith("<area/x> crc:areaNumber 3 .")).isTrue();
    assertThat(consistentWith("<area/x> crc:areaNumber 3 , 4 .")).isFalse();
  }

  private static boolean consistentWith(String turtle) throws Exception {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return reasoner(open(with(ontology(), graph))).isConsistent();
  }

  private static Graph ontology() throws IOException {
    return Ontology.load(Path.of("ontology")).graph();
  }

  private static Graph with(Graph graph, Graph more) {
    GraphUtil.addInto(graph, more);
    return graph;
  }

  /** Claims, facts, conflicts and what is derived of them. */
  private static Graph ownRegisters() throws IOException {
    List<Issue> issues = new ArrayList<>();
    List<Register> registers = RegisterReader.read(Path.of("data/registers"), issues);
    List<RegisterMapping.RowFacts> rows = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Register register : registers) {
      RegisterMapping mapping =
          RegisterMapping.load(Iris.CANONICAL, register, issues).orElseThrow();
      for (RegisterRow row : register.rows()) {
        RegisterMapping.RowFacts facts = mapping.map(row);
        rows.add(facts);
        claims.addAll(facts.claims());
      }
    }
    Graph graph = GraphFactory.createDefaultGraph();
    QuadSink sink = (g, s, p, o) -> graph.add(s, p, o);
    Facts facts =
        new RegisterFacts(
                Iris.CANONICAL, Ontology.load(Path.of("ontology")), SourceRanks.of(registers), sink)
            .write(claims, rows, new BuildReport());
    new DerivedFacts(Iris.CANONICAL, facts, new Ownerships(facts), sink).write();
    return graph;
  }

  private static OWLOntology open(Graph graph) throws OWLOntologyCreationException {
    StringWriter turtle = new StringWriter();
    RDFDataMgr.write(turtle, graph, Lang.NTRIPLES);
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(
            new StringDocumentSource(
                turtle.toString(), "urn:x-graph", new TurtleDocumentFormat(), null),
            new OWLOntologyLoaderConfiguration().setStrict(false));
  }

  private static Set<String> violations(OWLOntology ontology, OWLProfile profile) {
    Set<String> violations = new TreeSet<>();
    profile.checkOntology(ontology).getViolations().forEach(v -> violations.add(v.toString()));
    return violations;
  }

  /** OWL 2 knows no dates without a time: those of the data are left to SHACL. */
  private static Reasoner reasoner(OWLOntology ontology) {
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    return new Reasoner(configuration, ontology);
  }
}
