package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.DocumentTexts;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Dates;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.snapshot.Snapshot;

/**
 * What a document consists of, what it mentions, and the passages from which something was taken.
 *
 * @param snapshot the version of the graph
 * @param tables for labels
 * @param document the document
 * @param readable its text, where that is at hand
 */
record DocumentParts(
    Snapshot snapshot, Tables tables, Node document, Optional<DocumentTexts.AtHand> readable) {
  private static final String PARTS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT ?part ?type (MIN(?s) AS ?start) (MAX(?e) AS ?end) (SAMPLE(?t) AS ?title)
             (SAMPLE(?k) AS ?kind) (SAMPLE(?p) AS ?publisher) (SAMPLE(?d) AS ?date) {
        ?part dcterms:isPartOf ?document ; a ?type .
        FILTER(?type IN (crc:Section, crc:Comment))
        OPTIONAL {
          { ?part crc:evidence ?passage }
          UNION { ?claim crc:claimSubject ?part ; crc:evidence ?passage }
          ?passage crc:spanStart ?s ; crc:spanEnd ?e
        }
        OPTIONAL { ?part dcterms:title ?t }
        OPTIONAL { ?part crc:documentKind ?k }
        OPTIONAL { ?part crc:publisherName ?p }
        OPTIONAL { ?part crc:issued ?d }
      } GROUP BY ?part ?type ORDER BY ?start ?part
      """;

  private static final String MENTIONS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT ?thing ?count {
        ?claim crc:claimSubject ?document ; crc:claimProperty crc:mentions ;
          crc:claimValue ?thing ; crc:mentionCount ?count .
      } ORDER BY DESC(?count) ?thing
      """;

  /**
   * A section, or a reader's comment.
   *
   * @param start of its text, in Unicode code points
   * @param end of its text, exclusive
   * @param words its kind, publisher and date
   */
  record Part(String iri, String title, String words, int start, int end, boolean isComment) {
    boolean holds(int from, int to) {
      return start <= from && to <= end;
    }
  }

  Html html() {
    List<Part> parts = partsOf();
    Takings takings = new Takings(snapshot, tables, document);
    Passages passages = new Passages(takings, parts);
    return Html.all(
        structure(parts),
        readable.map(r -> new WholeText(r, takings, passages).html()).orElseGet(passages::html),
        mentions());
  }

  private ResultTable rows(String query) {
    return snapshot.select(Bound.to(QueryFactory.create(query), "document", document));
  }

  private List<Part> partsOf() {
    ResultTable table = rows(PARTS);
    List<Part> parts = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      String iri = String.valueOf(table.text(row, "part"));
      String start = table.text(row, "start");
      String end = table.text(row, "end");
      List<String> words = new ArrayList<>();
      for (String column : List.of("kind", "publisher", "date")) {
        String text = table.text(row, column);
        if (text != null) {
          words.add(
              column.equals("kind") ? text.replace('-', ' ') : Dates.words(text).orElse(text));
        }
      }
      String title = table.text(row, "title");
      parts.add(
          new Part(
              iri,
              title == null ? "" : title,
              String.join(", ", words),
              start == null ? 0 : Integer.parseInt(start),
              end == null ? 0 : Integer.parseInt(end),
              String.valueOf(table.text(row, "type")).endsWith("#Comment")));
    }
    return parts;
  }

  private Html structure(List<Part> parts) {
    if (parts.isEmpty()) {
      return Html.NONE;
    }
    List<Html> sections = new ArrayList<>();
    for (Part part : parts) {
      if (!part.isComment()) {
        sections.add(
            Html.of(
                "li",
                Links.to(part.iri(), part.title().isEmpty() ? "Without a title" : part.title()),
                Html.text(part.words().isEmpty() ? "" : " – " + part.words())));
      }
    }
    long comments = parts.stream().filter(Part::isComment).count();
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "parts"),
        Html.of("h2", Attributes.of("id", "parts"), "Structure"),
        sections.isEmpty() ? Html.NONE : Html.of("ol", Attributes.NONE, sections),
        comments == 0
            ? Html.NONE
            : Html.of(
                "p",
                (comments == 1 ? "One reader’s comment is" : comments + " readers’ comments are")
                    + " counted; neither who wrote them nor their words are published, but what"
                    + " they say of public bodies is."));
  }

  private Html mentions() {
    ResultTable table = rows(MENTIONS);
    if (table.rows().isEmpty()) {
      return Html.NONE;
    }
    List<Html> items = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      String thing = String.valueOf(table.text(row, "thing"));
      items.add(
          Html.of(
              "li",
              Links.to(thing, tables.label(thing)),
              Html.of("span", Attributes.of("class", "quiet"), " × " + table.text(row, "count"))));
    }
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "mentions"),
        Html.of("h2", Attributes.of("id", "mentions"), "Mentions"),
        Html.of("ul", Attributes.of("class", "columns"), items));
  }
}
