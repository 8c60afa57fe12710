package org.crcgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDFS;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Validates a built graph: the SHACL shapes over the union of its named graphs, and what SHACL
 * cannot say. Each violation points to the cell or passage that caused it.
 */
public final class Validation {
  private static final String MEND = "mend it there and build again";
  private static final String FAULT = "the build is at fault: report it";

  private final Iris iris;
  private final DatasetGraph dataset;
  private final Graph union;
  private final ClaimPlaces places;
  private final List<Issue> issues = new ArrayList<>();

  private Validation(Iris iris, DatasetGraph dataset, List<Register> registers) {
    this.iris = iris;
    this.dataset = dataset;
    this.union = GraphFactory.createDefaultGraph();
    dataset
        .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(q -> union.add(q.asTriple()));
    this.places = new ClaimPlaces(iris, union, registers);
  }

  /**
   * Every violation, by file and line; none where the graph is sound.
   *
   * @param graph folder of the built graph
   * @param shapes folder of the SHACL shapes, all its {@code *.ttl}
   * @param registers the registers that the graph was built from, for the places of their cells
   */
  public static List<Issue> run(Iris iris, Path graph, Path shapes, List<Register> registers)
      throws IOException {
    Validation validation = new Validation(iris, read(graph.resolve(GraphStore.DUMP)), registers);
    validation.checkShapes(shapes(shapes));
    validation.checkFacts();
    validation.checkQuotations();
    validation.checkThings();
    return validation.issues.stream()
        .distinct()
        .sorted(
            Comparator.comparing((Issue i) -> i.place().file())
                .thenComparingInt(i -> i.place().line())
                .thenComparingInt(i -> i.place().column())
                .thenComparing(Issue::what))
        .toList();
  }

