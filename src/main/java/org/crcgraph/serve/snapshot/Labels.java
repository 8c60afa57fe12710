package org.crcgraph.serve.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;

/**
 * What people call things that have no name in the graph: a statement by its speaker and first
 * words, a figure by its number, a claim by what it says of what, a web page by its publisher.
 */
public final class Labels {
  private static final String ONTOLOGY = "https://w3id.org/crcgraph/ontology#";
  private static final String ORG = "http://www.w3.org/ns/org#";
  private static final int WORDS_SHOWN = 70;
  private static final int VALUE_SHOWN = 50;
  private static final int ADDRESS_SHOWN = 40;

  private static final String DESCRIBED =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT DISTINCT ?thing ?type ?property ?value {
        VALUES ?type {
          crc:Statement crc:Figure crc:Contract crc:Supply crc:Inspection crc:PostHolding
          crc:Section crc:Conflict crc:ControlPeriod crc:Ownership crc:ParentLink
        }
        ?thing a ?type ; ?property ?value .
        FILTER NOT EXISTS { ?thing rdfs:label ?label }
        FILTER NOT EXISTS { ?thing dcterms:title ?title }
      } ORDER BY ?thing ?property ?value
      """;

  private static final String CLAIMS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT ?thing ?subject ?property ?value {
        ?thing a crc:Claim ; crc:claimSubject ?subject ; crc:claimProperty ?property ;
          crc:claimValue ?value
      } ORDER BY ?thing ?value
      """;

