package org.crcgraph.query;

import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** A Markdown table whose IRIs are links. */
final class MarkdownResultWriter implements ResultWriter {
  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    line(out, table.columns().stream().map(MarkdownResultWriter::escaped));
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
      return escaped(ResultTable.text(node));
    }
    String target =
        node.getURI()
            .replace("|", "%7C")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace(" ", "%20");
    return "[" + escaped(ShortIri.of(node.getURI())) + "](<" + target + ">)";
  }

  /** Text that Markdown takes for nothing but text. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        escaped.append(' ');
      } else if (c == '<') {
        escaped.append("&lt;");
      } else {
        if ("\\`*_[]|#".indexOf(c) >= 0) {
          escaped.append('\\');
        }
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
