package org.crcgraph.graph;

import org.apache.jena.graph.Node;

/** Takes quads in any order; the same quad may come more than once. */
@FunctionalInterface
interface QuadSink {
  void quad(Node graph, Node subject, Node predicate, Node object);
}
