package org.crcgraph.serve.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A complete answer.
 *
 * @param status HTTP status
 * @param headers besides length, security and cross-origin headers, which the server adds
 * @param body what follows
 */
public record Reply(int status, List<Header> headers, Body body) {
  /** A header line. */
  public record Header(String name, String value) {}

  public Reply {
    headers = List.copyOf(headers);
  }

  /** 200 with text. */
  public static Reply ok(String mediaType, String text) {
    return of(200, mediaType, text);
  }

  /** 200 with bytes. */
  public static Reply ok(String mediaType, byte[] bytes) {
    return of(200, mediaType, new Body.Bytes(bytes));
  }

  /** Any status with text. */
  public static Reply of(int status, String mediaType, String text) {
    return of(status, mediaType, new Body.Bytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Any status with a body. */
  public static Reply of(int status, String mediaType, Body body) {
    String type =
        mediaType.startsWith("text/") && !mediaType.contains("charset")
            ? mediaType + ";charset=utf-8"
            : mediaType;
    return new Reply(status, List.of(new Header("Content-Type", type)), body);
  }

  /** No content: a redirect, a 304, an answer to a preflight. */
  public static Reply empty(int status) {
    return new Reply(status, List.of(), new Body.Bytes(new byte[0]));
  }

  /** A redirect. */
  public static Reply redirect(int status, String location) {
    return empty(status).with("Location", location);
  }

  /** A problem as JSON. */
  public static Reply problem(Problem problem) {
    Reply reply = of(problem.status(), Problem.MEDIA_TYPE, problem.json());
    return problem.status() == 503 ? reply.with("Retry-After", "5") : reply;
  }

  /** The same with one more header; the value is made harmless. */
  public Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.removeIf(h -> h.name().equalsIgnoreCase(name));
    more.add(new Header(name, Escape.header(value)));
    return new Reply(status, more, body);
  }

  /** The value of a header. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
