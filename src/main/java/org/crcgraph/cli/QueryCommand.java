package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crcgraph.Installation;
import org.crcgraph.query.Answer;
import org.crcgraph.query.Argument;
import org.crcgraph.query.EntityNames;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.Parameter;
import org.crcgraph.query.ResultFormat;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crcgraph query}: runs a stored query, or lists them. */
@Command(
    name = "query",
    description = "Runs a stored query; without a name, lists them with their parameters.",
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Name of the query.")
  private @Nullable String name;

  @Parameters(
      index = "1..*",
      paramLabel = "PARAM=VALUE",
      description = "Values, such as on=2018-06-15 or crc='KSS CRC'.")
  private List<String> values = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv, tsv, json, md or html (default: table).",
      converter = ResultFormatName.class)
  private ResultFormat format = ResultFormat.TABLE;

  @Option(names = "--queries", paramLabel = "DIR", description = "Folder of stored queries.")
  private @Nullable Path folder;

  @Mixin private GraphOption graph = new GraphOption();

  @Override
  public Integer call() throws IOException {
    StoredQueries queries =
        StoredQueries.load(folder != null ? folder : Installation.folder("queries"));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    if (name == null) {
      return list(queries, out);
    }
    Optional<StoredQuery> query = queries.find(name);
    if (query.isEmpty()) {
      return unknown(queries, name);
    }
    List<Argument> arguments = new ArrayList<>();
    for (String value : values) {
      Optional<Argument> argument = Argument.parse(value);
      if (argument.isEmpty()) {
        System.err.println(value + " is no PARAM=VALUE; write it as on=2018-06-15");
        return 2;
      }
      arguments.add(argument.get());
    }
    Optional<GraphSource> source = graph.open();
    if (source.isEmpty()) {
      return 1;
    }
    StoredQuery.Filled filled = query.get().fill(arguments, EntityNames.of(source.get()));
    if (filled instanceof StoredQuery.Filled.Ready ready) {
      Answer answer = ready.run(source.get());
      format.write(answer, query.get().decorators().summary(), Terminal.width(), out);
      out.flush();
      return 0;
    }
    ((StoredQuery.Filled.Wrong) filled).problems().forEach(System.err::println);
    return 2;
  }

  private static int unknown(StoredQueries queries, String name) {
    Optional<StoredQueries.Broken> broken = queries.findBroken(name);
    if (broken.isPresent()) {
      broken.get().issues().forEach(System.err::println);
      return 1;
    }
    System.err.println(
        "no stored query "
            + name
            + "; did you mean "
            + String.join(", ", queries.nearest(name))
            + "?");
    return 2;
  }

  /** Each query on a line with its parameters, optional ones in brackets, and what it answers. */
  private static int list(StoredQueries queries, PrintStream out) {
    for (StoredQuery query : queries.queries()) {
      out.print(query.name());
      for (Parameter parameter : query.parameters()) {
        String value = parameter.name() + "=" + parameter.typeName();
        out.print(parameter.required() ? " " + value : " [" + value + "]");
      }
      out.println();
      out.println("    " + query.decorators().summary());
    }
    out.flush();
    for (StoredQueries.Broken broken : queries.broken()) {
      broken.issues().forEach(System.err::println);
    }
    return queries.broken().isEmpty() ? 0 : 1;
  }
}
