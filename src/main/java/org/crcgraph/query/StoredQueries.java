package org.crcgraph.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/**
 * The stored queries of a folder: those that can run, and those that cannot with what is wrong; a
 * broken one does not take the others down.
 *
 * @param queries those that can run, by name
 * @param broken those that cannot, by name
 */
public record StoredQueries(List<StoredQuery> queries, List<Broken> broken) {
  private static final String ENDING = ".rq";

  public StoredQueries {
    queries = List.copyOf(queries);
    broken = List.copyOf(broken);
  }

  /**
   * A stored query that cannot run.
   *
   * @param name name of the file without {@code .rq}
   * @param text the file's text
   * @param issues what is wrong, at least one
   */
  public record Broken(String name, String text, List<Issue> issues) {
    public Broken {
      issues = List.copyOf(issues);
    }
  }

  /** Reads every {@code *.rq} of a folder. */
  public static StoredQueries load(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files =
          listed
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
    }
    List<StoredQuery> queries = new ArrayList<>();
    List<Broken> broken = new ArrayList<>();
    for (Path file : files) {
      String fileName = file.getFileName().toString();
      String name = fileName.substring(0, fileName.length() - ENDING.length());
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      List<Issue> issues = new ArrayList<>();
      Optional<StoredQuery> query = parse(name, file.toString(), text, issues);
      if (query.isPresent()) {
        queries.add(query.get());
      } else {
        broken.add(new Broken(name, text, issues));
      }
    }
    return new StoredQueries(queries, broken);
  }

  /** The query of this name, if it can run. */
  public Optional<StoredQuery> find(String name) {
    return queries.stream().filter(query -> query.name().equals(name)).findFirst();
  }

  /** The broken query of this name. */
  public Optional<Broken> findBroken(String name) {
    return broken.stream().filter(query -> query.name().equals(name)).findFirst();
  }

  /** The names nearest to a name that no query has. */
  public List<String> nearest(String name) {
    return queries.stream()
        .map(StoredQuery::name)
        .sorted(
            Comparator.comparingInt(
                known -> known.contains(name) ? 0 : EditDistance.of(name, known)))
        .limit(3)
        .toList();
  }

  /**
   * Reads one stored query.
   *
   * @return empty where something is wrong, which is then among the issues
   */
  static Optional<StoredQuery> parse(String name, String file, String text, List<Issue> issues) {
    Decorators decorators = Decorators.parse(file, text, issues);
    SparqlText parsed = SparqlText.parse(file, text);
    if (parsed instanceof SparqlText.Refused refused) {
      issues.add(refused.issue());
      return Optional.empty();
    }
    Query query = ((SparqlText.Accepted) parsed).query();
    Place start = new Place(file, 1, 1);
    if (decorators.summary().isEmpty()) {
      issues.add(Issue.error(start, "no summary", "say in #+ summary: what the query answers"));
    }
    List<Parameter> parameters = parameters(file, query, decorators, issues);
    List<String> columns = query.isSelectType() ? query.getResultVars() : List.of();
    if (!decorators.columns().isEmpty() && !decorators.columns().equals(columns)) {
      issues.add(
          Issue.error(
              start,
              "the columns are " + columns + " and x-crc.columns promises " + decorators.columns(),
              "make the two the same"));
    }
    if (query.isSelectType() && query.getOrderBy() == null) {
      issues.add(
          Issue.error(start, "no ORDER BY", "order the rows, so that pages and copies are stable"));
    }
    for (Argument argument : decorators.example()) {
      if (parameters.stream().noneMatch(p -> p.name().equals(argument.name()))) {
        issues.add(
            Issue.error(
                start,
                "the example gives " + argument.name() + ", which is no parameter",
                "give only parameters of the query"));
      }
    }
    return issues.isEmpty()
        ? Optional.of(new StoredQuery(name, file, text, decorators, query, parameters))
        : Optional.empty();
  }

  private static List<Parameter> parameters(
      String file, Query query, Decorators decorators, List<Issue> issues) {
    PrefixMapping prefixes = query.getPrefixMapping();
    List<Parameter> parameters = new ArrayList<>();
    for (String variable : Bindings.variables(query)) {
      if (!Parameter.isParameter(variable)) {
        continue;
      }
      Optional<Parameter> parameter = Parameter.of(variable, prefixes::getNsPrefixURI);
      if (parameter.isEmpty()) {
        issues.add(
            Issue.error(
                new Place(file, 1, 1),
                "?" + variable + " has no known type",
                "end it in _iri, _number, _literal, a language, or the name of an XML Schema type"));
        continue;
      }
      parameters.add(parameter.get().described(decorators));
    }
    List<String> described = decorators.describedParameters();
    for (String name : described) {
      if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
        issues.add(
            Issue.error(
                new Place(file, 1, 1),
                "x-crc.parameters describes " + name + ", which the query does not have",
                "name the parameters as users give them"));
      }
    }
    parameters.sort(
        Comparator.comparingInt(
            p -> {
              int index = described.indexOf(p.name());
              return index < 0 ? described.size() : index;
            }));
    return parameters;
  }
}
