package org.crcgraph.query;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.system.Txn;

/** Where queries are answered: a graph on this machine or a SPARQL endpoint elsewhere. */
public interface GraphSource {
  /**
   * Runs a query in a reading transaction and closes it.
   *
   * @param use takes what it needs from the running query; nothing of it may be used afterwards
   */
  <T> T read(Query query, Function<QueryExec, T> use);

  /** A dataset, whose default graph holds or unites all that queries should see. */
  static GraphSource of(DatasetGraph dataset) {
    return new GraphSource() {
      @Override
      public <T> T read(Query query, Function<QueryExec, T> use) {
        return Txn.calculateRead(
            dataset,
            () -> {
              try (QueryExec running = QueryExec.dataset(dataset).query(query).build()) {
                return use.apply(running);
              }
            });
      }
    };
  }

  /**
   * A SPARQL endpoint.
   *
   * @param url where it answers
   * @param timeoutSeconds how long it may take
   */
  static GraphSource at(String url, int timeoutSeconds) {
    return new GraphSource() {
      @Override
      public <T> T read(Query query, Function<QueryExec, T> use) {
        try (QueryExec running =
            QueryExecHTTP.service(url)
                .query(query)
                .timeout(timeoutSeconds, TimeUnit.SECONDS)
                .build()) {
          return use.apply(running);
        }
      }
    };
  }
}
