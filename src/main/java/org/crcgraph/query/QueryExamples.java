package org.crcgraph.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.crcgraph.graph.QueryDescription;

/**
 * The stored queries as examples to run: the values of each header's example stand in the text.
 *
 * @param queries the stored queries
 */
public record QueryExamples(StoredQueries queries) implements QueryDescription.Source {
  @Override
  public List<QueryDescription> describe(Graph facts) {
    EntityNames names = EntityNames.of(GraphSource.of(DatasetGraphFactory.wrap(facts)));
    return queries.queries().stream()
        .filter(query -> !query.query().isDescribeType()) // SHACL has no word for it
        .map(query -> description(query, names))
        .toList();
  }

  private static QueryDescription description(StoredQuery query, EntityNames names) {
    Decorators decorators = query.decorators();
    Map<String, String> prefixes = new TreeMap<>(query.query().getPrefixMapping().getNsPrefixMap());
    return new QueryDescription(
        query.name(),
        decorators.summary(),
        decorators.description(),
        decorators.tags(),
        form(query.query()),
        text(query, names),
        prefixes.entrySet().stream()
            .map(e -> new QueryDescription.Prefix(e.getKey(), e.getValue()))
            .toList());
  }

  private static QueryDescription.Form form(Query query) {
    if (query.isAskType()) {
      return QueryDescription.Form.ASK;
    }
    return query.isConstructType() ? QueryDescription.Form.CONSTRUCT : QueryDescription.Form.SELECT;
  }

  /** A query with the values of its example, below a line that says what it answers. */
  public static String text(StoredQuery query, EntityNames names) {
    return query.fill(query.decorators().example(), names) instanceof StoredQuery.Filled.Ready ready
        ? "# " + query.decorators().summary() + "\n" + serialized(ready.query())
        : query.text();
  }

  /** The query with its prefixes in alphabetical order; Jena keeps them in that of a hash table. */
  private static String serialized(Query query) {
    List<String> prefixes = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    query
        .serialize()
        .lines()
        .forEach(
            line -> (rest.isEmpty() && line.startsWith("PREFIX ") ? prefixes : rest).add(line));
    Collections.sort(prefixes);
    prefixes.addAll(rest);
    return String.join("\n", prefixes) + "\n";
  }
}
