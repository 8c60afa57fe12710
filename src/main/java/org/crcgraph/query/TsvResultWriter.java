package org.crcgraph.query;

import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.jena.riot.out.NodeFmtLib;

/** SPARQL 1.1 Query Results TSV: terms as in Turtle. */
final class TsvResultWriter implements ResultWriter {
  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    out.append(table.columns().stream().map(c -> "?" + c).collect(Collectors.joining("\t")));
    out.append('\n');
    for (ResultTable.Row row : table.rows()) {
      out.append(
          row.cells().stream()
              .map(cell -> cell.map(NodeFmtLib::strNT).orElse(""))
              .collect(Collectors.joining("\t")));
      out.append('\n');
    }
  }
}
