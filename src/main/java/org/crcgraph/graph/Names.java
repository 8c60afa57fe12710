package org.crcgraph.graph;

import org.apache.jena.graph.Node;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/**
 * The graph of the names that documents use: label and class of each thing, for things that no
 * register describes.
 */
final class Names {
  private Names() {}

  static void write(Iris iris, QuadSink sink, Node node, EntityRef entity) {
    Node graph = iris.namesGraph();
    sink.quad(graph, node, Standards.TYPE, type(entity.kind()));
    sink.quad(graph, node, Standards.LABEL, Literals.english(entity.name()));
  }

  static Node type(EntityKind kind) {
    return switch (kind) {
      // The register knows the 21 companies; what it does not know is the class of them all.
      case CRC -> Standards.ORGANIZATION_CLASS;
      case NPS_DIVISION -> Terms.NPS_DIVISION;
      case OWNER -> Terms.OWNER;
      case SUPPLIER -> Terms.SUPPLIER;
      case PUBLIC_BODY -> Terms.PUBLIC_BODY;
      case UNION -> Terms.UNION;
      case COMPANY -> Terms.COMPANY;
      case PERSON -> Standards.PERSON;
      case AREA -> Terms.PLACE;
      case PROGRAMME -> Terms.PROGRAMME;
      case PUBLICATION -> Terms.PUBLICATION;
    };
  }
}
