package org.crcgraph.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.crcgraph.model.PartialDate;

/** The plain facts that were chosen, indexed by subject. */
final class Facts {
  private final Map<Node, Map<Node, Set<Node>>> bySubject = new LinkedHashMap<>();
  private final Set<Triple> triples = new LinkedHashSet<>();
  private final Map<Node, List<Node>> supports = new LinkedHashMap<>();
  private final Map<List<Node>, List<Node>> claims = new LinkedHashMap<>();

  void add(Node subject, Node property, Node value) {
    if (triples.add(Triple.create(subject, property, value))) {
      bySubject
          .computeIfAbsent(subject, s -> new LinkedHashMap<>())
          .computeIfAbsent(property, p -> new LinkedHashSet<>())
          .add(value);
    }
  }

  /** Notes a claim that says that a relation held. */
  void addSupport(Node relation, Node claim) {
    supports.computeIfAbsent(relation, r -> new ArrayList<>()).add(claim);
  }

  /** The claims that say that a relation held. */
  List<Node> supports(Node relation) {
    return List.copyOf(supports.getOrDefault(relation, List.of()));
  }

  Collection<Triple> triples() {
    return Collections.unmodifiableSet(triples);
  }

  /** Notes the claim from which a fact was taken. */
  void addClaim(Node subject, Node property, Node claim) {
    claims.computeIfAbsent(List.of(subject, property), key -> new ArrayList<>()).add(claim);
  }

  /** The claims from which the value of a property was taken. */
  List<Node> claims(Node subject, Node property) {
    return List.copyOf(claims.getOrDefault(List.of(subject, property), List.of()));
  }

  /** Everything that a fact is about. */
  Collection<Node> subjects() {
    return Collections.unmodifiableSet(bySubject.keySet());
  }

  /** Every value of a property. */
  List<Node> values(Node subject, Node property) {
    return List.copyOf(bySubject.getOrDefault(subject, Map.of()).getOrDefault(property, Set.of()));
  }

  /** The value of a property that has one. */
  Optional<Node> value(Node subject, Node property) {
    return values(subject, property).stream().findFirst();
  }

  Optional<PartialDate> date(Node subject, Node property) {
    return value(subject, property).flatMap(Literals::asDate);
  }

  /** The things of a class. */
  List<Node> instances(Node type) {
    List<Node> instances = new ArrayList<>();
    bySubject.forEach(
        (subject, properties) -> {
          if (properties.getOrDefault(Standards.TYPE, Set.of()).contains(type)) {
            instances.add(subject);
          }
        });
    return instances;
  }

  boolean contains(Node subject, Node property, Node value) {
    return triples.contains(Triple.create(subject, property, value));
  }
}
