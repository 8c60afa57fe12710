package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.query.Answer;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultFormat;
import org.crcgraph.query.SparqlText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crcgraph sparql}: runs a SPARQL query over the built graph. */
@Command(
    name = "sparql",
    description = "Runs a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE) over the graph.")
final class SparqlCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Text text = new Text();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv, tsv, json, md or html (default: table; Turtle for triples).",
      converter = ResultFormatName.class)
  private ResultFormat format = ResultFormat.TABLE;

  @Mixin private GraphOption graph = new GraphOption();

  @Spec private @Nullable CommandSpec spec;

  /** The query itself or the file it stands in. */
  private static final class Text {
    @Parameters(index = "0", paramLabel = "QUERY", description = "The query.")
    private @Nullable String query;

    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        description = "File with the query.")
    private @Nullable Path file;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Streams.out(spec);
    PrintWriter err = Streams.err(spec);
    Path file = text.file;
    String name = file == null ? "query" : file.toString();
    String query = text.query == null ? "" : text.query;
    if (file != null) {
      if (!Files.isReadable(file)) {
        err.println(Issue.error(Place.of(name), "no such file", "name a file to read"));
        return Problems.INPUT;
      }
      query = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
    SparqlText parsed = SparqlText.parse(name, query);
    if (parsed instanceof SparqlText.Refused refused) {
      err.println(refused.issue());
      return Problems.INPUT;
    }
    Optional<GraphSource> source = graph.open(err);
    if (source.isEmpty()) {
      return Problems.INPUT;
    }
    Answer answer = ((SparqlText.Accepted) parsed).run(source.get());
    format.write(answer, name, Terminal.width(), out);
    out.flush();
    return 0;
  }
}
