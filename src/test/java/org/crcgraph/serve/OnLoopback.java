package org.crcgraph.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.sparql.Limits;

/** How the servers of tests run: on loopback, at a free port, without an access log. */
final class OnLoopback {
  private OnLoopback() {}

  /** With the project's stored queries. */
  static ServeOptions withQueries() throws IOException {
    return withTexts(DocumentTexts.NONE);
  }

  /** With the project's stored queries and these texts. */
  static ServeOptions withTexts(DocumentTexts texts) throws IOException {
    return new ServeOptions(
        "127.0.0.1",
        0,
        Limits.standard(),
        StoredQueries.load(Path.of("queries")),
        texts,
        entry -> {});
  }

  /** With no stored query. */
  static ServeOptions withoutQueries(Limits limits) {
    return new ServeOptions(
        "127.0.0.1",
        0,
        limits,
        new StoredQueries(List.of(), List.of()),
        DocumentTexts.NONE,
        entry -> {});
  }
}
