package org.crcgraph.query;

import java.util.Optional;

/**
 * A value given for a parameter of a stored query.
 *
 * @param name name of the parameter without its decoration, such as {@code on}
 * @param value the value as the user wrote it
 */
public record Argument(String name, String value) {
  /** Reads {@code name=value}; empty where there is no name or no equals sign. */
  public static Optional<Argument> parse(String text) {
    int equals = text.indexOf('=');
    return equals < 1
        ? Optional.empty()
        : Optional.of(new Argument(text.substring(0, equals), text.substring(equals + 1)));
  }
}
