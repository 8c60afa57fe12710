package org.crcgraph.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** Writes answers in one format. */
interface ResultWriter {
  void table(ResultTable table, String heading, int width, Appendable out) throws IOException;

  /** The answer of an ASK query; a word on a line unless the format has its own way. */
  default void verdict(boolean yes, String heading, Appendable out) throws IOException {
    out.append(String.valueOf(yes)).append('\n');
  }

  /** Triples; a table of them unless the format has its own way. */
  default void triples(Graph graph, String heading, int width, Appendable out) throws IOException {
    List<ResultTable.Row> rows = new ArrayList<>();
    graph.find().toList().stream()
        .sorted(
            Comparator.comparing((Triple t) -> t.getSubject().toString())
                .thenComparing(t -> t.getPredicate().toString())
                .thenComparing(t -> t.getObject().toString()))
        .forEach(
            t ->
                rows.add(
                    new ResultTable.Row(
                        List.of(
                            Optional.of(t.getSubject()),
                            Optional.of(t.getPredicate()),
                            Optional.of(t.getObject())))));
    table(new ResultTable(List.of("subject", "predicate", "object"), rows), heading, width, out);
  }
}
