package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.crcgraph.query.ResultTable;

/** Chooses columns of an answer. */
final class Columns {
  private Columns() {}

  /** The named columns that the table has, in this order. */
  static ResultTable of(ResultTable table, String... names) {
    List<String> kept = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (String name : names) {
      int place = table.columns().indexOf(name);
      if (place >= 0) {
        kept.add(name);
        places.add(place);
      }
    }
    return chosen(table, kept, places);
  }

  /** All columns but these and those without any value. */
  static ResultTable without(ResultTable table, List<String> names) {
    List<String> kept = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int place = i;
      if (!names.contains(table.columns().get(i))
          && table.rows().stream().anyMatch(r -> r.cells().get(place).isPresent())) {
        kept.add(table.columns().get(i));
        places.add(i);
      }
    }
    return chosen(table, kept, places);
  }

  private static ResultTable chosen(ResultTable table, List<String> kept, List<Integer> places) {
    List<ResultTable.Row> rows = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      List<Optional<Node>> cells = new ArrayList<>();
      places.forEach(place -> cells.add(row.cells().get(place)));
      rows.add(new ResultTable.Row(cells));
    }
    return new ResultTable(kept, rows);
  }
}
