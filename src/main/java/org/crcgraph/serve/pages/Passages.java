package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.model.TextRange;
import org.crcgraph.publish.MarkedText;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a document that carry published claims, in the order of its text, marked by type.
 *
 * <p>Why not the whole text, as {@code extract --html} shows it to the one who holds the document:
 * the text belongs to its publisher; it names offenders and victims; and the comments under it name
 * and quote private people. So a page shows only what the graph publishes, the quotation that is
 * evidence of a claim, under the heading of the section where it stands. Passages that lie close
 * together in one section are joined by the few words between them; nothing is added before or
 * after, and in comments not even between, where signatures stand.
 */
final class Passages {
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
  private final List<DocumentParts.Part> parts;
  private final Map<Place, Words> words = new TreeMap<>();
  private final Map<Place, Map<Subject, Map<String, Set<String>>>> taken = new TreeMap<>();
  private final Map<Place, String> mentions = new TreeMap<>();

  Passages(Snapshot snapshot, Tables tables, Node document, List<DocumentParts.Part> parts) {
    this.snapshot = snapshot;
    this.tables = tables;
    this.document = document;
    this.parts = parts;
  }

  /**
   * A place in the text, longer ones before shorter ones that begin with them.
   *
   * @param start in Unicode code points
   * @param end exclusive
   */
  private record Place(int start, int end) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byStart = Integer.compare(start, other.start);
      return byStart != 0 ? byStart : Integer.compare(other.end, end);
    }
  }

  /** What stands at a place, and shortly after it. */
  private record Words(String quote, String suffix) {}

  /** What something is said of; its type is that of the record which says it. */
  private record Subject(String type, String iri) {}

  /** Passages that overlap or nearly touch, with their words, if they are at hand. */
  private static final class Run {
    private final int start;
    private int end;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    private Run(int start) {
      this.start = start;
      this.end = start;
    }

    /** Adds what of the words lies beyond the end, which must not be behind their start. */
    private void add(int from, int to, String quote) {
      if (to > end) {
        text.append(quote.substring(quote.offsetByCodePoints(0, end - from)));
        end = to;
      }
    }

    private TextRange range(int from, int to) {
      String all = text.toString();
      return new TextRange(
          all.offsetByCodePoints(0, from - start), all.offsetByCodePoints(0, to - start));
    }
  }

  Html html() {
    read();
    if (taken.isEmpty()) {
      return Html.NONE;
    }
    boolean isAtHand = !words.isEmpty();
    List<Html> contents = new ArrayList<>();
    contents.add(Html.of("h2", Attributes.of("id", "records"), "What was taken from it"));
    contents.add(
        isAtHand
            ? Html.of(
                "p",
                Attributes.of("class", "quiet"),
                "Passages that carry a published claim, in the order of the text. What lies between"
                    + " them is not published.")
            : Html.of(
                "p",
                Attributes.of("class", "notice"),
                "The text is not at hand: it belongs to its publisher and was not given to this"
                    + " build of the graph. Places are counted in characters from its beginning;"
                    + " who holds the document finds the words there, and a build with it shows"
                    + " the passages here."));
    contents.add(legend(isAtHand));
    List<Html> items = new ArrayList<>();
    Optional<DocumentParts.Part> at = Optional.empty();
    for (Run run : isAtHand ? runs() : places()) {
      Optional<DocumentParts.Part> part = partOf(run.start, run.end);
      if (!heading(part).equals(heading(at)) || items.isEmpty()) {
        contents.add(list(items));
        items.clear();
        contents.add(Html.of("h3", heading(part)));
        at = part;
      }
      items.add(item(run));
    }
    contents.add(list(items));
    return Html.of("section", Attributes.of("aria-labelledby", "records"), contents);
  }

  private static Html list(List<Html> items) {
    return items.isEmpty()
        ? Html.NONE
        : Html.of("ol", Attributes.of("class", "passages"), List.copyOf(items));
  }

  private void read() {
    ResultTable table =
        snapshot.select(Bound.to(QueryFactory.create(RECORDS), "document", document));
    for (ResultTable.Row row : table.rows()) {
      Place place = new Place(number(table, row, "start"), number(table, row, "end"));
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

  private List<Run> places() {
    List<Run> runs = new ArrayList<>();
    for (Place place : taken.keySet()) {
      Run run = new Run(place.start());
      run.end = place.end();
      run.places.add(place);
      runs.add(run);
    }
    return runs;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    @Nullable Run run = null;
    String after = "";
    for (Map.Entry<Place, Words> entry : words.entrySet()) {
      Place place = entry.getKey();
      if (run == null || !reaches(run, after, place)) {
        run = new Run(place.start());
        runs.add(run);
      } else if (place.start() > run.end) {
        run.add(run.end, place.start(), cut(after, place.start() - run.end));
      }
      if (place.end() > run.end) {
        after = entry.getValue().suffix();
      }
      run.add(place.start(), place.end(), entry.getValue().quote());
      run.places.add(place);
    }
    return runs;
  }

  private static String cut(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  /** Whether a passage overlaps the run, or the words between them are known and no comment's. */
  private boolean reaches(Run run, String after, Place place) {
    int gap = place.start() - run.end;
    return gap <= 0
        || (gap <= after.codePointCount(0, after.length())
            && partOf(run.start, place.end()).filter(part -> !part.isComment()).isPresent()
            && partOf(run.start, place.end()).equals(partOf(run.start, run.end))
            && partOf(run.start, place.end()).equals(partOf(place.start(), place.end())));
  }

  /** The smallest section or comment that holds a place. */
  private Optional<DocumentParts.Part> partOf(int start, int end) {
    return parts.stream()
        .filter(part -> part.holds(start, end))
        .min(Comparator.comparingInt(part -> part.end() - part.start()));
  }

  private static String heading(Optional<DocumentParts.Part> part) {
    if (part.isEmpty()) {
      return "Outside any section";
    }
    if (part.get().isComment()) {
      return "In a reader’s comment";
    }
    return part.get().title().isEmpty()
        ? part.get().words().isEmpty() ? "Section without a title" : part.get().words()
        : part.get().title();
  }

  private Html item(Run run) {
    Attributes attributes = Attributes.of("id", "at-" + run.start);
    Html place =
        Html.of("span", Attributes.of("class", "quiet"), "Characters " + run.start + "–" + run.end);
    if (run.text.length() == 0) {
      return Html.of("li", attributes, place, records(run));
    }
    return Html.of(
        "li",
        attributes,
        Html.of("blockquote", Html.of("p", Attributes.of("class", "text"), marked(run))),
        records(run),
        place);
  }

  private Html marked(Run run) {
    List<MarkedText.Mark> marks = new ArrayList<>();
    for (Place place : run.places) {
      taken
          .getOrDefault(place, Map.of())
          .keySet()
          .forEach(
              subject -> {
                String start = "<span class=\"r " + subject.type() + "\">";
                marks.add(
                    new MarkedText.Mark(
                        run.range(place.start(), place.end()), start, start, "span"));
              });
    }
    mentions.forEach(
        (place, thing) -> {
          if (place.start() >= run.start && place.end() <= run.end) {
            String start =
                "<a"
                    + Attributes.of("class", "r mention").and("href", Links.of(thing)).markup()
                    + ">";
            marks.add(
                new MarkedText.Mark(run.range(place.start(), place.end()), start, start, "a"));
          }
        });
    return new Html(MarkedText.html(run.text.toString(), marks));
  }

  private Html records(Run run) {
    Map<String, Html> records = new LinkedHashMap<>();
    for (Place place : run.places) {
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
  private Html legend(boolean isAtHand) {
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
