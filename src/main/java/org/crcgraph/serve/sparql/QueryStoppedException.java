package org.crcgraph.serve.sparql;

import org.apache.jena.query.QueryCancelledException;

/**
 * A guard ended a query. A subclass of ARQ's own exception, so that no part of the engine takes it
 * for an error of an expression.
 */
final class QueryStoppedException extends QueryCancelledException {
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
