package org.crcgraph.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.Register;

/** Describes the data set, its registers and its sources (W3C VoID and DCAT). */
final class Metadata {
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private Metadata() {}

  static void writeRegister(
      Iris iris, QuadSink sink, Register register, int claims, List<Issue> issues)
      throws IOException {
    Node node = iris.register(register.name());
    Node graph = iris.metadataGraph();
    sink.quad(graph, node, Standards.TYPE, Terms.REGISTER);
    sink.quad(graph, node, Standards.TYPE, Standards.DCAT_DATASET);
    sink.quad(graph, node, Standards.TYPE, Standards.VOID_DATASET);
    sink.quad(graph, node, Standards.VOID_ENTITIES, Literals.integer(register.rows().size()));
    sink.quad(graph, node, Terms.CLAIMS, Literals.integer(claims));
    sink.quad(graph, iris.dataset(), Standards.VOID_SUBSET, node);
    distribution(
        iris,
        sink,
        node,
        iris.id("register/" + register.name() + "/graph"),
        "The claims of the register " + register.name() + " as a named graph",
        iris.registerGraph(register.name()));
    Path description = register.folder().resolve("dataset.ttl");
    if (!Files.exists(description)) {
      issues.add(
          Issue.error(
              Place.of(description.toString()),
              "the register has no description",
              "write its title, publisher, licence and source as DCAT"));
      return;
    }
    try {
      Graph described = Ontology.turtle(description);
      described
          .find()
          .forEachRemaining(
              t -> {
                if (t.getSubject().isURI() && !t.getObject().isBlank()) {
                  sink.quad(graph, t.getSubject(), t.getPredicate(), t.getObject());
                }
              });
    } catch (RiotException e) {
      issues.add(
          Issue.error(
              Place.of(description.toString()),
              String.valueOf(e.getMessage()),
              "mend the description's Turtle"));
    }
  }

  static void writeSources(Iris iris, QuadSink sink, Collection<Node> sources, SourceRanks ranks) {
    Node graph = iris.metadataGraph();
    for (Node source : sources) {
      sink.quad(graph, source, Standards.TYPE, Terms.SOURCE);
      ranks
          .describe(source)
          .ifPresent(
              row -> {
                row.value("kind")
                    .ifPresent(k -> sink.quad(graph, source, Terms.SOURCE_KIND, Literals.text(k)));
                row.value("title")
                    .ifPresent(t -> sink.quad(graph, source, Standards.TITLE, Literals.text(t)));
                row.value("licence")
                    .ifPresent(
                        l -> sink.quad(graph, source, Standards.LICENSE, NodeFactory.createURI(l)));
                row.value("publisher")
                    .ifPresent(
                        p -> sink.quad(graph, source, Terms.PUBLISHER_NAME, Literals.text(p)));
              });
    }
  }

  static void writeDataset(Iris iris, QuadSink sink, BuildReport report) {
    Node graph = iris.metadataGraph();
    Node node = iris.dataset();
    sink.quad(graph, node, Standards.TYPE, Standards.VOID_DATASET);
    sink.quad(graph, node, Standards.TYPE, Standards.DCAT_DATASET);
    sink.quad(graph, node, Standards.TITLE, Literals.english("CRC Graph"));
    sink.quad(
        graph,
        node,
        Standards.DESCRIPTION,
        Literals.english(
            "Who ran probation in England and Wales, 2014 to 2021: companies, owners, contracts,"
                + " inspections, people and statements, with a source for every claim."));
    Node publisher = iris.id("organisation/crc-graph");
    sink.quad(graph, node, Standards.PUBLISHER, publisher);
    sink.quad(graph, publisher, Standards.TYPE, Standards.ORGANIZATION_CLASS);
    sink.quad(graph, publisher, Standards.LABEL, Literals.english("CRC Graph"));
    sink.quad(graph, node, Standards.LICENSE, NodeFactory.createURI(LICENCE));
    sink.quad(graph, node, Standards.VOID_URI_SPACE, Literals.text(iris.base() + "id/"));
    sink.quad(graph, node, Standards.VOID_VOCABULARY, NodeFactory.createURI(Terms.NS));
    sink.quad(
        graph,
        node,
        Standards.VOID_DATA_DUMP,
        NodeFactory.createURI(iris.base() + "dump/" + GraphStore.DUMP));
    sink.quad(
        graph, node, Standards.VOID_SPARQL_ENDPOINT, NodeFactory.createURI(iris.base() + "sparql"));
    sink.quad(graph, node, Terms.CLAIMS, Literals.integer(report.claims()));
    Node dump = NodeFactory.createURI(iris.base() + "dump/" + GraphStore.DUMP);
    Node file = iris.id("dataset/crcgraph/nquads");
    distribution(iris, sink, node, file, "Everything as N-Quads, compressed", dump);
    sink.quad(graph, file, Standards.DCAT_DOWNLOAD_URL, dump);
    sink.quad(graph, file, Standards.DCAT_MEDIA_TYPE, mediaType("application/n-quads"));
    sink.quad(graph, file, Standards.DCAT_COMPRESS_FORMAT, mediaType("application/gzip"));
    distribution(
        iris,
        sink,
        node,
        iris.id("dataset/crcgraph/sparql"),
        "Everything by SPARQL",
        NodeFactory.createURI(iris.base() + "sparql"));
  }

  private static void distribution(
      Iris iris, QuadSink sink, Node dataset, Node node, String title, Node address) {
    Node graph = iris.metadataGraph();
    sink.quad(graph, dataset, Standards.DCAT_DISTRIBUTION, node);
    sink.quad(graph, node, Standards.TYPE, Standards.DCAT_DISTRIBUTION_CLASS);
    sink.quad(graph, node, Standards.TITLE, Literals.english(title));
    sink.quad(graph, node, Standards.DCAT_ACCESS_URL, address);
    sink.quad(graph, node, Standards.LICENSE, NodeFactory.createURI(LICENCE));
  }

  private static Node mediaType(String name) {
    return NodeFactory.createURI("https://www.iana.org/assignments/media-types/" + name);
  }
}
