package org.crcgraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as handlers see it.
 *
 * @param method upper case
 * @param path decoded, from the root of the server
 * @param query what stands after {@code ?} in the address
 * @param exchange the container's request, for headers and the body
 * @param bodies reads the body
 */
public record Request(
    String method, String path, Parameters query, HttpServletRequest exchange, BodyReader bodies) {

  /** Reads method, path and query string. */
  static Request of(HttpServletRequest exchange, BodyReader bodies) {
    String query = exchange.getQueryString();
    String path = exchange.getRequestURI();
    if (path.indexOf(';') >= 0) {
      path = path.substring(0, path.indexOf(';'));
    }
    return new Request(
        exchange.getMethod().toUpperCase(Locale.ROOT),
        Parameters.decode(path.replace("+", "%2B")),
        query == null ? Parameters.NONE : Parameters.parse(query),
        exchange,
        bodies);
  }

  /** A header's value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getHeader(name));
  }

  /** The body's media type without its parameters, lower case; empty where none is given. */
  public String mediaType() {
    String type = exchange.getContentType();
    if (type == null) {
      return "";
    }
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }

  /** The body as UTF-8 text; refuses one over the limit without reading on. */
  public String body() throws IOException {
    String charset = exchange.getCharacterEncoding();
    if (charset != null && !charset.equalsIgnoreCase("UTF-8")) {
      throw new ProblemException(
          Problem.of(
              415, "Not UTF-8", "The body of a request is UTF-8; this one says that it is not."));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bodies.read(exchange)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problem.of(400, "Not UTF-8", "The body of the request is not UTF-8 text."));
    }
  }

  /** The parameters of the address and, for a form, of the body. */
  public Parameters form() throws IOException {
    return mediaType().equals("application/x-www-form-urlencoded")
        ? query.and(Parameters.parse(body()))
        : query;
  }
}
