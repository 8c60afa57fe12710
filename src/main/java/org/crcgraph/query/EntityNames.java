package org.crcgraph.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.ResultTable.Row;

/**
 * The names of the things in a graph, by which people may ask for them. Case, accents, punctuation,
 * {@code &} for "and" and the ending "CRC" make no difference.
 */
public final class EntityNames {
  private static final String NAMES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT ?thing ?name ?main {
        { ?thing rdfs:label ?name BIND(true AS ?main) }
        UNION { ?thing skos:altLabel ?name BIND(false AS ?main) }
        UNION { ?thing crc:legalName ?name BIND(false AS ?main) }
        FILTER(CONTAINS(STR(?thing), "/id/"))
      }
      """;

  private static final Pattern ID = Pattern.compile(".*/id/([^/]+)/(.+)");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDING =
      Pattern.compile(
          " (?:crc|crcs|community rehabilitation company(?: ltd| limited)?|ltd|limited|plc)$");
  private static final int CANDIDATES = 5;

  /** Kinds that names are given to; a contract, say, borrows its name from the company. */
  private static final Set<String> NAMED =
      Set.of("crc", "organisation", "person", "area", "programme", "publication");

  /** Things by IRI. */
  private final Map<String, Thing> things = new TreeMap<>();

  private final List<Index> indexes = List.of(new Index(), new Index(), new Index(), new Index());
  private final GraphSource source;

  private EntityNames(GraphSource source) {
    this.source = source;
  }

  /**
   * A thing that has a name.
   *
   * @param iri its IRI
   * @param kind KIND part of its IRI
   * @param slug SLUG part of its IRI
   * @param label its name
   */
  public record Thing(String iri, String kind, String slug, String label) {
    /** {@code KIND/SLUG} and the name, as candidates are listed. */
    @Override
    public String toString() {
      return kind + "/" + slug + " (" + label + ")";
    }
  }

  /** What a name means in the graph. */
  public sealed interface Meaning {
    /** One thing. */
    record One(String iri) implements Meaning {
      /** The IRI as a node. */
      public Node node() {
        return NodeFactory.createURI(iri);
      }
    }

    /** Several things; which one is meant must be said. */
    record Several(List<Thing> candidates) implements Meaning {}

    /** Nothing; these have the nearest names. */
    record Nothing(List<Thing> nearest) implements Meaning {}
  }

  /** Reads the names of a graph. */
  public static EntityNames of(GraphSource source) {
    Query query = QueryFactory.create(NAMES);
    ResultTable table = source.read(query, running -> ResultTable.of(running.select()));
    EntityNames names = new EntityNames(source);
    for (Row row : table.rows()) {
      String iri = String.valueOf(table.text(row, "thing"));
      Matcher id = ID.matcher(iri);
      if (id.matches()) {
        names.add(
            iri,
            id,
            String.valueOf(table.text(row, "name")),
            "true".equals(table.text(row, "main")));
      }
    }
    return names;
  }

  private void add(String iri, Matcher id, String name, boolean main) {
    Thing old = things.get(iri);
    if (old == null || (main && old.label().compareTo(name) > 0)) {
      things.put(iri, new Thing(iri, id.group(1), id.group(2), name));
    }
    String plain = normalise(name);
    indexes.get(0).put(id.group(2), iri);
    indexes.get(main ? 1 : 2).put(plain, iri);
    indexes.get(3).put(ENDING.matcher(plain).replaceFirst(""), iri);
  }

  /** The things of a kind, by label. */
  public List<Thing> ofKind(String kind) {
    return things.values().stream()
        .filter(thing -> thing.kind().equals(kind))
        .sorted(Comparator.comparing(Thing::label).thenComparing(Thing::iri))
        .toList();
  }

  /** The label of a thing; empty where the graph has none. */
  public Optional<String> label(String iri) {
    return Optional.ofNullable(things.get(iri)).map(Thing::label);
  }

  /**
   * What a user means by a name, slug, {@code KIND/SLUG} or IRI.
   *
   * @param kinds KIND parts that it may have; any where empty
   */
  public Meaning meaning(String text, List<String> kinds) {
    String wanted = text.strip();
    if (wanted.startsWith("<") && wanted.endsWith(">")) {
      wanted = wanted.substring(1, wanted.length() - 1);
    }
    if (things.containsKey(wanted) || (wanted.contains("://") && occurs(wanted))) {
      return new Meaning.One(wanted);
    }
    int slash = wanted.indexOf('/');
    if (slash > 0) {
      List<Thing> exact = new ArrayList<>();
      for (Thing thing : known(indexes.get(0), wanted.substring(slash + 1), List.of())) {
        if (thing.kind().equals(wanted.substring(0, slash))) {
          exact.add(thing);
        }
      }
      if (exact.size() == 1) {
        return new Meaning.One(exact.get(0).iri());
      }
    }
    String plain = normalise(wanted);
    List<String> keys =
        List.of(
            wanted.toLowerCase(Locale.ROOT), plain, plain, ENDING.matcher(plain).replaceFirst(""));
    for (int i = 0; i < indexes.size(); i++) {
      List<Thing> found = known(indexes.get(i), keys.get(i), kinds);
      List<Thing> named = found.stream().filter(thing -> NAMED.contains(thing.kind())).toList();
      if (found.size() == 1 || named.size() == 1) {
        return new Meaning.One((named.isEmpty() ? found : named).get(0).iri());
      }
      if (found.size() > 1) {
        return new Meaning.Several(found);
      }
    }
    return new Meaning.Nothing(nearest(plain, kinds));
  }

  private boolean occurs(String iri) {
    if (iri.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
      return false;
    }
    Query ask = QueryFactory.create("ASK { { ?x ?y ?z } UNION { ?a ?b ?x } }");
    return source.read(
        Bindings.bind(ask, "x", NodeFactory.createURI(iri)), running -> running.ask());
  }

  private List<Thing> known(Index index, String key, List<String> kinds) {
    List<Thing> found = new ArrayList<>();
    for (String iri : index.get(key)) {
      Thing thing = things.get(iri);
      if (thing != null && (kinds.isEmpty() || kinds.contains(thing.kind()))) {
        found.add(thing);
      }
    }
    return found;
  }

  private List<Thing> nearest(String plain, List<String> kinds) {
    Map<Thing, Integer> distances = new LinkedHashMap<>();
    for (Index index : indexes.subList(1, 3)) {
      for (String name : index.names()) {
        int distance =
            name.contains(plain) && plain.length() > 2 ? 0 : EditDistance.of(plain, name);
        if (distance > 2 + plain.length() / 3) {
          continue;
        }
        for (Thing thing : known(index, name, kinds)) {
          if (NAMED.contains(thing.kind()) || !kinds.isEmpty()) {
            distances.merge(thing, distance, Math::min);
          }
        }
      }
    }
    return distances.entrySet().stream()
        .sorted(
            Map.Entry.<Thing, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().iri()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Lower case, without accents and punctuation, "and" for {@code &}. */
  static String normalise(String name) {
    String decomposed = Normalizer.normalize(name.replace("&", " and "), Normalizer.Form.NFD);
    String lower = ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    String words = NO_WORD.matcher(lower.replace("'", "").replace("’", "")).replaceAll(" ").strip();
    return words.startsWith("the ") ? words.substring(4) : words;
  }

  /** Names to the IRIs that have them. */
  private static final class Index {
    private final Map<String, TreeSet<String>> iris = new TreeMap<>();

    void put(String name, String iri) {
      iris.computeIfAbsent(name, unused -> new TreeSet<>()).add(iri);
    }

    Collection<String> get(String name) {
      TreeSet<String> found = iris.get(name);
      return found == null ? List.of() : found;
    }

    Collection<String> names() {
      return iris.keySet();
    }
  }
}
