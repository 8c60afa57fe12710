package org.crcgraph.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.crcgraph.model.StatementCopies;
import org.crcgraph.model.StatementKey;

/**
 * Gives near-identical copies of one speaker's words one name. Which copy names them depends on the
 * set of all copies, not on the order in which documents were read; so it is settled at the end of
 * a build. Keeps a sketch of each statement and no text. Safe for use by several threads.
 */
final class StatementNames {
  private final Map<String, Map<StatementKey, List<String>>> bySpeaker = new TreeMap<>();

  synchronized void add(String speaker, Node statement, String words) {
    List<String> named =
        bySpeaker
            .computeIfAbsent(speaker, s -> new HashMap<>())
            .computeIfAbsent(StatementKey.of(words), k -> new ArrayList<>(1));
    if (!named.contains(statement.getURI())) {
      named.add(statement.getURI());
    }
  }

  /** The IRI of each statement that is a copy of another, with the IRI that both shall have. */
  synchronized Map<String, String> copies() {
    Map<String, String> copies = new HashMap<>();
    for (Map<StatementKey, List<String>> statements : bySpeaker.values()) {
      StatementCopies groups = StatementCopies.of(statements.keySet());
      statements.forEach(
          (key, iris) -> {
            String name = first(statements.getOrDefault(groups.representative(key), iris));
            for (String iri : iris) {
              if (!iri.equals(name)) {
                copies.put(iri, name);
              }
            }
          });
    }
    return copies;
  }

  private static String first(List<String> iris) {
    return iris.stream().sorted().findFirst().orElseThrow();
  }
}
