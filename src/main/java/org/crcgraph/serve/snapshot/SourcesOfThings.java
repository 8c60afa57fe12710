package org.crcgraph.serve.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;

/** Which sources say something about which thing. */
public final class SourcesOfThings {
  private static final String CLAIMS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      SELECT DISTINCT ?thing ?source {
        { ?claim crc:claimSubject ?thing } UNION { ?claim crc:supports ?thing }
        ?claim prov:wasDerivedFrom ?source .
      }
      """;

  private final Map<String, List<String>> sources = new HashMap<>();

  private SourcesOfThings() {}

  /** Reads the claims of a graph. */
  static SourcesOfThings of(GraphSource source) {
    ResultTable table =
        source.read(QueryFactory.create(CLAIMS), running -> ResultTable.of(running.select()));
    SourcesOfThings found = new SourcesOfThings();
    Map<String, String> same = new HashMap<>();
    for (ResultTable.Row row : table.rows()) {
      String iri = String.valueOf(table.text(row, "source"));
      String known = same.putIfAbsent(iri, iri);
      found
          .sources
          .computeIfAbsent(String.valueOf(table.text(row, "thing")), t -> new ArrayList<>(1))
          .add(known == null ? iri : known);
    }
    return found;
  }

  /** The sources of these things together, sorted. */
  public List<String> of(Collection<String> things) {
    TreeSet<String> all = new TreeSet<>();
    things.forEach(thing -> all.addAll(sources.getOrDefault(thing, List.of())));
    return List.copyOf(all);
  }
}
