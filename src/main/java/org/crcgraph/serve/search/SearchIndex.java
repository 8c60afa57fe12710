package org.crcgraph.serve.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;
import org.jspecify.annotations.Nullable;

/**
 * An inverted index in memory. The graph has some ten thousand short texts: they are indexed in a
 * fraction of a second and need no index on disk that could be older than the graph.
 */
public final class SearchIndex {
  private static final String TEXTS =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT DISTINCT ?thing ?property ?text {
        VALUES ?property {
          rdfs:label skos:altLabel crc:legalName dcterms:title crc:text crc:indicator crc:postTitle
        }
        ?thing ?property ?text .
        FILTER(CONTAINS(STR(?thing), "/id/"))
      }
      """;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int SHORT = 3;
  private static final int MEDIUM = 7;

  private final List<Text> texts = new ArrayList<>();
  private final TreeMap<String, List<Integer>> postings = new TreeMap<>();
  private final Map<String, String> labels = new HashMap<>();

  /** How much a text of this property says about what its thing is. */
  private enum Field {
    NAME(3.0),
    ALIAS(2.6),
    TITLE(2.0),
    WORDS(1.0);

    private final double weight;

    Field(double weight) {
      this.weight = weight;
    }

    static Field of(String property) {
      if (property.endsWith("#label")) {
        return NAME;
      }
      if (property.endsWith("#altLabel") || property.endsWith("#legalName")) {
        return ALIAS;
      }
      return property.endsWith("/title") || property.endsWith("#postTitle") ? TITLE : WORDS;
    }
  }

  private record Text(String thing, String text, Field field, int words) {}

  /**
   * A thing that answers a search.
   *
   * @param iri its IRI
   * @param kind KIND part of its IRI
   * @param label its name, or the text that was found
   * @param text the text in which the words were found
   * @param score the higher the better
   */
  public record Hit(String iri, String kind, String label, String text, double score) {}

  private SearchIndex() {}

  /** Indexes the texts of a graph. */
  public static SearchIndex of(GraphSource source) {
    SearchIndex index = new SearchIndex();
    ResultTable table =
        source.read(QueryFactory.create(TEXTS), running -> ResultTable.of(running.select()));
    for (ResultTable.Row row : table.rows()) {
      index.add(
          String.valueOf(table.text(row, "thing")),
          Field.of(String.valueOf(table.text(row, "property"))),
          String.valueOf(table.text(row, "text")));
    }
    return index;
  }

  private void add(String thing, Field field, String text) {
    List<String> words = words(text);
    int number = texts.size();
    texts.add(new Text(thing, text, field, words.size()));
    for (String word : new HashSet<>(words)) {
      postings.computeIfAbsent(word, w -> new ArrayList<>(2)).add(number);
    }
    // A document's label is the name of its file; its title says more.
    boolean titleWins = kind(thing).equals("document");
    Field best = titleWins ? Field.TITLE : Field.NAME;
    Field next = titleWins ? Field.NAME : Field.TITLE;
    if (field == best || (field == next && !labels.containsKey(thing))) {
      labels.put(thing, text);
    }
  }

  /** Number of indexed texts. */
  public int size() {
    return texts.size();
  }

  /** The name of a thing, if it has one. */
  public @Nullable String label(String iri) {
    return labels.get(iri);
  }

  /** Lower-case words without accents. */
  public static List<String> words(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("'", "")
            .replace("’", "");
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(plain)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * The things that answer best, the best first.
   *
   * @param kinds KIND parts of IRIs to look at; all where empty
   */
  public List<Hit> search(String query, Collection<String> kinds, int most) {
    List<String> words = words(query);
    if (words.isEmpty()) {
      return List.of();
    }
    Map<Integer, Double> scores = new HashMap<>();
    Map<Integer, Integer> found = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Map<Integer, Double> best = new HashMap<>();
      for (Map.Entry<String, Double> match :
          matches(words.get(i), i == words.size() - 1).entrySet()) {
        List<Integer> numbers = postings.getOrDefault(match.getKey(), List.of());
        double rarity = Math.log(1 + (double) texts.size() / numbers.size());
        for (int number : numbers) {
          best.merge(number, match.getValue() * rarity, Math::max);
        }
      }
      best.forEach(
          (number, score) -> {
            scores.merge(number, score, Double::sum);
            found.merge(number, 1, Integer::sum);
          });
    }
    Map<String, Hit> hits = new HashMap<>();
    scores.forEach(
        (number, sum) -> {
          Text text = texts.get(number);
          String kind = kind(text.thing);
          if (!kinds.isEmpty() && !kinds.contains(kind)) {
            return;
          }
          double coverage = (double) found.getOrDefault(number, 0) / words.size();
          double precision = Math.sqrt((double) found.getOrDefault(number, 0) / text.words);
          double score = sum * coverage * coverage * text.field.weight * (0.4 + 0.6 * precision);
          String label = labels.getOrDefault(text.thing, text.text);
          hits.merge(
              text.thing,
              new Hit(text.thing, kind, label, text.text, score),
              (a, b) -> a.score() >= b.score() ? a : b);
        });
    return hits.values().stream()
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::iri))
        .limit(most)
        .toList();
  }

  /** Words of the index that a word of the search can mean, with how well they match. */
  private Map<String, Double> matches(String word, boolean isLast) {
    Map<String, Double> matches = new HashMap<>();
    if (postings.containsKey(word)) {
      matches.put(word, 1.0);
    }
    if (word.length() >= 2 && (isLast || word.length() > SHORT)) {
      for (String longer : postings.subMap(word, word + Character.MAX_VALUE).keySet()) {
        matches.putIfAbsent(longer, 0.75 * word.length() / longer.length() + 0.2);
      }
    }
    int allowed = word.length() <= SHORT ? 0 : word.length() <= MEDIUM ? 1 : 2;
    if (allowed > 0 && !matches.containsKey(word)) {
      for (String other : postings.keySet()) {
        if (Math.abs(other.length() - word.length()) <= allowed) {
          int distance = Typos.distance(word, other, allowed);
          if (distance <= allowed) {
            matches.putIfAbsent(other, 0.7 - 0.2 * distance);
          }
        }
      }
    }
    return matches;
  }

  /** KIND part of a thing's IRI. */
  public static String kind(String iri) {
    int start = iri.indexOf("/id/");
    if (start < 0) {
      return "";
    }
    int end = iri.indexOf('/', start + 4);
    return end < 0 ? iri.substring(start + 4) : iri.substring(start + 4, end);
  }

  /** The kinds of the hits, with how many there are of each. */
  public static Map<String, Integer> facets(List<Hit> hits) {
    Map<String, Integer> facets = new TreeMap<>();
    hits.forEach(hit -> facets.merge(hit.kind(), 1, Integer::sum));
    return facets;
  }

  /** For tests: the different words. */
  Set<String> vocabulary() {
    return postings.keySet();
  }
}