  /** Reads the dump: shapes ask for the same triples again and again, which memory answers best. */
  private static DatasetGraph read(Path dump) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(dump), 1 << 16)) {
      RDFParser.source(in).lang(Lang.NQUADS).checking(false).parse(dataset);
    }
    return dataset;
  }

  /** The shapes of a folder, as one graph. */
  static Graph shapes(Path folder) throws IOException {
    Graph shapes = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ttl")).sorted().toList()) {
        GraphUtil.addInto(shapes, Ontology.turtle(file));
      }
    }
    return shapes;
  }

  private void checkShapes(Graph shapes) {
    ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), union);
    for (ReportEntry entry : report.getEntries()) {
      Node focus = entry.focusNode();
      Node path = entry.resultPath() instanceof P_Link link ? link.getNode() : null;
      report(focus, path, entry.value(), places.message(entry.message(), entry.value()), MEND);
    }
  }

  private void report(
      Node focus, @Nullable Node path, @Nullable Node value, String what, String remedy) {
    issues.add(
        Issue.error(places.of(focus, path, value), places.name(focus) + ": " + what, remedy));
  }

  /** Every plain fact is what a claim with a source says. */
  private void checkFacts() {
    Set<Triple> claimed = new HashSet<>();
    Set<Node> described = new HashSet<>();
    union
        .find(Node.ANY, Terms.CLAIM_PROPERTY, Node.ANY)
        .forEachRemaining(
            t -> {
              Node claim = t.getSubject();
              Node subject = object(claim, Terms.CLAIM_SUBJECT);
              Node value = object(claim, Terms.CLAIM_VALUE);
              if (subject != null
                  && value != null
                  && union.contains(claim, Standards.WAS_DERIVED_FROM, Node.ANY)) {
                claimed.add(Triple.create(subject, t.getObject(), value));
                described.add(subject);
              }
            });
    dataset
        .find(iris.factsGraph(), Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              boolean rests =
                  quad.getPredicate().equals(Standards.TYPE)
                      ? described.contains(quad.getSubject())
                      : claimed.contains(quad.asTriple());
              if (!rests) {
                report(
                    quad.getSubject(),
                    quad.getPredicate(),
                    quad.getObject(),
                    "no claim with a source says " + places.say(quad.asTriple()),
                    FAULT);
              }
            });
  }

  /** A quotation has the digest of its span, and as many code points. */
  private void checkQuotations() {
    union
        .find(Node.ANY, Terms.QUOTE_SHA_256, Node.ANY)
        .forEachRemaining(
            t -> {
              Node span = t.getSubject();
              union
                  .find(span, Standards.HAS_SELECTOR, Node.ANY)
                  .mapWith(s -> object(s.getObject(), Standards.EXACT))
                  .filterKeep(Objects::nonNull)
                  .forEachRemaining(
                      exact -> checkQuotation(span, t.getObject(), exact.getLiteralLexicalForm()));
            });
  }

  private void checkQuotation(Node span, Node digest, String exact) {
    if (!Sha256.of(exact).equals(digest.getLiteralLexicalForm())) {
      report(span, Terms.QUOTE_SHA_256, digest, "the quotation has another digest", FAULT);
    }
    Integer start = number(span, Terms.SPAN_START);
    Integer end = number(span, Terms.SPAN_END);
    if (start != null && end != null && exact.codePointCount(0, exact.length()) != end - start) {
      report(span, Terms.SPAN_END, null, "the quotation is not as long as its span", FAULT);
    }
  }

  /** Every thing of ours that is used is described: it has a class, and a label or a place. */
  private void checkThings() {
    String things = iris.base() + "id/";
    Set<Node> used = new HashSet<>();
    dataset
        .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> collectThings(quad, things, used));
    for (Node thing : used) {
      Node type = object(thing, Standards.TYPE);
      if (type == null) {
        Triple use = union.find(Node.ANY, Node.ANY, thing).nextOptional().orElse(null);
        report(
            use == null ? thing : use.getSubject(),
            use == null ? null : use.getPredicate(),
            thing,
            "nothing says what " + thing.getURI() + " is",
            MEND);
      } else if (isNamed(type) && !union.contains(thing, Standards.LABEL, Node.ANY)) {
        report(thing, Standards.LABEL, null, "it has no label", MEND);
      }
    }
  }

  private void collectThings(Quad quad, String things, Set<Node> used) {
    if (union.contains(quad.getSubject(), Terms.STANDING, Terms.UNSOURCED)) {
      // What rests on no source is kept as a claim only: nothing else is said of its things.
      return;
    }
    for (Node node : List.of(quad.getSubject(), quad.getObject())) {
      if (node.isURI() && node.getURI().startsWith(things)) {
        used.add(node);
      } else if (node.isLiteral() && !node.getLiteral().isWellFormed()) {
        report(
            quad.getSubject(),
            quad.getPredicate(),
            node,
            "\"" + node.getLiteralLexicalForm() + "\" is no " + node.getLiteralDatatypeURI(),
            FAULT);
      }
    }
  }

  /** Whether things of a class go by a name: organisations, places, people, programmes … */
  private boolean isNamed(Node type) {
    return type.equals(Standards.PERSON)
        || type.equals(Terms.DOCUMENT)
        || type.equals(Terms.PROGRAMME)
        || type.equals(Terms.PUBLICATION)
        || type.equals(Terms.PLACE)
        || type.equals(Terms.CONTRACT_PACKAGE_AREA)
        || type.equals(Terms.COMMUNITY_REHABILITATION_COMPANY)
        || type.equals(Standards.ORGANIZATION_CLASS)
        || union.contains(type, RDFS.subClassOf.asNode(), Standards.ORGANIZATION_CLASS);
  }

  private @Nullable Node object(Node subject, Node property) {
    return union
        .find(subject, property, Node.ANY)
        .nextOptional()
        .map(Triple::getObject)
        .orElse(null);
  }

  private @Nullable Integer number(Node subject, Node property) {
    Node value = object(subject, property);
    return value != null && value.isLiteral() && value.getLiteralValue() instanceof Number n
        ? n.intValue()
        : null;
  }
}
