package org.crcgraph.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.graph.Terms;
import org.crcgraph.query.Answer;
import org.crcgraph.query.Argument;
import org.crcgraph.query.EntityNames;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.ShortIri;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.query.StoredQuery.Filled;
import org.jspecify.annotations.Nullable;

/**
 * Who owned which CRC: the rows of the stored query, each with its sources and with who says
 * otherwise.
 *
 * @param on the day asked about, or null for every period
 * @param rows the rows of the day, or all of them
 * @param periods the rows of every period, for the timeline
 */
public record OwnershipReport(@Nullable String on, List<Row> rows, List<Row> periods) {
  /** Name of the report and of the stored query that it rests on. */
  public static final String NAME = "who-owns-which-crc";

  private static final String SOURCES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?period ?source (MIN(?name) AS ?title) (MIN(STR(?address)) AS ?url) WHERE {
        ?period a crc:ControlPeriod ; prov:wasDerivedFrom ?relation .
        ?claim crc:claimSubject|crc:supports ?relation ; prov:wasDerivedFrom ?source .
        FILTER NOT EXISTS { ?claim crc:standing crc:Contested }
        OPTIONAL { ?source dcterms:title ?titleText }
        OPTIONAL { ?source rdfs:label ?labelText }
        OPTIONAL { ?source crc:publisherName ?publisher }
        BIND(STR(COALESCE(?titleText, ?labelText)) AS ?titled)
        BIND(COALESCE(CONCAT(STR(?publisher), ": ", ?titled), ?titled) AS ?name)
        OPTIONAL { ?source dcterms:source ?address }
      }
      GROUP BY ?period ?source
      ORDER BY ?period ?source
      """;

  private static final String DISPUTES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?period ?relation ?type ?property ?value (MIN(?valueName) AS ?valueLabel) ?source
             (MIN(?name) AS ?title) (MIN(STR(?address)) AS ?url) (MIN(STR(?said)) AS ?saidOn)
      WHERE {
        ?period a crc:ControlPeriod ; prov:wasDerivedFrom ?relation .
        ?claim crc:disputes ?relation ;
          crc:claimProperty ?property ;
          crc:claimValue ?value ;
          prov:wasDerivedFrom ?source .
        ?relation a ?type .
        VALUES ?type { crc:Ownership crc:ParentLink }
        OPTIONAL { ?period crc:from ?from }
        OPTIONAL { ?period crc:to ?to }
        OPTIONAL { ?relation crc:from ?relationFrom }
        OPTIONAL { ?relation crc:to ?relationTo }
        # An end of a parent link that is not this period's is not contested here.
        FILTER(?type = crc:Ownership || ?property != crc:from
          || COALESCE(STR(?from) = STR(?relationFrom), false))
        FILTER(?type = crc:Ownership || ?property != crc:to
          || COALESCE(STR(?to) = STR(?relationTo), false))
        OPTIONAL { ?claim crc:saidOn ?said }
        OPTIONAL { ?value rdfs:label ?valueText BIND(STR(?valueText) AS ?valueName) }
        OPTIONAL { ?source dcterms:title ?titleText }
        OPTIONAL { ?source rdfs:label ?labelText }
        OPTIONAL { ?source crc:publisherName ?publisher }
        BIND(STR(COALESCE(?titleText, ?labelText)) AS ?titled)
        BIND(COALESCE(CONCAT(STR(?publisher), ": ", ?titled), ?titled) AS ?name)
        OPTIONAL { ?source dcterms:source ?address }
      }
      GROUP BY ?period ?relation ?type ?property ?value ?source
      ORDER BY ?period ?relation ?property ?value ?source
      """;

  private static final String ULTIMATE_FROM = "ultimate owner since";
  private static final String ULTIMATE_TO = "ultimate owner until";

  public OwnershipReport {
    rows = List.copyOf(rows);
    periods = List.copyOf(periods);
  }

  /**
   * A thing of the graph.
   *
   * @param iri its IRI
   * @param label its name
   */
  public record Thing(String iri, String label) {
    /** {@code KIND/SLUG}. */
    public String id() {
      return ShortIri.of(iri);
    }
  }

