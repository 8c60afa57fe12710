package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.model.Span;
import org.crcgraph.model.TextRange;
import org.crcgraph.publish.MarkedText;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Snapshot;

/** What the graph publishes of a document: at which places something was taken, and what. */
final class Takings {
  private static final String ONTOLOGY = Links.BASE + "ontology#";

  /** Types in the order of the legend, as {@code extract --html} has them. */
  private static final List<String> TYPES =
      List.of(
          "ownership",
          "post",
          "statement",
          "inspection",
          "contract",
          "supply",
          "figure",
          "fact",
          "mention");

  private static final String RECORDS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?start ?end ?subject ?property ?value ?quote ?suffix {
        ?claim prov:wasDerivedFrom ?document ; crc:claimSubject ?subject ; crc:evidence ?passage ;
          crc:claimProperty ?property ; crc:claimValue ?value .
        ?passage oa:hasSource ?document ; crc:spanStart ?start ; crc:spanEnd ?end .
        OPTIONAL {
          ?passage oa:hasSelector ?selector . ?selector oa:exact ?quote
          OPTIONAL { ?selector oa:suffix ?suffix }
        }
      } ORDER BY ?start DESC(?end) ?subject ?property ?value
      """;

  private final Snapshot snapshot;
  private final Tables tables;
  private final Node document;
  private final NavigableMap<Span, Words> words = new TreeMap<>();
  private final NavigableMap<Span, Map<Subject, Map<String, Set<String>>>> taken = new TreeMap<>();
  private final NavigableMap<Span, String> mentions = new TreeMap<>();

  Takings(Snapshot snapshot, Tables tables, Node document) {
    this.snapshot = snapshot;
    this.tables = tables;
    this.document = document;
    read();
  }

  /** What stands at a place, and shortly after it. */
  record Words(String quote, String suffix) {}

  /** What something is said of; its type is that of the record which says it. */
  private record Subject(String type, String iri) {}

  boolean isEmpty() {
    return taken.isEmpty();
  }

  /** Where something was taken, from the beginning of the text on, longer places first. */
  Set<Span> places() {
    return taken.navigableKeySet();
  }

  /** The places whose words the graph has, with these. */
  Map<Span, Words> quoted() {
    return words;
  }

  private void read() {
    ResultTable table =
        snapshot.select(Bound.to(QueryFactory.create(RECORDS), "document", document));
    for (ResultTable.Row row : table.rows()) {
      Span place = new Span(number(table, row, "start"), number(table, row, "end"));
      String subject = text(table, row, "subject");
      String property = text(table, row, "property");
      if (property.equals(ONTOLOGY + "mentions")) {
        mentions.put(place, text(table, row, "value"));
      } else if (!subject.startsWith(document.getURI())) {
        taken
            .computeIfAbsent(place, p -> new LinkedHashMap<>())
            .computeIfAbsent(new Subject(type(subject, property), subject), s -> new TreeMap<>())
            .computeIfAbsent(property, p -> new LinkedHashSet<>())
            .add(text(table, row, "value"));
        String quote = table.text(row, "quote");
        if (quote != null) {
          words.putIfAbsent(place, new Words(quote, text(table, row, "suffix")));
        }
      }
    }
  }

  private static int number(ResultTable table, ResultTable.Row row, String column) {
    return Integer.parseInt(text(table, row, column));
  }

  private static String text(ResultTable table, ResultTable.Row row, String column) {
    String text = table.text(row, column);
    return text == null ? "" : text;
  }

  private static String type(String subject, String property) {
    String kind = SearchIndex.kind(subject);
    if (kind.startsWith("post")) {
      return "post";
    }
    if (property.equals(ONTOLOGY + "ownedBy")) {
      return "ownership";
    }
    return TYPES.contains(kind) ? kind : "fact";
  }

  /**
   * The marks of a stretch of text.
   *
   * @param around the stretch, in code points of the document
   * @param places what was taken from it
   * @param range where a part of the stretch stands in the string that is shown
   */
  List<MarkedText.Mark> marks(
      Span around, Collection<Span> places, Function<Span, TextRange> range) {
    List<MarkedText.Mark> marks = new ArrayList<>();
    for (Span place : places) {
      for (Subject subject : taken.getOrDefault(place, Map.of()).keySet()) {
        String start = "<span class=\"r " + subject.type() + "\">";
        marks.add(new MarkedText.Mark(range.apply(place), start, start, "span"));
      }
    }
    mentions
        .subMap(new Span(around.start(), Integer.MAX_VALUE), new Span(around.end(), around.end()))
        .forEach(
            (place, thing) -> {
              if (around.contains(place)) {
                String start =
                    "<a"
                        + Attributes.of("class", "r mention").and("href", Links.of(thing)).markup()
                        + ">";
                marks.add(new MarkedText.Mark(range.apply(place), start, start, "a"));
              }
            });
    return marks;
  }

  /** What was taken from the places, a line each. */
  Html records(Collection<Span> places) {
    Map<String, Html> records = new LinkedHashMap<>();
    for (Span place : places) {
      taken
          .getOrDefault(place, Map.of())
          .forEach(
              (subject, said) ->
                  records.putIfAbsent(
                      subject.type() + subject.iri(),
                      Html.of(
                          "li",
                          Attributes.of("class", subject.type()),
                          Html.of(
                              "span",
                              Attributes.of("class", "type"),
                              Html.of(
                                  "span",
                                  Attributes.of("class", "swatch").and("aria-hidden", "true")),
                              Html.text(subject.type())),
                          Html.text(" "),
                          record(subject, said))));
    }
    return Html.of("ul", Attributes.of("class", "taken"), records.values());
  }

  private Html record(Subject subject, Map<String, Set<String>> said) {
    if (subject.type().equals("statement")) {
      String speaker = names(said, "speaker");
      String role = names(said, "speakerRole");
      String about = names(said, "about");
      return Html.all(
          Links.to(
              subject.iri(),
              "by "
                  + (speaker.isEmpty() ? "an unnamed speaker" : speaker)
                  + (role.isEmpty() ? "" : ", " + role)),
          Html.text(
              (names(said, "mode").equals("reported") ? ", reported" : "")
                  + (about.isEmpty() ? "" : ", about " + about)));
    }
    if (subject.type().equals("ownership") || subject.type().equals("fact")) {
      List<Html> values = new ArrayList<>();
      said.forEach(
          (property, all) ->
              values.add(
                  Html.all(
                      Html.text(" " + snapshot.vocabulary().label(property) + " "),
                      Html.joined(", ", all.stream().map(this::value).toList()))));
      return Html.all(
          Links.to(subject.iri(), tables.label(subject.iri())), Html.joined(";", values));
    }
    return Links.to(subject.iri(), tables.label(subject.iri()));
  }

  private Html value(String value) {
    return value.startsWith("http") ? Links.to(value, tables.label(value)) : Html.text(value);
  }

  private String names(Map<String, Set<String>> said, String property) {
    return String.join(
        " and ",
        said.getOrDefault(ONTOLOGY + property, Set.of()).stream()
            .map(value -> value.startsWith("http") ? tables.label(value) : value)
            .toList());
  }

  /** Which colour is which type; without its tick a type is not shown. */
  Html legend(boolean isAtHand) {
    Map<String, Set<String>> counts = new TreeMap<>();
    taken
        .values()
        .forEach(
            subjects ->
                subjects
                    .keySet()
                    .forEach(
                        s ->
                            counts
                                .computeIfAbsent(s.type(), t -> new LinkedHashSet<>())
                                .add(s.iri())));
    List<Html> items = new ArrayList<>();
    items.add(Html.of("legend", "Show"));
    for (String type : TYPES) {
      boolean isMention = type.equals("mention");
      if (isMention ? isAtHand && !mentions.isEmpty() : counts.containsKey(type)) {
        items.add(
            Html.of(
                "label",
                Attributes.of("class", type),
                Html.of(
                    "input",
                    Attributes.of("type", "checkbox").and("id", "show-" + type).and("checked")),
                Html.of("span", Attributes.of("class", "swatch").and("aria-hidden", "true")),
                Html.text(
                    isMention ? type : type + " " + counts.getOrDefault(type, Set.of()).size())));
      }
    }
    return Html.of("fieldset", Attributes.of("class", "types"), items);
  }
}
