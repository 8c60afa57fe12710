package org.crcgraph.query;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sample graph of {@code sample.trig} and the project's own stored queries. */
public final class SampleGraph {
  private final GraphSource source;
  private final EntityNames names;
  private final StoredQueries queries;

  private SampleGraph(GraphSource source, StoredQueries queries) {
    this.source = source;
    this.names = EntityNames.of(source);
    this.queries = queries;
  }

  /** Loads both. */
  public static SampleGraph load() throws Exception {
    return new SampleGraph(
        GraphSource.of(GraphFolder.read(file())), StoredQueries.load(Path.of("queries")));
  }

  private static Path file() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(SampleGraph.class.getResource("/query/sample.trig")).toURI());
  }

  public GraphSource source() {
    return source;
  }

  public EntityNames names() {
    return names;
  }

  public StoredQueries queries() {
    return queries;
  }

  /** Runs a stored query with arguments written {@code name=value}. */
  public ResultTable run(String name, String... arguments) {
    StoredQuery.Filled filled = fill(name, arguments);
    if (filled instanceof StoredQuery.Filled.Ready ready) {
      return ((Answer.Rows) ready.run(source)).table();
    }
    throw new AssertionError(filled.toString());
  }

  /** Fills a stored query. */
  public StoredQuery.Filled fill(String name, String... arguments) {
    List<Argument> parsed = new ArrayList<>();
    for (String argument : arguments) {
      parsed.add(Argument.parse(argument).orElseThrow());
    }
    return queries
        .find(name)
        .orElseThrow(() -> new AssertionError(queries.broken().toString()))
        .fill(parsed, names);
  }

  /** The rows as text, the named columns joined by {@code |}. */
  public List<String> rows(ResultTable table, String... columns) {
    return table.rows().stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>();
              for (String column : columns) {
                String text = table.text(row, column);
                cells.add(text == null ? "" : ShortIri.of(text));
              }
              return String.join("|", cells);
            })
        .toList();
  }
}
