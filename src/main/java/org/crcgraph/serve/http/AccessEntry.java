package org.crcgraph.serve.http;

import java.time.Instant;

/**
 * One line of the access log. It says which route and stored query were asked, and never the
 * client's address or the text of its query.
 *
 * @param time when the request came
 * @param method HTTP method
 * @param route name of the route, such as {@code api}
 * @param path path of the request
 * @param query name of the stored query, or empty
 * @param status HTTP status of the answer
 * @param bytes length of the answer's body
 * @param micros microseconds from request to answer
 */
public record AccessEntry(
    Instant time,
    String method,
    String route,
    String path,
    String query,
    int status,
    long bytes,
    long micros) {
  /** As one line of JSON. */
  public String json() {
    return "{\"time\":\""
        + time
        + "\",\"method\":"
        + Json.text(method)
        + ",\"route\":"
        + Json.text(route)
        + ",\"path\":"
        + Json.text(path)
        + ",\"query\":"
        + Json.text(query)
        + ",\"status\":"
        + status
        + ",\"bytes\":"
        + bytes
        + ",\"micros\":"
        + micros
        + "}";
  }
}
