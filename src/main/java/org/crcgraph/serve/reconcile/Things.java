package org.crcgraph.serve.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** The things that can be reconciled, with their names, types, values and times of ownership. */
final class Things {
  private static final String ONTOLOGY = "https://w3id.org/crcgraph/ontology#";
  private static final Set<String> KINDS =
      Set.of("crc", "organisation", "person", "area", "programme", "publication");

  private static final String NAMES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT DISTINCT ?thing ?property ?name {
        VALUES ?property { rdfs:label skos:altLabel crc:legalName }
        ?thing ?property ?name FILTER(CONTAINS(STR(?thing), "/id/"))
      }
      """;

  private static final String VALUES =
      """
      SELECT DISTINCT ?thing ?property ?value {
        ?thing a ?type .
        GRAPH <https://w3id.org/crcgraph/graph/facts> { ?thing ?property ?value }
      }
      """;

  private static final String TYPES =
      """
      SELECT DISTINCT ?thing ?type {
        ?thing a ?type FILTER(STRSTARTS(STR(?type), "https://w3id.org/crcgraph/ontology#"))
      }
      """;

  private static final String PERIODS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT ?crc ?owner ?ultimate ?from ?to {
        ?period a crc:ControlPeriod ; crc:ofOwnership ?ownership ; crc:ultimateOwner ?ultimate .
        ?ownership crc:owner ?owner ; crc:owned ?crc .
        OPTIONAL { ?period crc:fromDay ?from }
        OPTIONAL { ?period crc:toDay ?to }
      }
      """;

  /**
   * A thing.
   *
   * @param id {@code KIND/SLUG}
   * @param iri its IRI
   * @param label its name
   * @param names all its names, the label first
   * @param types its types, the kind of its IRI first
   * @param values values by property, by the local name of the property
   */
  record Thing(
      String id,
      String iri,
      String label,
      List<String> names,
      List<Type> types,
      Map<String, List<Node>> values) {
    Thing {
      names = List.copyOf(names);
      types = List.copyOf(types);
    }

    boolean hasType(String type) {
      return types.stream().anyMatch(t -> t.id().equals(type) || t.name().equalsIgnoreCase(type));
    }
  }

  /** A type or property for people. */
  record Type(String id, String name) {}

  /** Who owned a company, directly and ultimately, between two days. */
  record Period(String crc, String owner, String ultimate, LocalDate from, LocalDate to) {
    boolean touches(PartialDate date) {
      return !from.isAfter(date.lastDay()) && !to.isBefore(date.firstDay());
    }
  }

  private final Map<String, Thing> byIri = new TreeMap<>();
  private final List<Period> periods = new ArrayList<>();
  private final Map<String, Type> properties = new TreeMap<>();

  private Things() {}

  static Things of(Snapshot snapshot) {
    Things things = new Things();
    Map<String, Set<String>> names = new TreeMap<>();
    Map<String, String> labels = new TreeMap<>();
    ResultTable table = snapshot.select(NAMES);
    for (ResultTable.Row row : table.rows()) {
      String iri = String.valueOf(table.text(row, "thing"));
      if (KINDS.contains(SearchIndex.kind(iri))) {
        String name = String.valueOf(table.text(row, "name"));
        names.computeIfAbsent(iri, i -> new LinkedHashSet<>()).add(name);
        if (String.valueOf(table.text(row, "property")).endsWith("#label")) {
          labels.putIfAbsent(iri, name);
        }
      }
    }
    Map<String, Set<Type>> types = types(snapshot);
    Map<String, Map<String, List<Node>>> values = things.values(snapshot);
    names.forEach(
        (iri, all) -> {
          String label = labels.getOrDefault(iri, all.iterator().next());
          List<String> ordered = new ArrayList<>();
          ordered.add(label);
          all.stream().filter(n -> !n.equals(label)).forEach(ordered::add);
          String kind = SearchIndex.kind(iri);
          List<Type> all2 = new ArrayList<>();
          all2.add(new Type(kind, kindName(kind)));
          all2.addAll(types.getOrDefault(iri, Set.of()));
          String id = iri.substring(iri.indexOf("/id/") + "/id/".length());
          things.byIri.put(
              iri, new Thing(id, iri, label, ordered, all2, values.getOrDefault(iri, Map.of())));
        });
    ResultTable periods = snapshot.select(PERIODS);
    for (ResultTable.Row row : periods.rows()) {
      things.periods.add(
          new Period(
              String.valueOf(periods.text(row, "crc")),
              String.valueOf(periods.text(row, "owner")),
              String.valueOf(periods.text(row, "ultimate")),
              day(periods.text(row, "from")).map(PartialDate::firstDay).orElse(LocalDate.MIN),
              day(periods.text(row, "to")).map(PartialDate::lastDay).orElse(LocalDate.MAX)));
    }
    return things;
  }

