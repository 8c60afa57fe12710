package org.crcgraph.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;

/** The sample graphs, their text replaced by that of somebody who means harm, in every field. */
final class HostileGraph {
  /** Ends any element, attribute or script, and sets a variable where it is run. */
  static final String SCRIPT =
      "'\"></title></style></script><script>window.hacked=1</script>"
          + "<img src=x onerror=window.hacked=1>";

  private static final List<String> GRAPHS =
      List.of("query/sample.trig", "serve/sample.trig", "serve/document.trig");

  private HostileGraph() {}

  /** The sample graphs as they are. */
  static DatasetGraph samples() {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.begin(ReadWrite.WRITE);
    GRAPHS.forEach(graph -> RDFDataMgr.read(dataset, graph));
    dataset.commit();
    dataset.end();
    return dataset;
  }

  /** Every text that is no number or date becomes another. */
  static DatasetGraph with(UnaryOperator<String> text) {
    DatasetGraph dataset = samples();
    dataset.begin(ReadWrite.WRITE);
    List<Quad> quads = new ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    dataset.clear();
    for (Quad quad : quads) {
      dataset.add(
          quad.getGraph(), quad.getSubject(), quad.getPredicate(), changed(quad.getObject(), text));
    }
    Node thing = NodeFactory.createURI("https://w3id.org/crcgraph/id/crc/northshire-crc");
    for (String property : List.of("link", "website", "ownedBy")) {
      dataset.add(
          NodeFactory.createURI("https://w3id.org/crcgraph/graph/facts"),
          thing,
          NodeFactory.createURI("https://w3id.org/crcgraph/ontology#" + property),
          NodeFactory.createURI("javascript:window.hacked=1"));
    }
    dataset.commit();
    dataset.end();
    return dataset;
  }

  private static Node changed(Node node, UnaryOperator<String> text) {
    if (!node.isLiteral()) {
      return node;
    }
    if (!node.getLiteralLanguage().isEmpty()) {
      return NodeFactory.createLiteralLang(
          text.apply(node.getLiteralLexicalForm()), node.getLiteralLanguage());
    }
    return node.getLiteralDatatypeURI().endsWith("#string")
        ? NodeFactory.createLiteralString(text.apply(node.getLiteralLexicalForm()))
        : node;
  }

  /** The addresses of the pages of all things in a graph. */
  static List<String> pages(DatasetGraph dataset) {
    String things = "https://w3id.org/crcgraph/id/";
    dataset.begin(ReadWrite.READ);
    List<String> pages = new ArrayList<>();
    dataset
        .find()
        .forEachRemaining(
            quad -> {
              Node subject = quad.getSubject();
              if (subject.isURI() && subject.getURI().startsWith(things)) {
                String page = "/doc/" + subject.getURI().substring(things.length());
                if (!pages.contains(page)) {
                  pages.add(page);
                }
              }
            });
    dataset.end();
    return pages;
  }
}