  /**
   * A web page or document on which something rests.
   *
   * @param iri its IRI in the graph
   * @param url where it can be read
   * @param title its title, or null
   */
  public record Source(String iri, String url, @Nullable String title) {
    /** Its title, or the address without what every address has. */
    public String name() {
      return title == null ? url.replaceFirst("^https?://(www\\.)?", "") : title;
    }
  }

  /**
   * Who says otherwise.
   *
   * @param cell the cell that is contested
   * @param property local name of the property
   * @param value what is said instead, as people read it
   * @param saidOn when, as precise as known, or null
   * @param sources who says so
   */
  public record Otherwise(
      Cell cell, String property, String value, @Nullable String saidOn, List<Source> sources) {
    public Otherwise {
      sources = List.copyOf(sources);
    }

    private boolean saysTheSameAs(Otherwise other) {
      return property.equals(other.property)
          && value.equals(other.value)
          && Objects.equals(saidOn, other.saidOn);
    }

    private Otherwise with(List<Source> more) {
      List<Source> all = new ArrayList<>(sources);
      all.addAll(more);
      return new Otherwise(cell, property, value, saidOn, all);
    }
  }

  /** The cells that can be contested. */
  public enum Cell {
    OWNER,
    ULTIMATE_OWNER,
    FROM,
    TO,
    ROW;

    static Cell of(String property) {
      return switch (property) {
        case "owner", "role" -> OWNER;
        case "parent", ULTIMATE_FROM, ULTIMATE_TO -> ULTIMATE_OWNER;
        case "from" -> FROM;
        case "to" -> TO;
        default -> ROW;
      };
    }
  }

  /**
   * A company, its owner and its ultimate owner for a time.
   *
   * @param from since when the owner had it: ISO 8601 as precise as the source, or null where not
   *     known
   * @param to until when the owner had it: ISO 8601 as precise as the source, or null where not
   *     known or open
   * @param ultimateFrom since when this ultimate owner stood behind this owner, likewise
   * @param ultimateTo until when this ultimate owner stood behind this owner, likewise
   * @param agreeing number of claims that support it
   * @param disagreeing number of claims that contradict it
   */
  public record Row(
      Thing crc,
      String area,
      Thing owner,
      String role,
      Thing ultimateOwner,
      @Nullable String from,
      @Nullable String to,
      @Nullable String ultimateFrom,
      @Nullable String ultimateTo,
      int agreeing,
      int disagreeing,
      List<Source> sources,
      List<Otherwise> otherwise) {
    public Row {
      sources = List.copyOf(sources);
      otherwise = List.copyOf(otherwise);
    }

    /** Whether the ultimate owner stood behind the owner for a part of the owner's time only. */
    boolean changedBehindTheOwner() {
      return !Objects.equals(from, ultimateFrom) || !Objects.equals(to, ultimateTo);
    }

    /** Who says otherwise about one cell. */
    public List<Otherwise> otherwise(Cell cell) {
      return otherwise.stream().filter(o -> o.cell() == cell).toList();
    }
  }

  /** The report, or what is wrong with the day. */
  public sealed interface Result {
    /** The report. */
    record Made(OwnershipReport report) implements Result {}

    /** It cannot be made. */
    record Refused(List<String> problems) implements Result {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Makes the report.
   *
   * @param on the day asked about, or null for every period
   */
  public static Result of(GraphSource graph, StoredQueries queries, @Nullable String on) {
    StoredQuery query =
        queries
            .find(NAME)
            .orElseThrow(
                () -> new IllegalStateException("the stored query " + NAME + " is broken"));
    EntityNames names = EntityNames.of(graph);
    List<Argument> day = on == null ? List.of() : List.of(new Argument("on", on));
    Filled filled = query.fill(day, names);
    if (filled instanceof Filled.Wrong wrong) {
      return new Result.Refused(wrong.problems().stream().map(Object::toString).toList());
    }
    Details details = Details.of(graph);
    List<Row> periods = rows((Filled.Ready) query.fill(List.of(), names), graph, details);
    List<Row> rows = on == null ? periods : rows((Filled.Ready) filled, graph, details);
    return new Result.Made(new OwnershipReport(on, rows, periods));
  }

