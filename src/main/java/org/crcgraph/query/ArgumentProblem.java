package org.crcgraph.query;

import java.util.List;
import java.util.stream.Collectors;
import org.crcgraph.query.EntityNames.Meaning;
import org.crcgraph.query.EntityNames.Thing;

/**
 * What is wrong with an argument of a stored query.
 *
 * @param parameter name of the parameter
 * @param what what is wrong, with the offending value
 * @param candidates what may have been meant, or empty
 */
public record ArgumentProblem(String parameter, String what, List<String> candidates) {
  public ArgumentProblem {
    candidates = List.copyOf(candidates);
  }

  static ArgumentProblem unknown(String name, StoredQuery query) {
    return new ArgumentProblem(
        name,
        query.name() + " has no parameter " + name,
        query.parameters().stream().map(Parameter::name).toList());
  }

  static ArgumentProblem repeated(String name) {
    return new ArgumentProblem(name, name + " is given twice", List.of());
  }

  static ArgumentProblem missing(Parameter parameter) {
    return new ArgumentProblem(
        parameter.name(),
        parameter.name() + " is missing: " + parameter.type().expects(),
        List.of());
  }

  static ArgumentProblem malformed(Parameter parameter, String value) {
    return new ArgumentProblem(
        parameter.name(),
        parameter.name() + "=" + value + " is not " + parameter.type().expects(),
        List.of());
  }

  static ArgumentProblem noChoice(Parameter parameter, String value) {
    return new ArgumentProblem(
        parameter.name(),
        parameter.name() + "=" + value + " is none of its values",
        parameter.choices());
  }

  static ArgumentProblem entity(Parameter parameter, String value, Meaning meaning) {
    List<Thing> things =
        meaning instanceof Meaning.Several several
            ? several.candidates()
            : meaning instanceof Meaning.Nothing nothing ? nothing.nearest() : List.of();
    String what =
        meaning instanceof Meaning.Several
            ? " can mean several things"
            : " is nothing that the graph knows"
                + (parameter.kinds().isEmpty()
                    ? ""
                    : " as " + String.join(" or ", parameter.kinds()));
    return new ArgumentProblem(
        parameter.name(),
        parameter.name() + "=" + value + what,
        things.stream().map(Thing::toString).toList());
  }

  /** What is wrong, then the candidates. */
  @Override
  public String toString() {
    return candidates.isEmpty()
        ? what
        : what
            + candidates.stream().collect(Collectors.joining("\n  ", "; did you mean\n  ", ""))
            + "?";
  }
}