  private static final String SOURCES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT ?thing ?title ?publisher ?kind {
        ?thing a crc:Source .
        OPTIONAL { ?thing dcterms:title ?title }
        OPTIONAL { ?thing crc:publisherName ?publisher }
        OPTIONAL { ?thing crc:sourceKind ?kind }
      } ORDER BY ?thing ?title ?publisher ?kind
      """;

  private final GraphSource source;
  private final UnaryOperator<String> named;
  private final Map<String, String> described = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();
  private final Later<Map<String, String>> claims = new Later<>(this::readClaims);

  /** A web page or file that claims rest on. */
  private record Page(String title, String publisher, String kind) {}

  private Labels(GraphSource source, UnaryOperator<String> named) {
    this.source = source;
    this.named = named;
  }

  /**
   * Reads what describes the nameless.
   *
   * @param named the name of what has one, or of a term
   */
  static Labels of(GraphSource source, UnaryOperator<String> named) {
    Labels labels = new Labels(source, named);
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, Map<String, String>> values = new HashMap<>();
    ResultTable table = labels.rows(DESCRIBED);
    for (ResultTable.Row row : table.rows()) {
      String thing = text(table, row, "thing");
      types.putIfAbsent(thing, text(table, row, "type").substring(ONTOLOGY.length()));
      values
          .computeIfAbsent(thing, t -> new HashMap<>())
          .putIfAbsent(text(table, row, "property"), text(table, row, "value"));
    }
    types.forEach(
        (thing, type) -> {
          String label = labels.describe(type, new Values(values.getOrDefault(thing, Map.of())));
          if (!label.isBlank()) {
            labels.described.put(thing, label);
          }
        });
    ResultTable sources = labels.rows(SOURCES);
    for (ResultTable.Row row : sources.rows()) {
      labels.pages.putIfAbsent(
          text(sources, row, "thing"),
          new Page(
              text(sources, row, "title"),
              text(sources, row, "publisher"),
              text(sources, row, "kind")));
    }
    return labels;
  }

  private ResultTable rows(String query) {
    return source.read(QueryFactory.create(query), running -> ResultTable.of(running.select()));
  }

  private static String text(ResultTable table, ResultTable.Row row, String column) {
    String text = table.text(row, column);
    return text == null ? "" : text;
  }

  private Map<String, String> readClaims() {
    Map<String, String> read = new HashMap<>();
    ResultTable table = rows(CLAIMS);
    for (ResultTable.Row row : table.rows()) {
      read.putIfAbsent(
          text(table, row, "thing"),
          name(text(table, row, "subject"))
              + ": "
              + name(text(table, row, "property"))
              + " "
              + shortened(name(text(table, row, "value")), VALUE_SHOWN));
    }
    return read;
  }

  /** What people call it; empty where nothing is known that would tell it from others. */
  public Optional<String> of(String iri) {
    String label = described.get(iri);
    if (label != null) {
      return Optional.of(label);
    }
    if (iri.contains("/id/claim/")) {
      return Optional.ofNullable(claims.get().get(iri));
    }
    Page page = pages.get(iri);
    if (page == null || page.publisher().isEmpty()) {
      return Optional.empty();
    }
    String address = iri.replaceFirst("^https?://(www\\.)?", "");
    return Optional.of(page.publisher() + " – " + shortened(address, ADDRESS_SHOWN));
  }

  /** What sort of source it is, such as {@code primary} or {@code blog}; empty if unknown. */
  public String kindOfSource(String iri) {
    Page page = pages.get(iri);
    return page == null ? "" : page.kind();
  }

  /** What a source is called by its own title, or empty. */
  public String titleOfSource(String iri) {
    Page page = pages.get(iri);
    return page == null ? "" : page.title();
  }

  private String name(String iri) {
    String label = described.get(iri);
    return label != null ? label : iri.startsWith("http") ? named.apply(iri) : iri;
  }

  /** What a thing says of itself, by property. */
  private record Values(Map<String, String> byProperty) {
    String of(String property) {
      return byProperty.getOrDefault(property.contains(":") ? property : ONTOLOGY + property, "");
    }
  }

  private String describe(String type, Values values) {
    return switch (type) {
      case "Statement" -> statement(values);
      case "Figure" ->
          joined(
              ": ",
              values.of("indicator"),
              joined(
                  " ",
                  whole(values.of("value")),
                  values.of("unit"),
                  bracketed(values, "figureSubject")));
      case "Contract" ->
          joined(
              ", ",
              "Contract: " + joined(" and ", names(values, "buyer", "supplier")),
              values.of("event"));
      case "Supply" ->
          joined(
              ", ", joined(" for ", names(values, "supplier", "customer")), values.of("service"));
      case "Inspection" ->
          joined(
              ", ",
              joined(
                  " by ",
                  joined(" of ", "Inspection", named(values, "inspected")),
                  named(values, "inspector")),
              values.of("published"));
      case "PostHolding" ->
          joined(
              ", ",
              named(values, ORG + "member"),
              values.of("postTitle"),
              named(values, ORG + "organization"));
      case "Section" ->
          joined(", ", "Section", values.of("documentKind"), values.of("publisherName"));
      case "Conflict" ->
          joined(": ", named(values, "conflictSubject"), named(values, "conflictProperty"));
      case "ControlPeriod" ->
          joined(" behind ", named(values, "ultimateOwner"), named(values, "ofOwnership"));
      case "Ownership" -> joined(" and ", names(values, "owner", "owned"));
      case "ParentLink" -> joined(" under ", names(values, "child", "parent"));
      default -> "";
    };
  }

  private String statement(Values values) {
    String words = values.of("text");
    String speaker = named(values, "speaker");
    String about = named(values, "about");
    String by = speaker.isEmpty() ? "Unnamed speaker" : speaker;
    return words.isEmpty()
        ? joined(" about ", "Statement by " + by, about)
        : by + ": “" + shortened(words, WORDS_SHOWN) + "”";
  }

  private static String whole(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  private String bracketed(Values values, String property) {
    String name = named(values, property);
    return name.isEmpty() ? "" : "(" + name + ")";
  }

  private String named(Values values, String property) {
    String value = values.of(property);
    return value.isEmpty() ? "" : name(value);
  }

  private String[] names(Values values, String first, String second) {
    return new String[] {named(values, first), named(values, second)};
  }

  private static String joined(String between, String... parts) {
    List<String> kept = new ArrayList<>();
    for (String part : parts) {
      if (!part.isBlank()) {
        kept.add(part);
      }
    }
    return String.join(between, kept);
  }

  /** The beginning of a text, cut at a word where there is one, in one line. */
  public static String shortened(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int end = line.offsetByCodePoints(0, most - 1);
    int word = line.lastIndexOf(' ', end);
    return line.substring(0, word > end / 2 ? word : end) + "…";
  }
}
