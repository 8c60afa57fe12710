package org.crcgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer, in order.
 *
 * @param columns names of the columns
 * @param rows each with a cell for every column
 */
public record ResultTable(List<String> columns, List<Row> rows) {
  public ResultTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Reads all rows. */
  public static ResultTable of(RowSet rowSet) {
    List<Var> variables = rowSet.getResultVars();
    List<Row> rows = new ArrayList<>();
    while (rowSet.hasNext()) {
      Binding binding = rowSet.next();
      List<Optional<Node>> cells = new ArrayList<>(variables.size());
      for (Var variable : variables) {
        cells.add(Optional.ofNullable(binding.get(variable)));
      }
      rows.add(new Row(cells));
    }
    return new ResultTable(variables.stream().map(Var::getVarName).toList(), rows);
  }

  /** The rows from one on, at most so many: a page. */
  public ResultTable page(int from, int size) {
    int start = Math.min(from, rows.size());
    return new ResultTable(columns, rows.subList(start, Math.min(start + size, rows.size())));
  }

  /** The plain text of a cell: an IRI or lexical form; null where it is empty. */
  public @Nullable String text(Row row, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? null : row.cells().get(index).map(ResultTable::text).orElse(null);
  }

  /** An IRI, lexical form, or blank node label. */
  public static String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
  }

  /**
   * One row.
   *
   * @param cells one for each column; empty where the query bound nothing
   */
  public record Row(List<Optional<Node>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
