package org.crcgraph.graph;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A stored query as the graph tells of it: in SHACL's vocabulary, as SPARQL editors look for
 * examples.
 *
 * @param name name of the stored query, and last part of its address
 * @param summary one line
 * @param description what it answers and how to read its columns, or empty
 * @param keywords what it is grouped under
 * @param form what sort of query it is
 * @param text the query, which runs as it stands
 * @param prefixes the prefixes that it declares
 */
public record QueryDescription(
    String name,
    String summary,
    String description,
    List<String> keywords,
    Form form,
    String text,
    List<Prefix> prefixes) {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String SCHEMA = "https://schema.org/";

  /** The sorts of query. */
  public enum Form {
    /** Gives rows. */
    SELECT("SPARQLSelectExecutable", "select"),
    /** Gives yes or no. */
    ASK("SPARQLAskExecutable", "ask"),
    /** Gives triples. */
    CONSTRUCT("SPARQLConstructExecutable", "construct");

    private final Node type;
    private final Node property;

    Form(String type, String property) {
      this.type = NodeFactory.createURI(SH + type);
      this.property = NodeFactory.createURI(SH + property);
    }
  }

  /** A prefix and what it stands for. */
  public record Prefix(String prefix, String namespace) {}

  /** Gives the descriptions once the facts are known, from which examples take their things. */
  @FunctionalInterface
  public interface Source {
    /** Describes the queries with examples about things of these facts. */
    List<QueryDescription> describe(Graph facts);
  }

  public QueryDescription {
    keywords = List.copyOf(keywords);
    prefixes = List.copyOf(prefixes);
  }

  /** Writes the description; the query's node is its address in the API. */
  void write(Iris iris, QuadSink sink) {
    Node graph = iris.queriesGraph();
    Node node = iris.query(name);
    sink.quad(graph, node, Standards.TYPE, sh("SPARQLExecutable"));
    sink.quad(graph, node, Standards.TYPE, form.type);
    sink.quad(graph, node, Standards.LABEL, Literals.english(name.replace('-', ' ')));
    sink.quad(graph, node, Standards.COMMENT, Literals.english(summary));
    if (!description.isEmpty()) {
      sink.quad(graph, node, Standards.DESCRIPTION, Literals.english(description));
    }
    sink.quad(graph, node, form.property, Literals.text(text));
    sink.quad(graph, node, NodeFactory.createURI(SCHEMA + "target"), iris.endpoint());
    for (String keyword : keywords) {
      sink.quad(graph, node, NodeFactory.createURI(SCHEMA + "keywords"), Literals.english(keyword));
    }
    sink.quad(graph, node, sh("prefixes"), graph);
    for (Prefix prefix : prefixes) {
      Node declared = NodeFactory.createURI(graph.getURI() + "#" + prefix.prefix());
      sink.quad(graph, graph, sh("declare"), declared);
      sink.quad(graph, declared, Standards.TYPE, sh("PrefixDeclaration"));
      sink.quad(graph, declared, sh("prefix"), Literals.text(prefix.prefix()));
      sink.quad(graph, declared, sh("namespace"), Literals.address(prefix.namespace()));
    }
  }

  private static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }
}
