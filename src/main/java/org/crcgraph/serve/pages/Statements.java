package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Dates;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.snapshot.Labels;
import org.jspecify.annotations.Nullable;

/** Statements as quotations with who said them, when and where it is printed. */
final class Statements {
  static final String NOT_AT_HAND =
      "The words are in the document, which belongs to its publisher and was not given to this"
          + " build of the graph.";

  private static final int OPEN = 10;
  private static final int LONG = 700;
  private static final int SHOWN = 500;

  private Statements() {}

  /** One row of the answer for each thing a statement is about: one item for them all. */
  private record Said(ResultTable.Row row, Set<String> about, Set<String> documents) {}

  static Html list(Tables tables, ResultTable table, int most) {
    Map<String, Said> statements = new LinkedHashMap<>();
    for (ResultTable.Row row : table.rows()) {
      Said said =
          statements.computeIfAbsent(
              String.valueOf(table.text(row, "statement")),
              s -> new Said(row, new LinkedHashSet<>(), new LinkedHashSet<>()));
      add(said.about(), table.text(row, "about"));
      add(said.documents(), table.text(row, "document"));
    }
    List<Html> items = new ArrayList<>();
    for (Said said : statements.values().stream().limit(most).toList()) {
      items.add(Html.of("li", statement(tables, table, said)));
    }
    Attributes list = Attributes.of("class", "statements");
    if (items.size() <= OPEN + 2) {
      return Html.of("ul", list, items);
    }
    return Html.all(
        Html.of("ul", list, items.subList(0, OPEN)),
        Html.of(
            "details",
            Html.of("summary", items.size() - OPEN + " more"),
            Html.of("ul", list, items.subList(OPEN, items.size()))));
  }

  private static void add(Set<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }

  private static Html statement(Tables tables, ResultTable table, Said said) {
    ResultTable.Row row = said.row();
    String words = table.text(row, "text");
    String speaker = table.text(row, "speaker");
    String name = table.text(row, "speakerLabel");
    String role = table.text(row, "role");
    String date = table.text(row, "date");
    boolean isLong = words != null && words.length() > LONG;
    List<Html> by = new ArrayList<>();
    if (speaker != null) {
      by.add(Links.to(speaker, name == null ? tables.label(speaker) : name));
    } else if (table.columns().contains("speaker")) {
      by.add(Html.text("Unnamed"));
    }
    if (role != null) {
      by.add(Html.text(role));
    }
    if (!said.about().isEmpty()) {
      by.add(Html.all(Html.text("about "), links(tables, said.about())));
    }
    if (date != null) {
      by.add(Dates.time(date));
    }
    if ("reported".equals(table.text(row, "mode"))) {
      by.add(Html.text("reported"));
    }
    if (!said.documents().isEmpty()) {
      by.add(Html.all(Html.text("in "), links(tables, said.documents())));
    }
    String statement = table.text(row, "statement");
    if (statement != null) {
      by.add(Links.to(statement, isLong ? "the whole statement" : "details"));
    }
    return Html.of(
        "figure",
        words == null
            ? Html.of("p", Attributes.of("class", "quiet"), NOT_AT_HAND)
            : Html.of(
                "blockquote",
                Html.of(
                    "p",
                    Attributes.of("class", "text"),
                    isLong ? Labels.shortened(words, SHOWN) : words)),
        Html.of("figcaption", Html.joined(", ", by)));
  }

  private static Html links(Tables tables, Set<String> values) {
    return Html.joined(
        " and ",
        values.stream()
            .map(v -> v.startsWith("http") ? Links.to(v, tables.label(v)) : Html.text(v))
            .toList());
  }
}
