package org.crcgraph.serve.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.snapshot.Vocabulary;

/** Answers as tables for people: a thing and its label are one linked cell. */
public final class Tables {
  private static final String LABEL = "Label";
  private static final Pattern DATE = Pattern.compile("[0-9]{4}(?:-[0-9]{2}){0,2}");

  /** Nodes without a name of their own: their page is reached by a word. */
  private static final Set<String> NAMELESS =
      Set.of("ownership", "conflict", "statement", "figure", "contract", "inspection", "claim");

  private final Snapshot snapshot;

  /** With the names of this snapshot. */
  public Tables(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  private record Column(String name, int cell, int label) {}

  /** A table that scrolls sideways in its own frame where it is too wide. */
  public Html table(ResultTable table, String caption) {
    List<Column> columns = columns(table);
    List<Html> heads =
        columns.stream()
            .map(c -> Html.of("th", Attributes.of("scope", "col"), heading(c.name())))
            .toList();
    List<Html> rows = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      List<Html> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(cell(column, row));
      }
      rows.add(Html.of("tr", Attributes.NONE, cells));
    }
    return framed(
        caption,
        Html.of(
            "table",
            Html.of("caption", caption),
            Html.of("thead", Html.of("tr", Attributes.NONE, heads)),
            Html.of("tbody", Attributes.NONE, rows)));
  }

  /** What is wide scrolls in a frame that the keyboard can reach. */
  public static Html framed(String label, Html wide) {
    return Html.of(
        "div",
        Attributes.of("class", "wide")
            .and("role", "region")
            .and("aria-label", "Table: " + label)
            .and("tabindex", "0"),
        wide);
  }

  private static List<Column> columns(ResultTable table) {
    List<String> names = table.columns();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.endsWith(LABEL)
          && names.contains(name.substring(0, name.length() - LABEL.length()))) {
        continue;
      }
      int label = names.indexOf(name + LABEL);
      columns.add(new Column(name, i, label));
    }
    return columns;
  }

  private Html cell(Column column, ResultTable.Row row) {
    Optional<Node> value = row.cells().get(column.cell());
    if (value.isEmpty()) {
      return Html.of("td");
    }
    Node node = value.get();
    if (node.isLiteral() && node.getLiteralValue() instanceof Number) {
      return Html.of("td", Attributes.of("class", "number"), ResultTable.text(node));
    }
    if (node.isLiteral() && DATE.matcher(ResultTable.text(node)).matches()) {
      return Html.of("td", Attributes.of("class", "date"), ResultTable.text(node));
    }
    String label =
        column.label() < 0 ? "" : row.cells().get(column.label()).map(ResultTable::text).orElse("");
    return Html.of("td", value(node, label, column.name()));
  }

  private Html value(Node node, String label, String column) {
    if (!node.isURI()) {
      return Html.text(ResultTable.text(node));
    }
    String iri = node.getURI();
    if (!label.isEmpty()) {
      return Links.to(iri, label);
    }
    return NAMELESS.contains(column) && snapshot.search().label(iri) == null
        ? Links.to(iri, "details")
        : Links.to(iri, label(iri));
  }

  /** A node as a link or text. */
  public Html value(Node node) {
    return value(node, "", "");
  }

  /** What people call what an IRI names. */
  public String label(String iri) {
    String known = snapshot.search().label(iri);
    if (known != null) {
      return known;
    }
    if (iri.startsWith(Links.BASE + "ontology#")) {
      return snapshot.vocabulary().label(iri);
    }
    if (iri.startsWith(Links.BASE + "id/")) {
      String path = iri.substring((Links.BASE + "id/").length());
      String kind = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
      int passage = path.indexOf("/passage/");
      if (passage > 0) {
        return "characters " + path.substring(passage + "/passage/".length()).replace('-', '–');
      }
      if (kind.equals("row")) {
        return "register row " + path.substring(path.lastIndexOf('/') + 1).replace('-', ' ');
      }
      return Vocabulary.words(kind) + " " + path.substring(path.indexOf('/') + 1);
    }
    return Links.shown(iri);
  }

  /** A column's name in words. */
  static String heading(String column) {
    String name =
        column.endsWith(LABEL) ? column.substring(0, column.length() - LABEL.length()) : column;
    String words = Vocabulary.words(name);
    if (words.equals("crc")) {
      return "CRC";
    }
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
