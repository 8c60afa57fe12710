package org.crcgraph.serve.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.snapshot.Vocabulary;

/**
 * Answers as tables for people: a thing and its label are one linked cell, dates are words. Roles
 * are written out because narrow screens show each row as a card, and some browsers take a table
 * that is not laid out as one for no table.
 */
public final class Tables {
  private static final String LABEL = "Label";

  /** Nodes without a name of their own: their page is reached by a word. */
  private static final Set<String> NAMELESS =
      Set.of("ownership", "conflict", "statement", "figure", "contract", "inspection", "claim");

  /** Columns whose title stands beside them instead of a label. */
  private static final Set<String> TITLED = Set.of("document", "inspection");

  /** Columns whose values are one word of a list, with hyphens for spaces. */
  private static final Set<String> SLUGS = Set.of("programme", "kind");

  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("crc", "CRC"),
          Map.entry("sha256", "SHA-256"),
          Map.entry("value1", "One value"),
          Map.entry("source1", "Who says so"),
          Map.entry("value2", "Other value"),
          Map.entry("source2", "Who says that"),
          Map.entry("fieldwork", "Fieldwork"),
          Map.entry("ownership", "Who says so"),
          Map.entry("agreeing", "Agree"),
          Map.entry("disagreeing", "Disagree"));

  private final Snapshot snapshot;

  /** With the names of this snapshot. */
  public Tables(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  private record Column(String name, int cell, int label) {}

  /** A table that scrolls sideways in its own frame where it is too wide. */
  public Html table(ResultTable table, String caption) {
    List<Column> columns = columns(table);
    if (columns.isEmpty() || table.rows().isEmpty()) {
      return Html.of("p", "There are none.");
    }
    List<Html> heads =
        columns.stream()
            .map(
                c ->
                    Html.of(
                        "th",
                        Attributes.of("scope", "col").and("role", "columnheader"),
                        heading(c.name())))
            .toList();
    List<Html> rows = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      List<Html> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(cell(column, row, cells.isEmpty()));
      }
      rows.add(Html.of("tr", Attributes.of("role", "row"), cells));
    }
    return framed(
        caption,
        Html.of(
            "table",
            Attributes.of("role", "table").and("class", "rows"),
            Html.of("caption", caption),
            Html.of(
                "thead",
                Attributes.of("role", "rowgroup"),
                Html.of("tr", Attributes.of("role", "row"), heads)),
            Html.of("tbody", Attributes.of("role", "rowgroup"), rows)));
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
    boolean titled = names.stream().anyMatch(TITLED::contains) && names.contains("title");
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.endsWith(LABEL)
          && names.contains(name.substring(0, name.length() - LABEL.length()))) {
        continue;
      }
      if (titled && name.equals("title")) {
        continue;
      }
      int label = names.indexOf(titled && TITLED.contains(name) ? "title" : name + LABEL);
      columns.add(new Column(name, i, label));
    }
    return columns;
  }

  private Html cell(Column column, ResultTable.Row row, boolean first) {
    Attributes attributes =
        first
            ? Attributes.of("scope", "row").and("role", "rowheader")
            : Attributes.of("role", "cell").and("data-label", heading(column.name()));
    String tag = first ? "th" : "td";
    Optional<Node> value = row.cells().get(column.cell());
    if (value.isEmpty()) {
      return Html.of(tag, attributes);
    }
    Node node = value.get();
    if (node.isLiteral() && node.getLiteralValue() instanceof Number) {
      return Html.of(tag, attributes.and("class", "number"), Numbers.words(ResultTable.text(node)));
    }
    if (node.isLiteral() && Dates.words(ResultTable.text(node)).isPresent()) {
      return Html.of(tag, attributes.and("class", "date"), Dates.time(ResultTable.text(node)));
    }
    String label =
        column.label() < 0 ? "" : row.cells().get(column.label()).map(ResultTable::text).orElse("");
    boolean isWebPage =
        column.name().equals("document") && node.isURI() && !node.getURI().startsWith(Links.BASE);
    return isWebPage // its title says less than who published it: "Blog"
        ? Html.of(
            tag,
            attributes,
            value(node, "", ""),
            label.isEmpty()
                ? Html.NONE
                : Html.of("span", Attributes.of("class", "quiet"), ": " + label))
        : Html.of(tag, attributes, value(node, label, column.name()));
  }

  private Html value(Node node, String label, String column) {
    if (!node.isURI()) {
      String text = ResultTable.text(node);
      return node.isLiteral() && node.getLiteralValue() instanceof Number
          ? Html.text(Numbers.words(text))
          : SLUGS.contains(column) ? Html.text(text.replace('-', ' ')) : Dates.time(text);
    }
    String iri = node.getURI();
    if (!label.isEmpty()) {
      return Links.to(iri, label);
    }
    if (column.equals("ownership")) {
      return Links.to(iri, "claims"); // owner and company stand in the same row
    }
    return NAMELESS.contains(column) && !isNamed(iri)
        ? Links.to(iri, "details")
        : Links.to(iri, label(iri));
  }

  private boolean isNamed(String iri) {
    return snapshot.search().label(iri) != null || snapshot.labels().of(iri).isPresent();
  }

  /** A node as a link or text. */
  public Html value(Node node) {
    return value(node, "", "");
  }

  /** What people call what an IRI names. */
  public String label(String iri) {
    Optional<String> described = snapshot.labels().of(iri);
    if (described.isPresent()) {
      return described.get(); // before the search's, which holds whole statements
    }
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
        return "characters "
            + path.substring(passage + "/passage/".length()).replace('-', '–').replace("/", ", ");
      }
      int comment = path.indexOf("/comment/");
      if (comment > 0) {
        return "reader’s comment at character " + path.substring(comment + "/comment/".length());
      }
      if (kind.equals("row")) {
        return "register row “" + path.substring(path.lastIndexOf('/') + 1).replace('-', ' ') + "”";
      }
      return Vocabulary.words(kind) + " " + path.substring(path.indexOf('/') + 1);
    }
    if (iri.startsWith(Links.BASE + "graph/")) {
      String graph = iri.substring((Links.BASE + "graph/").length());
      return graph.contains("/")
          ? graph.substring(0, graph.indexOf('/')) + ": " + label(Links.BASE + "id/" + graph)
          : graph;
    }
    return Links.shown(iri);
  }

  /** A column's name in words. */
  static String heading(String column) {
    String name =
        column.endsWith(LABEL) ? column.substring(0, column.length() - LABEL.length()) : column;
    String known = HEADINGS.get(name);
    if (known != null) {
      return known;
    }
    String words = Vocabulary.words(name);
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
