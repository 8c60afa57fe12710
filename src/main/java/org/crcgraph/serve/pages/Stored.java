package org.crcgraph.serve.pages;

import java.util.List;
import java.util.Optional;
import org.crcgraph.query.Answer;
import org.crcgraph.query.Argument;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.serve.snapshot.Snapshot;

/**
 * Runs stored queries for pages: what a page shows can be asked for by its readers too.
 *
 * @param snapshot the version of the graph
 * @param queries the stored queries
 */
record Stored(Snapshot snapshot, StoredQueries queries) {
  /** The rows; empty where there is no such query or it does not take these arguments. */
  Optional<ResultTable> rows(String name, Argument... arguments) {
    Optional<StoredQuery> query = queries.find(name);
    if (query.isEmpty()
        || !(query.get().fill(List.of(arguments), snapshot.names())
            instanceof StoredQuery.Filled.Ready ready)
        || !(Answer.of(ready.query(), snapshot) instanceof Answer.Rows rows)) {
      return Optional.empty();
    }
    return Optional.of(rows.table());
  }
}
