package org.crcgraph.serve.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a request was refused, in the terms of RFC 9457.
 *
 * @param status HTTP status
 * @param title short and the same for every problem of this sort
 * @param detail what is wrong with this request and what to do
 * @param parameter name of the parameter at fault, or empty
 * @param candidates values that would have been understood
 * @param line line of the query text from 1, or 0
 * @param column column of the query text from 1, or 0
 */
public record Problem(
    int status,
    String title,
    String detail,
    String parameter,
    List<Candidate> candidates,
    int line,
    int column) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * A value that would have been understood.
   *
   * @param value what to send
   * @param label what it means
   */
  public record Candidate(String value, String label) {}

  public Problem {
    candidates = List.copyOf(candidates);
  }

  /** A problem with the request as a whole. */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, "", List.of(), 0, 0);
  }

  /** A problem with one parameter. */
  public static Problem ofParameter(String parameter, String detail, List<Candidate> candidates) {
    return new Problem(400, "Wrong parameter", detail, parameter, candidates, 0, 0);
  }

  /** A problem at a place of the query text. */
  public static Problem at(int status, String title, String detail, int line, int column) {
    return new Problem(status, title, detail, "", List.of(), line, column);
  }

  /** The JSON text. */
  public String json() {
    List<String> members = new ArrayList<>();
    members.add("\"type\": \"about:blank\"");
    members.add("\"title\": " + Json.text(title));
    members.add("\"status\": " + status);
    members.add("\"detail\": " + Json.text(detail));
    if (!parameter.isEmpty()) {
      members.add("\"parameter\": " + Json.text(parameter));
    }
    if (!candidates.isEmpty()) {
      List<String> items = new ArrayList<>();
      for (Candidate c : candidates) {
        items.add(
            "{\"value\": " + Json.text(c.value()) + ", \"label\": " + Json.text(c.label()) + "}");
      }
      members.add("\"candidates\": [" + String.join(", ", items) + "]");
    }
    if (line > 0) {
      members.add("\"line\": " + line);
      members.add("\"column\": " + column);
    }
    return "{" + String.join(", ", members) + "}\n";
  }
}
