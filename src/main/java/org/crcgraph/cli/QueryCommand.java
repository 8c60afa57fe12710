package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crcgraph query}: runs a stored query, or lists them. */
@Command(
    name = "query",
    description = "Runs a stored query; without a name, lists them with their parameters.")
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

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    StoredQueries queries =
        StoredQueries.load(folder != null ? folder : Installation.folder("queries"));
    PrintWriter out = Streams.out(spec);
    PrintWriter err = Streams.err(spec);
    if (name == null) {
      return list(queries, out, err);
    }
    Optional<StoredQuery> query = queries.find(name);
    if (query.isEmpty()) {
      return unknown(queries, name, err);
    }
    List<Argument> arguments = new ArrayList<>();
    for (String value : values) {
      Optional<Argument> argument = Argument.parse(value);
      if (argument.isEmpty()) {
        err.println(value + " is no PARAM=VALUE; write it as on=2018-06-15");
        return Problems.USAGE;
      }
      arguments.add(argument.get());
    }
    Optional<GraphSource> source = graph.open(err);
    if (source.isEmpty()) {
      return Problems.INPUT;
    }
    StoredQuery.Filled filled = query.get().fill(arguments, EntityNames.of(source.get()));
    if (filled instanceof StoredQuery.Filled.Ready ready) {
      Answer answer = ready.run(source.get());
      format.write(answer, query.get().decorators().summary(), Terminal.width(), out);
      out.flush();
      return 0;
    }
    ((StoredQuery.Filled.Wrong) filled).problems().forEach(err::println);
    return Problems.USAGE;
  }

  private static int unknown(StoredQueries queries, String name, PrintWriter err) {
    Optional<StoredQueries.Broken> broken = queries.findBroken(name);
    if (broken.isPresent()) {
      return Problems.print(broken.get().issues(), err);
    }
    err.println(
        "no stored query "
            + name
            + "; did you mean "
            + String.join(", ", queries.nearest(name))
            + "?");
    return Problems.USAGE;
  }

  /** Each query on a line with its parameters, optional ones in brackets, and what it answers. */
  private static int list(StoredQueries queries, PrintWriter out, PrintWriter err) {
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
    return Problems.print(
        queries.broken().stream().flatMap(broken -> broken.issues().stream()).toList(), err);
  }
}
