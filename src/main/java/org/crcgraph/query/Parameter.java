package org.crcgraph.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a stored query, as grlc's convention reads it off a variable: {@code ?_name} is
 * required, {@code ?__name} optional; {@code _iri}, {@code _number}, {@code _literal}, a two-letter
 * language, the name of an XML Schema type, or {@code _prefix_datatype} may follow.
 *
 * @param variable the variable, without question mark
 * @param name the name by which users give it
 * @param required whether the query cannot run without it
 * @param type what its values are
 * @param description what it means, or empty
 * @param kinds for an entity, the KIND parts of IRIs that it may have; empty where any will do
 * @param defaultValue used where no value is given
 * @param choices the only values allowed, or empty
 */
public record Parameter(
    String variable,
    String name,
    boolean required,
    ParameterType type,
    String description,
    List<String> kinds,
    @Nullable String defaultValue,
    List<String> choices) {
  private static final Pattern VARIABLE =
      Pattern.compile("(__?)([^_]+)(?:_([a-zA-Z0-9]+))?(?:_([a-zA-Z0-9]+))?");

  public Parameter {
    kinds = List.copyOf(kinds);
    choices = List.copyOf(choices);
  }

  /** Whether a variable is a parameter by its name. */
  static boolean isParameter(String variable) {
    return variable.startsWith("_") && VARIABLE.matcher(variable).matches();
  }

  /**
   * Reads a variable's name.
   *
   * @param prefixes the query's prefixes, for {@code ?_name_prefix_datatype}
   * @return empty where the name is no parameter or its type is unknown
   */
  static Optional<Parameter> of(String variable, Prefixes prefixes) {
    Matcher m = VARIABLE.matcher(variable);
    if (!m.matches()) {
      return Optional.empty();
    }
    return ParameterType.of(m.group(3), m.group(4), prefixes)
        .map(
            type ->
                new Parameter(
                    variable,
                    m.group(2),
                    m.group(1).length() == 1,
                    type,
                    "",
                    List.of(),
                    null,
                    List.of()));
  }

  /** The same parameter with what the decorators say about it. */
  Parameter described(Decorators decorators) {
    return new Parameter(
        variable,
        name,
        required && decorators.defaultOf(this).isEmpty(),
        type,
        decorators.descriptionOf(name),
        decorators.kindsOf(name),
        decorators.defaultOf(this).orElse(null),
        decorators.choicesOf(this));
  }

  /** A word for its values in a list: {@code date}, {@code crc}, {@code text}. */
  public String typeName() {
    if (type instanceof ParameterType.Typed typed) {
      return typed.localName();
    }
    if (type instanceof ParameterType.Numeric) {
      return "number";
    }
    if (type instanceof ParameterType.Entity) {
      return kinds.isEmpty() ? "entity" : String.join("|", kinds);
    }
    return "text";
  }

  /** The expansion of a prefix, where the query declares it. */
  interface Prefixes {
    /** The IRI of a prefix without colon, or null. */
    @Nullable String expand(String prefix);
  }
}
