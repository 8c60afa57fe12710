package org.crcgraph.graph;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each named graph holds and what each source says (W3C VoID), from the graph's sorted
 * lines, so that a quad counts once and memory holds one subject at a time.
 */
final class GraphStatistics {
  private static final String TYPE = inBrackets(Standards.TYPE);
  private static final String STANDING = inBrackets(Terms.STANDING);
  private static final String SOURCE = inBrackets(Standards.WAS_DERIVED_FROM);
  private static final String SAID_ON = inBrackets(Terms.SAID_ON);

  private final Iris iris;
  private final String metadata;
  private final String ontology;
  private final Map<String, Counts> graphs = new TreeMap<>();
  private final Map<String, Claims> sources = new TreeMap<>();
  private Subject subject = new Subject("");

  GraphStatistics(Iris iris) {
    this.iris = iris;
    this.metadata = inBrackets(iris.metadataGraph());
    this.ontology = inBrackets(iris.ontologyGraph());
  }

  /** How a claim can stand, with the property that counts such claims. */
  private enum Standing {
    CHOSEN(Terms.CHOSEN, Terms.CHOSEN_CLAIMS),
    CORROBORATING(Terms.CORROBORATING, Terms.CORROBORATING_CLAIMS),
    CONTESTED(Terms.CONTESTED, Terms.CONTESTED_CLAIMS),
    UNSOURCED(Terms.UNSOURCED, Terms.UNSOURCED_CLAIMS),
    REVIEWED(Terms.REVIEWED, Terms.REVIEWED_CLAIMS),
    EXTRACTED(Terms.EXTRACTED, Terms.EXTRACTED_CLAIMS);

    private final String concept;
    private final Node count;

    Standing(Node concept, Node count) {
      this.concept = inBrackets(concept);
      this.count = count;
    }

    static Standing of(String concept) {
      for (Standing standing : values()) {
        if (standing.concept.equals(concept)) {
          return standing;
        }
      }
      throw new IllegalArgumentException("no standing of claims: " + concept);
    }
  }

  /** Claims by standing, and when the first and the last of them was said. */
  private static final class Claims {
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    private @Nullable PartialDate first;
    private @Nullable PartialDate last;

    void add(Standing standing, @Nullable PartialDate said) {
      counts.merge(standing, 1, Integer::sum);
      if (said != null) {
        PartialDate earliest = first;
        PartialDate latest = last;
        if (earliest == null || said.firstDay().isBefore(earliest.firstDay())) {
          first = said;
        }
        if (latest == null || said.lastDay().isAfter(latest.lastDay())) {
          last = said;
        }
      }
    }

    void write(QuadSink sink, Node graph, Node about) {
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      if (all > 0) {
        sink.quad(graph, about, Terms.CLAIMS, Literals.integer(all));
      }
      counts.forEach((s, n) -> sink.quad(graph, about, s.count, Literals.integer(n)));
      PartialDate earliest = first;
      PartialDate latest = last;
      if (earliest != null && latest != null) {
        sink.quad(graph, about, Terms.FIRST_SAID, Literals.date(earliest));
        sink.quad(graph, about, Terms.LAST_SAID, Literals.date(latest));
      }
    }
  }

  /** What a named graph holds. */
  private static final class Counts {
    private long triples;
    private int subjects;
    private int entities;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> properties = new HashSet<>();
    private final Set<String> sources = new TreeSet<>();
    private final Claims claims = new Claims();
  }

  /** The subject whose lines are being read. */
  private static final class Subject {
    private final String name;
    private final Set<String> graphs = new HashSet<>();
    private final Set<String> typedIn = new HashSet<>();
    private final Map<String, Set<String>> sources = new HashMap<>();
    private @Nullable Standing standing;
    private @Nullable String standsIn;
    private @Nullable PartialDate said;

    Subject(String name) {
      this.name = name;
    }
  }

  /**
   * Counts one line of N-Quads.
   *
   * @param line greater than the one before it
   */
  void add(String line) {
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    int last = line.lastIndexOf(' ', line.length() - 3);
    String graph = line.substring(last + 1, line.length() - 2);
    if (graph.equals(metadata) || graph.equals(ontology)) {
      return;
    }
    if (!line.startsWith(subject.name) || subject.name.length() != first) {
      finishSubject();
      subject = new Subject(line.substring(0, first));
    }
    Counts counts = graphs.computeIfAbsent(graph, g -> new Counts());
    String property = line.substring(first + 1, second);
    String object = line.substring(second + 1, last);
    counts.triples++;
    counts.properties.add(property);
    subject.graphs.add(graph);
    if (property.equals(TYPE)) {
      counts.classes.add(object);
      subject.typedIn.add(graph);
    } else if (property.equals(STANDING)) {
      subject.standing = Standing.of(object);
      subject.standsIn = graph;
    } else if (property.equals(SOURCE)) {
      subject.sources.computeIfAbsent(graph, g -> new TreeSet<>()).add(object);
    } else if (property.equals(SAID_ON)) {
      subject.said =
          PartialDate.parse(object.substring(1, object.indexOf('"', 1))).orElse(subject.said);
    }
  }

  private void finishSubject() {
    subject.graphs.forEach(g -> counts(g).subjects++);
    subject.typedIn.forEach(g -> counts(g).entities++);
    Standing standing = subject.standing;
    String graph = subject.standsIn;
    if (standing == null || graph == null) {
      return;
    }
    counts(graph).claims.add(standing, subject.said);
    for (String source : subject.sources.getOrDefault(graph, Set.of())) {
      counts(graph).sources.add(source);
      sources.computeIfAbsent(source, s -> new Claims()).add(standing, subject.said);
    }
  }

  private Counts counts(String graph) {
    return graphs.computeIfAbsent(graph, g -> new Counts());
  }

  /** Writes the statistics of every graph and source into the graph of metadata. */
  void write(QuadSink sink) {
    finishSubject();
    subject = new Subject("");
    Node into = iris.metadataGraph();
    graphs.forEach(
        (name, counts) -> {
          Node graph = node(name);
          sink.quad(into, graph, Standards.TYPE, Standards.VOID_DATASET);
          sink.quad(into, iris.dataset(), Standards.VOID_SUBSET, graph);
          sink.quad(into, graph, Standards.VOID_TRIPLES, Literals.integer(counts.triples));
          sink.quad(into, graph, Standards.VOID_ENTITIES, Literals.integer(counts.entities));
          sink.quad(
              into, graph, Standards.VOID_DISTINCT_SUBJECTS, Literals.integer(counts.subjects));
          sink.quad(into, graph, Standards.VOID_CLASSES, Literals.integer(counts.classes.size()));
          sink.quad(
              into, graph, Standards.VOID_PROPERTIES, Literals.integer(counts.properties.size()));
          counts.sources.forEach(s -> sink.quad(into, graph, Standards.DC_SOURCE, node(s)));
          counts.claims.write(sink, into, graph);
        });
    sources.forEach((name, claims) -> claims.write(sink, into, node(name)));
  }

  private static String inBrackets(Node node) {
    return "<" + node.getURI() + ">";
  }

  private static Node node(String inBrackets) {
    return NodeFactory.createURI(inBrackets.substring(1, inBrackets.length() - 1));
  }
}
