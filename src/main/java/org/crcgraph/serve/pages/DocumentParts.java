package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.snapshot.Snapshot;

/**
 * What a document consists of and what was taken from it, in the order of its text.
 *
 * @param snapshot the version of the graph
 * @param tables for labels
 * @param document the document
 */
record DocumentParts(Snapshot snapshot, Tables tables, Node document) {
  private static final int SHOWN = 400;

  private static final String PARTS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT ?part ?type (SAMPLE(?t) AS ?title) (SAMPLE(?k) AS ?kind) (SAMPLE(?p) AS ?publisher)
             (SAMPLE(?d) AS ?date) {
        ?part dcterms:isPartOf ?document ; a ?type .
        FILTER(?type IN (crc:Section, crc:Comment))
        OPTIONAL { ?part dcterms:title ?t }
        OPTIONAL { ?part crc:documentKind ?k }
        OPTIONAL { ?part crc:publisherName ?p }
        OPTIONAL { ?part crc:issued ?d }
      } GROUP BY ?part ?type
      """;

  private static final String RECORDS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?start ?end ?subject ?type ?rule ?quote {
        ?claim prov:wasDerivedFrom ?document ; crc:claimSubject ?subject ; crc:evidence ?passage ;
          crc:rule ?rule .
        ?passage crc:spanStart ?start ; crc:spanEnd ?end .
        OPTIONAL { ?subject a ?type }
        OPTIONAL { ?passage oa:hasSelector ?selector . ?selector oa:exact ?quote }
        FILTER(?subject != ?document)
      } ORDER BY ?start ?end ?subject
      """;

  private static final String MENTIONS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT ?thing ?count {
        ?claim crc:claimSubject ?document ; crc:claimProperty crc:mentions ;
          crc:claimValue ?thing ; crc:mentionCount ?count .
      } ORDER BY DESC(?count) ?thing
      """;

  Html html() {
    return Html.all(parts(), mentions(), records());
  }

  private ResultTable rows(String query) {
    return snapshot.select(Bound.to(QueryFactory.create(query), "document", document));
  }

  private Html parts() {
    ResultTable table = rows(PARTS);
    Map<Integer, Html> sections = new TreeMap<>();
    int comments = 0;
    for (ResultTable.Row row : table.rows()) {
      String part = String.valueOf(table.text(row, "part"));
      if (String.valueOf(table.text(row, "type")).endsWith("#Comment")) {
        comments++;
        continue;
      }
      List<String> words = new ArrayList<>();
      for (String column : List.of("kind", "publisher", "date")) {
        String text = table.text(row, column);
        if (text != null) {
          words.add(text);
        }
      }
      String title = table.text(row, "title");
      sections.put(
          start(part),
          Html.of(
              "li",
              Links.to(part, title == null ? "Section at character " + start(part) : title),
              Html.text(words.isEmpty() ? "" : " – " + String.join(", ", words))));
    }
    if (sections.isEmpty() && comments == 0) {
      return Html.NONE;
    }
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "parts"),
        Html.of("h2", Attributes.of("id", "parts"), "Structure"),
        Html.of("ol", Attributes.NONE, sections.values()),
        comments == 0
            ? Html.NONE
            : Html.of(
                "p",
                comments
                    + " readers' comments follow; they are counted, and neither their authors nor"
                    + " their words are published."));
  }

  private static int start(String part) {
    String digits = part.substring(part.lastIndexOf('/') + 1);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
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

  private Html records() {
    ResultTable table = rows(RECORDS);
    Map<String, Html> items = new LinkedHashMap<>();
    for (ResultTable.Row row : table.rows()) {
      String subject = String.valueOf(table.text(row, "subject"));
      String type = table.text(row, "type");
      String kind = type == null ? "" : snapshot.vocabulary().label(type);
      if (kind.equals("section")) {
        continue;
      }
      String quote = table.text(row, "quote");
      items.putIfAbsent(
          table.text(row, "start") + " " + subject,
          Html.of(
              "li",
              Html.of("span", Attributes.of("class", "kind"), kind),
              Links.to(subject, tables.label(subject)),
              Html.of(
                  "span",
                  Attributes.of("class", "quiet"),
                  " characters " + table.text(row, "start") + "–" + table.text(row, "end")),
              quote == null ? Html.NONE : Html.of("blockquote", Html.of("p", quote))));
    }
    if (items.isEmpty()) {
      return Html.NONE;
    }
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "records"),
        Html.of("h2", Attributes.of("id", "records"), "What was taken from it"),
        Html.of(
            "ol",
            Attributes.of("class", "records"),
            items.values().stream().limit(SHOWN).toList()));
  }
}
