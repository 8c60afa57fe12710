package org.crcgraph.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A table for the eye: IRIs are shortened, cells wrap so that lines keep to the width, and where
 * even that is not enough, an IRI that stands beside its label is left out. Triples are Turtle.
 */
final class TextTableWriter implements ResultWriter {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;

  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      shown.add(i);
    }
    int[] widths = widths(table);
    if (width > 0 && total(widths, shown) > width) {
      shown.removeIf(i -> hasLabel(table, i));
      fit(widths, shown, width);
    }
    line(out, shown, widths, i -> table.columns().get(i), table);
    StringBuilder rule = new StringBuilder();
    for (int i : shown) {
      rule.append(rule.isEmpty() ? "" : GAP).append("-".repeat(widths[i]));
    }
    out.append(rule).append('\n');
    for (ResultTable.Row row : table.rows()) {
      line(out, shown, widths, i -> text(row, i), table);
    }
    int rows = table.rows().size();
    out.append(rows == 1 ? "(1 row)\n" : "(" + rows + " rows)\n");
  }

  @Override
  public void triples(Graph graph, String heading, int width, Appendable out) throws IOException {
    Graph named = GraphFactory.createDefaultGraph();
    named.getPrefixMapping().setNsPrefixes(ShortIri.prefixes());
    GraphUtil.addInto(named, graph);
    out.append(RDFWriter.source(named).lang(Lang.TURTLE).asString());
  }

  private interface Cells {
    String text(int column);
  }

  private static boolean hasLabel(ResultTable table, int column) {
    int label = table.columns().indexOf(table.columns().get(column) + "Label");
    return label >= 0
        && table.rows().stream()
            .allMatch(
                row -> row.cells().get(label).isPresent() || row.cells().get(column).isEmpty());
  }

  private static String text(ResultTable.Row row, int column) {
    return row.cells()
        .get(column)
        .map(n -> n.isURI() ? ShortIri.of(n.getURI()) : ResultTable.text(n))
        .map(s -> s.replaceAll("\\s+", " "))
        .orElse("");
  }

  private static int[] widths(ResultTable table) {
    int[] widths = new int[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(table.columns().get(i));
      for (ResultTable.Row row : table.rows()) {
        widths[i] = Math.max(widths[i], length(text(row, i)));
      }
    }
    return widths;
  }

  private static int total(int[] widths, List<Integer> shown) {
    return shown.stream().mapToInt(i -> widths[i]).sum() + GAP.length() * (shown.size() - 1);
  }

  /** Takes from the widest column until the line fits or nothing more can be taken. */
  private static void fit(int[] widths, List<Integer> shown, int width) {
    int excess = total(widths, shown) - width;
    while (excess > 0) {
      int widest = shown.stream().reduce((a, b) -> widths[a] >= widths[b] ? a : b).orElseThrow();
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private static void line(
      Appendable out, List<Integer> shown, int[] widths, Cells cells, ResultTable table)
      throws IOException {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i : shown) {
      List<String> lines = wrap(cells.text(i), widths[i]);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < shown.size(); x++) {
        String part = y < wrapped.get(x).size() ? wrapped.get(x).get(y) : "";
        String padding = " ".repeat(Math.max(0, widths[shown.get(x)] - length(part)));
        line.append(x == 0 ? "" : GAP);
        line.append(isNumeric(table, shown.get(x)) ? padding + part : part + padding);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static boolean isNumeric(ResultTable table, int column) {
    return !table.rows().isEmpty()
        && table.rows().stream()
            .allMatch(r -> r.cells().get(column).map(TextTableWriter::isNumber).orElse(true))
        && table.rows().stream().anyMatch(r -> r.cells().get(column).isPresent());
  }

  private static boolean isNumber(Node node) {
    return node.isLiteral() && node.getLiteralValue() instanceof Number;
  }

  /** Breaks at spaces, else after hyphens and slashes, else anywhere. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    int[] rest = text.codePoints().toArray();
    int from = 0;
    while (rest.length - from > width) {
      int end = from + width;
      int cut = end;
      if (rest[end] != ' ') {
        while (cut > from && rest[cut - 1] != ' ' && rest[cut - 1] != '-' && rest[cut - 1] != '/') {
          cut--;
        }
      }
      if (cut == from) {
        cut = end;
      }
      lines.add(new String(rest, from, cut - from).stripTrailing());
      from = cut;
      while (from < rest.length && rest[from] == ' ') {
        from++;
      }
    }
    lines.add(new String(Arrays.copyOfRange(rest, from, rest.length), 0, rest.length - from));
    return lines;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
