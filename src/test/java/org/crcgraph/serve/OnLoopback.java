package org.crcgraph.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.sparql.Limits;

/** How the servers of tests run: on loopback, at a free port, without texts or an access log. */
final class OnLoopback {
  private OnLoopback() {}

  /** With the project's stored queries. */
  static ServeOptions withQueries() throws IOException {
    return with(StoredQueries.load(Path.of("queries")), Limits.standard());
  }

  /** With no stored query. */
  static ServeOptions withoutQueries(Limits limits) {
    return with(new StoredQueries(List.of(), List.of()), limits);
  }

  private static ServeOptions with(StoredQueries queries, Limits limits) {
    return new ServeOptions("127.0.0.1", 0, limits, queries, DocumentTexts.NONE, entry -> {});
  }
}
