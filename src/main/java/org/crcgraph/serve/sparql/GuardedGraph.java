package org.crcgraph.serve.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph that looks at the guard at each access. Property paths are evaluated eagerly by ARQ, step
 * by step over {@code find}: this is where such a query can be ended.
 */
final class GuardedGraph extends GraphWrapper {
  private final Guard guard;

  GuardedGraph(Graph graph, Guard guard) {
    super(graph);
    this.guard = guard;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return watched(get().find());
  }

  @Override
  public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
    return watched(get().find(s, p, o));
  }

  private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> triples) {
    guard.check();
    return new WrappedIterator<>(triples) {
      @Override
      public boolean hasNext() {
        guard.check();
        return super.hasNext();
      }
    };
  }
}
