package org.crcgraph.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * A SPARQL query kept as a file, with typed parameters.
 *
 * @param name name of the file without {@code .rq}
 * @param file the file, for messages
 * @param text the file's text
 * @param decorators what its header says
 * @param query the query, parsed
 * @param parameters its parameters, in the order in which the header describes them
 */
public record StoredQuery(
    String name,
    String file,
    String text,
    Decorators decorators,
    Query query,
    List<Parameter> parameters) {
  public StoredQuery {
    parameters = List.copyOf(parameters);
  }

  /** The names of the columns, in order. */
  public List<String> columns() {
    return query.isSelectType() ? List.copyOf(query.getResultVars()) : List.of();
  }

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String parameter) {
    return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
  }

  /** The query with its values in place, or what is wrong with them. */
  public sealed interface Filled {
    /** Ready to run. */
    record Ready(Query query) implements Filled {
      /** Runs it. */
      public Answer run(GraphSource source) {
        return Answer.of(query, source);
      }
    }

    /** Every wrong, missing or unknown argument. */
    record Wrong(List<ArgumentProblem> problems) implements Filled {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Binds arguments into the parsed query. */
  public Filled fill(List<Argument> arguments, EntityNames names) {
    List<ArgumentProblem> problems = new ArrayList<>();
    Set<String> given = new LinkedHashSet<>();
    for (Argument argument : arguments) {
      if (parameter(argument.name()).isEmpty()) {
        problems.add(ArgumentProblem.unknown(argument.name(), this));
      } else if (!given.add(argument.name())) {
        problems.add(ArgumentProblem.repeated(argument.name()));
      }
    }
    Query filled = query;
    for (Parameter parameter : parameters) {
      Optional<String> value =
          arguments.stream()
              .filter(a -> a.name().equals(parameter.name()))
              .map(Argument::value)
              .findFirst()
              .or(() -> Optional.ofNullable(parameter.defaultValue()));
      if (value.isPresent()) {
        Optional<Node> node = new Values(names, problems).node(parameter, value.get());
        if (node.isPresent()) {
          filled = Bindings.bind(filled, parameter.variable(), node.get());
        }
      } else if (parameter.required()) {
        problems.add(ArgumentProblem.missing(parameter));
      }
    }
    return problems.isEmpty() ? new Filled.Ready(filled) : new Filled.Wrong(problems);
  }

  /** Turns what users write into nodes. */
  private record Values(EntityNames names, List<ArgumentProblem> problems) {
    Optional<Node> node(Parameter parameter, String value) {
      if (!parameter.choices().isEmpty() && !parameter.choices().contains(value)) {
        problems.add(ArgumentProblem.noChoice(parameter, value));
        return Optional.empty();
      }
      if (parameter.type() instanceof ParameterType.Entity) {
        EntityNames.Meaning meaning = names.meaning(value, parameter.kinds());
        if (meaning instanceof EntityNames.Meaning.One one) {
          return Optional.of(one.node());
        }
        problems.add(ArgumentProblem.entity(parameter, value, meaning));
        return Optional.empty();
      }
      Optional<Node> node = parameter.type().parse(value.strip());
      if (node.isEmpty()) {
        problems.add(ArgumentProblem.malformed(parameter, value));
      }
      return node;
    }
  }
}