  /** Every source of the rows, once, in the order in which the rows need them. */
  public List<Source> sources() {
    Set<Source> sources = new LinkedHashSet<>();
    for (Row row : rows) {
      sources.addAll(row.sources());
      row.otherwise().forEach(o -> sources.addAll(o.sources()));
    }
    return List.copyOf(sources);
  }

  private static List<Row> rows(Filled.Ready query, GraphSource graph, Details details) {
    ResultTable table = ((Answer.Rows) query.run(graph)).table();
    List<Row> rows = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      String period = text(table, row, "period");
      rows.add(
          new Row(
              thing(table, row, "crc"),
              text(table, row, "areaLabel"),
              thing(table, row, "owner"),
              text(table, row, "role"),
              thing(table, row, "ultimateOwner"),
              table.text(row, "from"),
              table.text(row, "to"),
              table.text(row, "ultimateFrom"),
              table.text(row, "ultimateTo"),
              Integer.parseInt(text(table, row, "agreeing")),
              Integer.parseInt(text(table, row, "disagreeing")),
              details.sources().getOrDefault(period, List.of()),
              details.otherwise().getOrDefault(period, List.of())));
    }
    return rows;
  }

  private static Thing thing(ResultTable table, ResultTable.Row row, String column) {
    String iri = text(table, row, column);
    String label = table.text(row, column + "Label");
    return new Thing(iri, label == null ? ShortIri.of(iri) : label);
  }

  private static String text(ResultTable table, ResultTable.Row row, String column) {
    String text = table.text(row, column);
    return text == null ? "" : text;
  }

  /** Sources and dissent by period. */
  private record Details(
      Map<String, List<Source>> sources, Map<String, List<Otherwise>> otherwise) {
    static Details of(GraphSource graph) {
      Map<String, List<Source>> sources = new TreeMap<>();
      ResultTable table = run(SOURCES, graph);
      for (ResultTable.Row row : table.rows()) {
        sources
            .computeIfAbsent(text(table, row, "period"), p -> new ArrayList<>())
            .add(source(table, row));
      }
      Map<String, List<Otherwise>> otherwise = new LinkedHashMap<>();
      ResultTable disputes = run(DISPUTES, graph);
      for (ResultTable.Row row : disputes.rows()) {
        add(
            otherwise.computeIfAbsent(text(disputes, row, "period"), p -> new ArrayList<>()),
            otherwise(disputes, row));
      }
      return new Details(sources, otherwise);
    }

    private static void add(List<Otherwise> all, Otherwise one) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).saysTheSameAs(one)) {
          all.set(i, all.get(i).with(one.sources()));
          return;
        }
      }
      all.add(one);
    }

    private static Otherwise otherwise(ResultTable table, ResultTable.Row row) {
      boolean ofParent = text(table, row, "type").equals(Terms.PARENT_LINK.getURI());
      String property =
          switch (ShortIri.of(text(table, row, "property"))) {
            case "crc:owner", "crc:ownedBy", "crc:owned" -> "owner";
            case "crc:ownershipKind" -> "role";
            case "crc:child", "crc:parent" -> "parent";
            case "crc:from" -> ofParent ? ULTIMATE_FROM : "from";
            case "crc:to" -> ofParent ? ULTIMATE_TO : "to";
            default -> ShortIri.of(text(table, row, "property")).replaceFirst("^\\w+:", "");
          };
      String label = table.text(row, "valueLabel");
      return new Otherwise(
          Cell.of(property),
          property,
          label == null ? ShortIri.of(text(table, row, "value")) : label,
          table.text(row, "saidOn"),
          List.of(source(table, row)));
    }

    private static ResultTable run(String query, GraphSource graph) {
      return graph.read(QueryFactory.create(query), running -> ResultTable.of(running.select()));
    }

    private static Source source(ResultTable table, ResultTable.Row row) {
      String iri = text(table, row, "source");
      String url = table.text(row, "url");
      return new Source(iri, url == null ? iri : url, table.text(row, "title"));
    }
  }
}
