package org.crcgraph.serve.sparql;

import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;

/** Where queries are answered. */
public sealed interface Backend {
  /** Starts the reading of a consistent state by this thread. */
  Reading read();

  /** A consistent state, until closed by the same thread. */
  interface Reading extends AutoCloseable {
    /** A query ready to run under its guard. */
    QueryExec prepare(Query query, Guard guard, long millis);

    @Override
    void close();
  }

  /** A TDB2 dataset in this process; the default graph is the union of its named graphs. */
  final class Local implements Backend {
    /** Solutions that a sort or a DISTINCT keeps in memory before it goes to the disk. */
    private static final long SPILL = 200_000L;

    private final DatasetGraph dataset;
    private final SafeFunctions functions = new SafeFunctions();

    /** Over this dataset. */
    public Local(DatasetGraph dataset) {
      this.dataset = dataset;
    }

    @Override
    public Reading read() {
      dataset.begin(TxnType.READ);
      return new Reading() {
        @Override
        public QueryExec prepare(Query query, Guard guard, long millis) {
          Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
          context.set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription());
          context.set(ARQ.spillToDiskThreshold, SPILL);
          context.set(ARQ.httpServiceAllowed, false);
          functions.register(context);
          GuardedEngine.register(context, guard);
          return QueryExecDatasetBuilder.create()
              .dataset(dataset)
              .query(query)
              .context(context)
              .build();
        }

        @Override
        public void close() {
          dataset.end();
        }
      };
    }
  }

  /**
   * Another SPARQL 1.1 endpoint.
   *
   * @param endpoint its address
   */
  record Remote(String endpoint) implements Backend {
    @Override
    public Reading read() {
      return new Reading() {
        @Override
        public QueryExec prepare(Query query, Guard guard, long millis) {
          return QueryExecHTTPBuilder.create()
              .endpoint(endpoint)
              .query(query)
              .timeout(millis, TimeUnit.MILLISECONDS)
              .build();
        }

        @Override
        public void close() {}
      };
    }
  }
}
