package org.crcgraph.query;

import java.io.IOException;
import org.apache.jena.graph.Node;

/** One self-contained page with a table. */
final class HtmlResultWriter implements ResultWriter {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:#c9ccd1;--head:#f2f3f5;--link:#0b57a4}
      @media(prefers-color-scheme:dark){:root{--line:#44484e;--head:#24272b;--link:#7db7f0}}
      body{font:15px/1.45 system-ui,"Segoe UI","DejaVu Sans",sans-serif;margin:1.5rem}
      h1{font-size:1.25rem}
      a{color:var(--link)}
      div{overflow-x:auto}
      table{border-collapse:collapse}
      th,td{border:1px solid var(--line);padding:.3rem .55rem;text-align:left;vertical-align:top;\
      overflow-wrap:anywhere;min-width:4.5rem}
      th{background:var(--head);position:sticky;top:0;overflow-wrap:normal}
      td.n{text-align:right;font-variant-numeric:tabular-nums}
      @media print{div{overflow:visible}table{font-size:8pt}thead{display:table-header-group}\
      tr{break-inside:avoid}}
      """;

  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    out.append(Escaped.html(heading)).append("</title>\n<style>\n").append(STYLE);
    out.append("</style>\n</head>\n<body>\n<h1>")
        .append(Escaped.html(heading))
        .append("</h1>\n<p>");
    int rows = table.rows().size();
    out.append(rows == 1 ? "1 row" : rows + " rows");
    out.append("</p>\n<div><table>\n<thead><tr>");
    for (String column : table.columns()) {
      out.append("<th scope=\"col\">").append(Escaped.html(column)).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (ResultTable.Row row : table.rows()) {
      out.append("<tr>");
      for (var cell : row.cells()) {
        if (cell.isEmpty()) {
          out.append("<td></td>");
        } else {
          cell(cell.get(), out);
        }
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n</body>\n</html>\n");
  }

  private static void cell(Node node, Appendable out) throws IOException {
    String text = ResultTable.text(node);
    if (node.isURI() && (text.startsWith("https://") || text.startsWith("http://"))) {
      out.append("<td><a href=\"").append(Escaped.html(text)).append("\">");
      out.append(Escaped.html(ShortIri.of(text))).append("</a></td>");
    } else {
      boolean number = node.isLiteral() && node.getLiteralValue() instanceof Number;
      out.append(number ? "<td class=\"n\">" : "<td>").append(Escaped.html(text)).append("</td>");
    }
  }
}
