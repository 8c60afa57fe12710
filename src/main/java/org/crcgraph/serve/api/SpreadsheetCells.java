package org.crcgraph.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.query.ResultTable;

/** Keeps spreadsheets from taking a document's text for a formula. */
final class SpreadsheetCells {
  private static final String DANGEROUS = "=+-@\t\r";

  private SpreadsheetCells() {}

  /** The same table; text that begins like a formula gets an apostrophe before it. */
  static ResultTable safe(ResultTable table) {
    List<ResultTable.Row> rows = new ArrayList<>(table.rows().size());
    for (ResultTable.Row row : table.rows()) {
      rows.add(new ResultTable.Row(row.cells().stream().map(SpreadsheetCells::safe).toList()));
    }
    return new ResultTable(table.columns(), rows);
  }

  private static Optional<Node> safe(Optional<Node> cell) {
    if (cell.isEmpty() || !cell.get().isLiteral()) {
      return cell;
    }
    String text = cell.get().getLiteralLexicalForm();
    boolean isNumber = cell.get().getLiteralValue() instanceof Number;
    return text.isEmpty() || isNumber || DANGEROUS.indexOf(text.charAt(0)) < 0
        ? cell
        : Optional.of(NodeFactory.createLiteralString("'" + text));
  }
}
