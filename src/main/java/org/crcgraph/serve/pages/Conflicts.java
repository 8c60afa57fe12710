package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.snapshot.Snapshot;

/**
 * Where sources disagree: both values one under the other with who says them, and what decided. As
 * a table it would be wider than any screen.
 *
 * @param snapshot the version of the graph
 * @param tables for labels
 */
record Conflicts(Snapshot snapshot, Tables tables) {
  /**
   * The rows of the stored query {@code conflicting-claims}.
   *
   * @param heading element of the headings, one level below the page's or section's
   */
  Html list(ResultTable table, String heading) {
    List<Html> items = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      items.add(Html.of("li", conflict(table, row, heading)));
    }
    return Html.of("ul", Attributes.of("class", "conflicts"), items);
  }

  private Html conflict(ResultTable table, ResultTable.Row row, String heading) {
    String subject = String.valueOf(table.text(row, "subject"));
    String label = table.text(row, "subjectLabel");
    String property = String.valueOf(table.text(row, "property"));
    String resolution = table.text(row, "resolution");
    String conflict = table.text(row, "conflict");
    return Html.all(
        Html.of(
            heading,
            Links.to(subject, label == null ? tables.label(subject) : label),
            Html.text(": " + snapshot.vocabulary().label(property))),
        Html.of(
            "dl",
            side(table, row, "value1", "sources1", "source1"),
            side(table, row, "value2", "sources2", "source2")),
        resolution == null
            ? Html.NONE
            : Html.of(
                "p",
                Html.text(resolution),
                conflict == null
                    ? Html.NONE
                    : Html.all(Html.text(" "), Links.to(conflict, "Details"))));
  }

  private Html side(
      ResultTable table, ResultTable.Row row, String value, String sources, String source) {
    Optional<Node> node = row.cells().get(table.columns().indexOf(value));
    String all = table.text(row, sources);
    String one = table.text(row, source);
    String listed = all == null || all.isBlank() ? one : all;
    List<Html> links = new ArrayList<>();
    if (listed != null) {
      for (String iri : listed.split(" ")) {
        String sort = snapshot.labels().kindOfSource(iri);
        links.add(
            Html.all(
                Links.to(iri, tables.label(iri)),
                Html.text(sort.isEmpty() ? "" : " (" + sort + ")")));
      }
    }
    return Html.of(
        "div",
        Html.of("dt", node.map(tables::value).orElse(Html.text("?"))),
        Html.of("dd", links.isEmpty() ? Html.text("no source") : Html.joined(", ", links)));
  }
}
