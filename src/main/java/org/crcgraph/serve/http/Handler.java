package org.crcgraph.serve.http;

import java.io.IOException;

/** Answers the requests of a route. */
@FunctionalInterface
public interface Handler {
  /** The answer, complete. */
  Reply answer(Request request) throws IOException;
}
