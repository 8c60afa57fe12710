package org.crcgraph.query;

import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** A Markdown table whose IRIs are links. */
final class MarkdownResultWriter implements ResultWriter {
  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    line(out, table.columns().stream().map(Escaped::markdown));
    line(out, table.columns().stream().map(c -> "---"));
    for (ResultTable.Row row : table.rows()) {
      line(out, row.cells().stream().map(c -> c.map(MarkdownResultWriter::cell).orElse("")));
    }
  }

  private static void line(Appendable out, java.util.stream.Stream<String> cells)
      throws IOException {
    out.append(cells.collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
  }

  private static String cell(Node node) {
    if (!node.isURI()) {
      return Escaped.markdown(ResultTable.text(node));
    }
    return "["
        + Escaped.markdown(ShortIri.of(node.getURI()))
        + "](<"
        + Escaped.markdownTarget(node.getURI())
        + ">)";
  }
}
