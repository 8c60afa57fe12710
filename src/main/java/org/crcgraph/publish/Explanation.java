package org.crcgraph.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.Bindings;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.ResultTable.Row;
import org.crcgraph.query.ShortIri;
import org.jspecify.annotations.Nullable;

/**
 * Every claim about a thing: what is said, by whom, where it stands, and who says otherwise.
 *
 * @param iri the thing
 * @param label its name
 * @param kinds what it is, by the names of its classes
 * @param topics the thing itself, then the dated relations, inspections, statements … that it is
 *     part of
 * @param conflicts where sources disagree about it
 * @param mentions the documents that name it
 */
public record Explanation(
    String iri,
    String label,
    List<String> kinds,
    List<Topic> topics,
    List<Conflict> conflicts,
    List<Mention> mentions) {
  /** The claims that bear on a thing: of itself, and of the relations that it is part of. */
  private static final String ABOUT =
      """
      PREFIX adms: <http://www.w3.org/ns/adms#>
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT %s WHERE {
        {
          SELECT DISTINCT ?claim ?subject WHERE {
            { ?claim crc:claimSubject ?thing BIND(?thing AS ?subject) }
            UNION {
              ?naming crc:claimValue ?thing ; crc:claimSubject ?subject .
              ?subject a ?type .
              VALUES ?type {
                crc:Ownership crc:ParentLink crc:Contract crc:PostHolding crc:Inspection crc:Supply
                crc:Figure crc:Statement adms:Identifier
              }
              ?claim crc:claimSubject ?subject .
            }
          }
        }
        %s
      }
      %s
      """;

  private static final String CLAIMS =
      ABOUT.formatted(
          """
          ?claim ?subject ?property ?value (MIN(?subjectClass) AS ?subjectKind)
          (MIN(?propertyText) AS ?propertyLabel) (MIN(STR(?valueText)) AS ?valueLabel)
          (MIN(STR(?standingText)) AS ?standing) (MIN(?ruleText) AS ?rule)
          (MIN(STR(?said)) AS ?saidOn) (MIN(STR(?sure)) AS ?confidence)
          """,
          """
          ?claim crc:claimProperty ?property ; crc:claimValue ?value .
          OPTIONAL {
            ?subject a ?class .
            ?class rdfs:label ?className .
            FILTER(STRSTARTS(STR(?class), STR(crc:)) || ?class = adms:Identifier)
            BIND(STR(?className) AS ?subjectClass)
          }
          OPTIONAL { ?property rdfs:label ?propertyName BIND(STR(?propertyName) AS ?propertyText) }
          OPTIONAL { ?value rdfs:label ?valueText }
          OPTIONAL { ?claim crc:standing/rdfs:label ?standingText }
          OPTIONAL { ?claim crc:rule ?ruleText }
          OPTIONAL { ?claim crc:saidOn ?said }
          OPTIONAL { ?claim crc:confidence ?sure }
          """,
          "GROUP BY ?claim ?subject ?property ?value ORDER BY ?subject ?property ?value ?claim");

  private static final String SOURCES =
      ABOUT.formatted(
          "DISTINCT ?claim ?source ?title ?publisher",
          """
          ?claim prov:wasDerivedFrom ?source .
          OPTIONAL { ?source dcterms:title ?titleText }
          OPTIONAL { ?source rdfs:label ?labelText }
          BIND(STR(COALESCE(?titleText, ?labelText)) AS ?title)
          OPTIONAL { ?source crc:publisherName ?publisher }
          """,
          "ORDER BY ?claim ?source");

  private static final String EVIDENCE =
      ABOUT.formatted(
          "DISTINCT ?claim ?evidence ?file ?line ?start ?end ?page ?exact ?before ?after ?note",
          """
          ?claim crc:evidence ?evidence .
          OPTIONAL { ?evidence crc:file ?file ; crc:line ?line }
          OPTIONAL { ?evidence crc:note ?noteText BIND(STR(?noteText) AS ?note) }
          OPTIONAL { ?evidence crc:spanStart ?start ; crc:spanEnd ?end }
          OPTIONAL { ?evidence crc:pageNumber ?page }
          OPTIONAL {
            ?evidence oa:hasSelector ?selector .
            ?selector oa:exact ?exact .
            OPTIONAL { ?selector oa:prefix ?before }
            OPTIONAL { ?selector oa:suffix ?after }
          }
          """,
          "ORDER BY ?claim ?start ?evidence");

  private static final String SELF =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?label ?kind WHERE {
        { ?thing rdfs:label ?name BIND(STR(?name) AS ?label) }
        UNION
        { ?thing a ?class . ?class rdfs:label ?className BIND(STR(?className) AS ?kind) }
      }
      ORDER BY ?label ?kind
      """;

  private static final String CONFLICTS =
      """
      PREFIX adms: <http://www.w3.org/ns/adms#>
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?conflict ?property (MIN(STR(?propertyName)) AS ?propertyLabel)
             (MIN(?reason) AS ?resolution) WHERE {
        ?conflict a crc:Conflict ; crc:conflictSubject ?subject ; crc:conflictProperty ?property .
        OPTIONAL { ?conflict crc:resolution ?reason }
        OPTIONAL { ?property rdfs:label ?propertyName }
        FILTER(?subject = ?thing || EXISTS {
          ?naming crc:claimSubject ?subject ; crc:claimValue ?thing .
          ?subject a ?type .
          VALUES ?type {
            crc:Ownership crc:ParentLink crc:Contract crc:PostHolding crc:Inspection crc:Supply
            crc:Figure crc:Statement adms:Identifier
          }
        })
      }
      GROUP BY ?conflict ?property
      ORDER BY ?property ?conflict
      """;

  private static final String CONFLICT_VALUES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?chosen ?value (MIN(STR(?valueText)) AS ?valueLabel)
             (GROUP_CONCAT(DISTINCT STR(?source); separator=" ") AS ?sources) WHERE {
        { ?thing crc:chosenClaim ?claim BIND(true AS ?chosen) }
        UNION
        { ?thing crc:rejectedClaim ?claim BIND(false AS ?chosen) }
        ?claim crc:claimValue ?value .
        OPTIONAL { ?value rdfs:label ?valueText }
        OPTIONAL { ?claim prov:wasDerivedFrom ?source }
      }
      GROUP BY ?chosen ?value
      ORDER BY DESC(?chosen) ?value
      """;

  private static final String MENTIONS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?document (MIN(STR(COALESCE(?titleText, ?labelText))) AS ?title)
             (MAX(?number) AS ?count) WHERE {
        ?claim crc:claimProperty crc:mentions ; crc:claimValue ?thing ; crc:claimSubject ?document .
        OPTIONAL { ?claim crc:mentionCount ?number }
        OPTIONAL { ?document dcterms:title ?titleText }
        OPTIONAL { ?document rdfs:label ?labelText }
      }
      GROUP BY ?document
      ORDER BY DESC(?count) ?document
      """;

  public Explanation {
    kinds = List.copyOf(kinds);
    topics = List.copyOf(topics);
    conflicts = List.copyOf(conflicts);
    mentions = List.copyOf(mentions);
  }

  /**
   * What the claims are about: the thing itself or a relation that it is part of.
   *
   * @param iri the thing or relation
   * @param heading what it is, for people
   * @param told what is said of it
   */
  public record Topic(String iri, String heading, List<Told> told) {
    public Topic {
      told = List.copyOf(told);
    }
  }

  /**
   * One claim.
   *
   * @param property its name, for people
   * @param value its value, for people
   * @param standing chosen, not chosen, extracted …
   * @param saidOn when the source said so, or null
   * @param rule the rule that made the claim
   * @param sources who says so
   * @param places where it stands
   */
  public record Told(
      String property,
      String value,
      String standing,
      @Nullable String saidOn,
      String rule,
      List<Said> sources,
      List<Where> places) {
    public Told {
      sources = List.copyOf(sources);
      places = List.copyOf(places);
    }

    /** Whether another value was chosen, or no source was found. */
    public boolean isDoubted() {
      return standing.equals("not chosen") || standing.equals("unsourced");
    }
  }

  /** A source: its IRI, and its title where it has one. */
  public record Said(String iri, @Nullable String title) {}

  /**
   * The place of a claim.
   *
   * @param place {@code FILE:LINE} of a register row, or the code points of a passage
   * @param quote the passage, or null where the text is not at hand
   * @param before what stands before it, or empty
   * @param after what stands after it, or empty
   * @param note the note of a register row, or null
   */
  public record Where(
      String place, @Nullable String quote, String before, String after, @Nullable String note) {}

  /** Claims that cannot all be true, and how one was chosen. */
  public record Conflict(String property, String resolution, List<Side> sides) {
    public Conflict {
      sides = List.copyOf(sides);
    }
  }

  /** One of the values of a conflict with its sources. */
  public record Side(boolean chosen, String value, List<String> sources) {
    public Side {
      sources = List.copyOf(sources);
    }
  }

  /** A document that names the thing. */
  public record Mention(String document, String title, int count) {}

  /** Whether the graph says anything of the thing. */
  public boolean isEmpty() {
    return topics.isEmpty() && mentions.isEmpty() && kinds.isEmpty();
  }

  /** Gathers what is said about a thing. */
  public static Explanation of(String iri, GraphSource graph) {
    return new Gathering(iri, graph).explanation();
  }

  /** Runs the queries about one thing and puts their rows together. */
  private record Gathering(String iri, GraphSource graph) {
    Explanation explanation() {
      List<String> labels = new ArrayList<>();
      List<String> kinds = new ArrayList<>();
      ResultTable self = run(SELF, iri);
      for (Row row : self.rows()) {
        add(labels, self.text(row, "label"));
        add(kinds, self.text(row, "kind"));
      }
      return new Explanation(
          iri,
          labels.isEmpty() ? ShortIri.of(iri) : labels.get(0),
          kinds,
          topics(),
          conflicts(),
          mentions());
    }

    private static void add(List<String> list, @Nullable String text) {
      if (text != null && !list.contains(text)) {
        list.add(text);
      }
    }

    private ResultTable run(String query, String thing) {
      return graph.read(
          Bindings.bind(QueryFactory.create(query), "thing", NodeFactory.createURI(thing)),
          running -> ResultTable.of(running.select()));
    }

    private List<Topic> topics() {
      Map<String, List<Said>> sources = sources();
      Map<String, List<Where>> places = places();
      Map<String, List<Told>> bySubject = new TreeMap<>();
      Map<String, String> kinds = new LinkedHashMap<>();
      ResultTable table = run(CLAIMS, iri);
      for (Row row : table.rows()) {
        String subject = text(table, row, "subject");
        String claim = text(table, row, "claim");
        String kind = table.text(row, "subjectKind");
        kinds.putIfAbsent(subject, kind == null ? kindOf(subject) : kind);
        bySubject
            .computeIfAbsent(subject, s -> new ArrayList<>())
            .add(
                new Told(
                    property(table, row),
                    value(table, row),
                    text(table, row, "standing"),
                    table.text(row, "saidOn"),
                    text(table, row, "rule"),
                    sources.getOrDefault(claim, List.of()),
                    places.getOrDefault(claim, List.of())));
      }
      List<Topic> topics = new ArrayList<>();
      bySubject.forEach(
          (subject, told) ->
              topics.add(
                  new Topic(
                      subject,
                      subject.equals(iri) ? "facts" : heading(kinds.get(subject), told),
                      ordered(told))));
      topics.sort(
          Comparator.comparing((Topic topic) -> !topic.iri().equals(iri))
              .thenComparing(Topic::heading)
              .thenComparing(Topic::iri));
      return topics;
    }

    private static List<Told> ordered(List<Told> told) {
      return told.stream()
          .sorted(
              Comparator.comparing(Told::property)
                  .thenComparing(Told::isDoubted)
                  .thenComparing(Told::value))
          .toList();
    }

    private static String kindOf(String subject) {
      String id = ShortIri.of(subject);
      int slash = id.indexOf('/');
      return slash < 0 ? id : id.substring(0, slash).replace('-', ' ');
    }

    /** "ownership: Working Links, Wales CRC, 2015-02-01 to 2019-02-14". */
    private static String heading(@Nullable String kind, List<Told> told) {
      List<String> parts = new ArrayList<>();
      for (String property :
          List.of(
              "owner",
              "owned",
              "child",
              "parent",
              "person",
              "post",
              "organisation",
              "supplier",
              "customer",
              "buyer",
              "inspected",
              "title",
              "published",
              "speaker",
              "about",
              "indicator",
              "scheme")) {
        first(told, property).filter(value -> !parts.contains(value)).ifPresent(parts::add);
      }
      String from = first(told, "from").orElse("");
      String to = first(told, "to").orElse("");
      if (!from.isEmpty() || !to.isEmpty()) {
        parts.add(from.isEmpty() ? "to " + to : to.isEmpty() ? "from " + from : from + " to " + to);
      }
      return kind + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static java.util.Optional<String> first(List<Told> told, String property) {
      return told.stream()
          .filter(t -> t.property().equals(property) && !t.isDoubted())
          // What only agrees may be less precise than what was chosen.
          .sorted(Comparator.comparing(t -> !t.standing().equals("chosen")))
          .map(Told::value)
          .findFirst();
    }

    private Map<String, List<Said>> sources() {
      Map<String, List<Said>> sources = new TreeMap<>();
      ResultTable table = run(SOURCES, iri);
      for (Row row : table.rows()) {
        String title = table.text(row, "title");
        String publisher = table.text(row, "publisher");
        sources
            .computeIfAbsent(text(table, row, "claim"), c -> new ArrayList<>())
            .add(
                new Said(
                    text(table, row, "source"),
                    title == null || publisher == null ? title : publisher + ": " + title));
      }
      return sources;
    }

    private Map<String, List<Where>> places() {
      Map<String, List<Where>> places = new TreeMap<>();
      ResultTable table = run(EVIDENCE, iri);
      for (Row row : table.rows()) {
        places
            .computeIfAbsent(text(table, row, "claim"), c -> new ArrayList<>())
            .add(
                new Where(
                    place(table, row),
                    table.text(row, "exact"),
                    text(table, row, "before"),
                    text(table, row, "after"),
                    table.text(row, "note")));
      }
      return places;
    }

    private static String place(ResultTable table, Row row) {
      String file = table.text(row, "file");
      if (file != null) {
        return file + ":" + text(table, row, "line");
      }
      String start = table.text(row, "start");
      if (start == null) {
        return ShortIri.of(text(table, row, "evidence"));
      }
      String page = table.text(row, "page");
      return (page == null ? "" : "page " + page + ", ")
          + "characters "
          + start
          + "–"
          + text(table, row, "end");
    }

    private List<Conflict> conflicts() {
      List<Conflict> conflicts = new ArrayList<>();
      ResultTable table = run(CONFLICTS, iri);
      for (Row row : table.rows()) {
        ResultTable values = run(CONFLICT_VALUES, text(table, row, "conflict"));
        List<Side> sides = new ArrayList<>();
        for (Row side : values.rows()) {
          sides.add(
              new Side(
                  "true".equals(values.text(side, "chosen")),
                  value(values, side),
                  List.of(text(values, side, "sources").split(" "))));
        }
        conflicts.add(new Conflict(property(table, row), text(table, row, "resolution"), sides));
      }
      return conflicts;
    }

    private List<Mention> mentions() {
      List<Mention> mentions = new ArrayList<>();
      ResultTable table = run(MENTIONS, iri);
      for (Row row : table.rows()) {
        String count = table.text(row, "count");
        mentions.add(
            new Mention(
                text(table, row, "document"),
                text(table, row, "title"),
                count == null ? 1 : Integer.parseInt(count)));
      }
      return mentions;
    }

    private static String property(ResultTable table, Row row) {
      String iri = ShortIri.of(text(table, row, "property"));
      return switch (iri) {
        case "rdfs:label" -> "name";
        case "skos:altLabel" -> "also called";
        case "skos:notation" -> "identifier";
        case "org:member" -> "person";
        case "org:organization" -> "organisation";
        default -> {
          String label = table.text(row, "propertyLabel");
          yield label == null ? iri.replaceFirst("^\\w+:", "") : label;
        }
      };
    }

    private static String value(ResultTable table, Row row) {
      String label = table.text(row, "valueLabel");
      return label == null ? ShortIri.of(text(table, row, "value")) : label;
    }

    private static String text(ResultTable table, Row row, String column) {
      String text = table.text(row, column);
      return text == null ? "" : text;
    }
  }
}
