package org.crcgraph.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;

/** What a query gave. */
public sealed interface Answer {
  /** Of a SELECT query. */
  record Rows(ResultTable table) implements Answer {}

  /** Of an ASK query. */
  record Verdict(boolean yes) implements Answer {}

  /** Of a CONSTRUCT or DESCRIBE query. */
  record Triples(Graph graph) implements Answer {}

  /** Runs a query that may run. */
  static Answer of(Query query, GraphSource source) {
    return source.read(
        query,
        running -> {
          if (query.isAskType()) {
            return new Verdict(running.ask());
          }
          if (query.isConstructType()) {
            return new Triples(running.construct());
          }
          if (query.isDescribeType()) {
            return new Triples(running.describe());
          }
          return new Rows(ResultTable.of(running.select()));
        });
  }
}