  private static Optional<PartialDate> day(@Nullable String text) {
    return text == null ? Optional.empty() : PartialDate.parse(text);
  }

  private static Map<String, Set<Type>> types(Snapshot snapshot) {
    Map<String, Set<Type>> types = new TreeMap<>();
    ResultTable table = snapshot.select(TYPES);
    for (ResultTable.Row row : table.rows()) {
      String type = String.valueOf(table.text(row, "type"));
      types
          .computeIfAbsent(String.valueOf(table.text(row, "thing")), t -> new LinkedHashSet<>())
          .add(new Type(type.substring(ONTOLOGY.length()), snapshot.vocabulary().label(type)));
    }
    return types;
  }

  private Map<String, Map<String, List<Node>>> values(Snapshot snapshot) {
    Map<String, Map<String, List<Node>>> values = new TreeMap<>();
    ResultTable table = snapshot.select(VALUES);
    for (ResultTable.Row row : table.rows()) {
      String iri = String.valueOf(table.text(row, "thing"));
      String property = String.valueOf(table.text(row, "property"));
      if (KINDS.contains(SearchIndex.kind(iri)) && property.startsWith(ONTOLOGY)) {
        String id = property.substring(ONTOLOGY.length());
        properties.putIfAbsent(id, new Type(id, snapshot.vocabulary().label(property)));
        values
            .computeIfAbsent(iri, i -> new LinkedHashMap<>())
            .computeIfAbsent(id, p -> new ArrayList<>())
            .add(row.cells().get(2).orElseThrow());
      }
    }
    return values;
  }

  static String kindName(String kind) {
    return switch (kind) {
      case "crc" -> "Community Rehabilitation Company";
      case "organisation" -> "Organisation";
      case "person" -> "Person";
      case "area" -> "Area";
      case "programme" -> "Programme";
      case "publication" -> "Publication";
      default -> kind;
    };
  }

  List<Thing> all() {
    return List.copyOf(byIri.values());
  }

  List<Period> periods() {
    return List.copyOf(periods);
  }

  Optional<Thing> ofIri(String iri) {
    return Optional.ofNullable(byIri.get(iri));
  }

  /** The thing of an id, {@code KIND/SLUG} or IRI. */
  Optional<Thing> ofId(String id) {
    return ofIri(id.startsWith("http") ? id : "https://w3id.org/crcgraph/id/" + id);
  }

  List<Type> kinds() {
    Set<Type> kinds = new LinkedHashSet<>();
    for (String kind : new TreeSet<>(KINDS)) {
      kinds.add(new Type(kind, kindName(kind)));
    }
    byIri.values().forEach(thing -> kinds.addAll(thing.types()));
    return List.copyOf(kinds);
  }

  /** The properties that conditions and extensions can name. */
  List<Type> properties() {
    List<Type> all = new ArrayList<>(properties.values());
    all.add(Matcher.OWNER);
    all.add(Matcher.ULTIMATE_OWNER);
    all.add(Matcher.OWNER_OF);
    all.add(Matcher.DATE);
    return List.copyOf(all);
  }
}
