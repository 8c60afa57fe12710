package org.crcgraph.serve.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.crcgraph.query.Argument;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.http.Escape;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Snapshot;

/**
 * An answer and what a reader must know to use and cite it.
 *
 * @param snapshot the version of the graph that answered
 * @param query what was asked
 * @param arguments with which values
 * @param page the part that is shown
 * @param total number of all rows
 * @param shown the rows of the page
 */
record AnswerDocument(
    Snapshot snapshot,
    StoredQuery query,
    List<Argument> arguments,
    Page page,
    int total,
    ResultTable shown) {
  private static final Set<String> ENTITIES =
      Set.of("crc", "organisation", "person", "area", "programme", "publication");

  AnswerDocument {
    arguments = List.copyOf(arguments);
  }

  /** The sources on which the shown rows rest. */
  List<String> sources() {
    Set<String> relations = new LinkedHashSet<>();
    Set<String> entities = new LinkedHashSet<>();
    for (ResultTable.Row row : shown.rows()) {
      for (Optional<Node> cell : row.cells()) {
        if (cell.isPresent() && cell.get().isURI()) {
          String iri = cell.get().getURI();
          String kind = SearchIndex.kind(iri);
          if (!kind.isEmpty()) {
            (ENTITIES.contains(kind) ? entities : relations).add(iri);
          }
        }
      }
    }
    // A row about a relation rests on who states the relation, not on all said of its ends.
    List<String> found = snapshot.sources().of(relations);
    return found.isEmpty() ? snapshot.sources().of(entities) : found;
  }

  /** How to cite the answer. */
  String citation() {
    return "CRC Graph, version "
        + Layout.shortVersion(snapshot.version())
        + ", "
        + query.name()
        + arguments.stream()
            .map(a -> a.name() + "=" + a.value())
            .collect(Collectors.joining(", ", arguments.isEmpty() ? "" : " (", ""))
        + (arguments.isEmpty() ? "" : ")")
        + ", "
        + Links.BASE
        + "api/"
        + query.name()
        + arguments.stream()
            .map(a -> Escape.url(a.name()) + "=" + Escape.url(a.value()))
            .collect(Collectors.joining("&", arguments.isEmpty() ? "" : "?", ""));
  }
}
