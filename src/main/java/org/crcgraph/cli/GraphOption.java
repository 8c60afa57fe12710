package org.crcgraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.crcgraph.graph.GraphStore;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.query.GraphFolder;
import org.crcgraph.query.GraphSource;
import picocli.CommandLine.Option;

/** {@code --graph DIR}: the built graph that a command reads. */
final class GraphOption {
  @Option(
      names = "--graph",
      paramLabel = "DIR",
      defaultValue = "target/graph",
      description = "Folder of the built graph (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("target", "graph");

  /** The graph; where there is none, says so on standard error and gives nothing. */
  Optional<GraphSource> open(PrintWriter err) {
    return orSayThatThereIsNone(GraphFolder.open(folder), err);
  }

  /** The folder of the graph; where there is none in it, says so on standard error. */
  Optional<Path> folder(PrintWriter err) {
    return orSayThatThereIsNone(
        GraphStore.exists(folder) ? Optional.of(folder) : Optional.empty(), err);
  }

  private <T> Optional<T> orSayThatThereIsNone(Optional<T> graph, PrintWriter err) {
    if (graph.isEmpty()) {
      err.println(
          Issue.error(
              Place.of(folder.toString()),
              "no graph here",
              "run crcgraph build first, or name the folder with --graph"));
    }
    return graph;
  }
}
