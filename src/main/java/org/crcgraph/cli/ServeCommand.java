package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.crcgraph.Installation;
import org.crcgraph.TextsAtHand;
import org.crcgraph.graph.GraphStore;
import org.crcgraph.model.Issue;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.ServeOptions;
import org.crcgraph.serve.WebServer;
import org.crcgraph.serve.sparql.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crcgraph serve}: the web server over a built graph or another SPARQL endpoint. */
@Command(name = "serve", description = "Serves the graph: SPARQL, stored queries, pages.")
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--graph",
      paramLabel = "DIR",
      description = "The built graph (${DEFAULT-VALUE}).")
  private Path graph = Path.of("target/graph");

  @Option(names = "--host", description = "Address to listen on (${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(names = "--port", description = "Port to listen on, 0 for any (${DEFAULT-VALUE}).")
  private int port = 3030;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Serve another SPARQL 1.1 endpoint instead of a graph on this machine.")
  private @Nullable URI endpoint;

  @Option(
      names = "--documents",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Documents whose text the pages show besides those of the data folder: file, folder or"
              + " glob. Give only what you may show to whoever can reach the server.")
  private List<String> documents = List.of();

  @Option(names = "--queries", paramLabel = "DIR", description = "Stored queries (queries).")
  private @Nullable Path queries;

  @Option(names = "--access-log", description = "Print a line of JSON for each request.")
  private boolean accessLog;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter err = Streams.err(spec);
    if (endpoint == null && !GraphStore.exists(graph)) {
      err.println("No graph in " + graph + " yet: building it from the data folder.");
      int code = Crcgraph.run(err, err, "build", "--output", graph.toString());
      if (code != 0) {
        return code;
      }
    }
    List<Issue> issues = new ArrayList<>();
    TextsAtHand texts = TextsAtHand.of(Installation.folder("data"), documents, issues);
    Problems.print(issues, err);
    ServeOptions options =
        new ServeOptions(
            host,
            port,
            Limits.standard(),
            StoredQueries.load(queries != null ? queries : Installation.folder("queries")),
            texts,
            entry -> {
              if (accessLog) {
                System.out.println(entry.json());
              }
            });
    Optional<WebServer> started =
        endpoint == null
            ? WebServer.overGraph(graph, options)
            : Optional.of(WebServer.overEndpoint(endpoint, options));
    if (started.isEmpty()) {
      err.println(graph + ":1:1: there is no built graph; run crcgraph build");
      return 1;
    }
    WebServer server = started.get();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                }));
    err.println("CRC Graph at " + server.address());
    stopped.await();
    return 0;
  }
}
