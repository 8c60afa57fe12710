package org.crcgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;

/** The ontology as data: what the code needs to know of it is read from the file itself. */
public final class Ontology {
  private final Graph graph;
  private final Set<Node> functional = new HashSet<>();

  private Ontology(Graph graph) {
    this.graph = graph;
    graph
        .find(Node.ANY, Standards.TYPE, OWL.FunctionalProperty.asNode())
        .forEachRemaining(t -> functional.add(t.getSubject()));
  }

  /** Reads {@code crcgraph.ttl} and {@code mappings.ttl} of the ontology folder. */
  public static Ontology load(Path folder) throws IOException {
    Graph graph = turtle(folder.resolve("crcgraph.ttl"));
    GraphUtil.addInto(graph, turtle(folder.resolve("mappings.ttl")));
    return new Ontology(graph);
  }

  /** Every triple of the ontology. */
  public Graph graph() {
    return graph;
  }

  /** Whether a subject has one value of the property at most, so that two values are a conflict. */
  boolean isFunctional(Node property) {
    return functional.contains(property);
  }

  /** Whether the ontology declares the property, as one of its own or of others. */
  boolean declares(Node term) {
    return graph.contains(term, Standards.TYPE, Node.ANY);
  }

  /** Reads a Turtle file whose relative IRIs stand below the canonical base. */
  static Graph turtle(Path file) throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    try (InputStream in = Files.newInputStream(file)) {
      RDFParser.source(in).lang(Lang.TURTLE).base(Iris.CANONICAL.base()).parse(graph);
    }
    return graph;
  }

  /** The namespace's terms. */
  static Node term(String name) {
    return NodeFactory.createURI(Terms.NS + name);
  }
}
