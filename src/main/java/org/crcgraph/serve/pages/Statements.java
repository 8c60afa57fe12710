package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;

/** Statements as quotations with who said them, when and where it is printed. */
final class Statements {
  private Statements() {}

  static Html list(Tables tables, ResultTable table, int most) {
    List<Html> items = new ArrayList<>();
    for (ResultTable.Row row : table.rows().stream().limit(most).toList()) {
      items.add(Html.of("li", statement(tables, table, row)));
    }
    return Html.of("ul", Attributes.of("class", "statements"), items);
  }

  private static Html statement(Tables tables, ResultTable table, ResultTable.Row row) {
    String words = table.text(row, "text");
    String speaker = table.text(row, "speaker");
    String name = table.text(row, "speakerLabel");
    String role = table.text(row, "role");
    String mode = table.text(row, "mode");
    String document = table.text(row, "document");
    String about = table.text(row, "about");
    String date = table.text(row, "date");
    List<Html> by = new ArrayList<>();
    if (speaker != null) {
      by.add(Links.to(speaker, name == null ? tables.label(speaker) : name));
    } else if (table.columns().contains("speaker")) {
      by.add(Html.text("Unnamed"));
    }
    if (role != null) {
      by.add(Html.text(role));
    }
    if (about != null) {
      by.add(
          Html.all(
              Html.text("about "),
              about.startsWith("http") ? Links.to(about, tables.label(about)) : Html.text(about)));
    }
    if (date != null) {
      by.add(Html.of("time", Attributes.of("datetime", date), date));
    }
    if ("reported".equals(mode)) {
      by.add(Html.text("reported"));
    }
    if (document != null) {
      by.add(Html.all(Html.text("in "), Links.to(document, tables.label(document))));
    }
    String statement = table.text(row, "statement");
    if (statement != null) {
      by.add(Links.to(statement, "details"));
    }
    return Html.of(
        "figure",
        Html.of(
            "blockquote",
            Html.of(
                "p",
                words == null
                    ? "The words are in the document, which may not be redistributed."
                    : words)),
        Html.of("figcaption", Html.joined(", ", by)));
  }
}
