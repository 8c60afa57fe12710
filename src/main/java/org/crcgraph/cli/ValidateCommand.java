package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crcgraph.Installation;
import org.crcgraph.graph.BuildReport;
import org.crcgraph.graph.Iris;
import org.crcgraph.graph.Validation;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.read.RegisterReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crcgraph validate}: holds the built graph against its shapes. */
@Command(
    name = "validate",
    description =
        "Holds the built graph against the SHACL shapes and checks its integrity; prints each"
            + " violation with the register cell or passage that caused it.")
final class ValidateCommand implements Callable<Integer> {
  @Mixin private GraphOption graph = new GraphOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The data from which the graph was built, for the places (default: the folder that"
              + " the build read).")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Streams.err(spec);
    Optional<Path> folder = graph.folder(err);
    if (folder.isEmpty()) {
      return Problems.INPUT;
    }
    Path dataFolder = data != null ? data : dataOf(folder.get());
    List<Issue> issues = new ArrayList<>();
    List<Register> registers = RegisterReader.read(dataFolder.resolve("registers"), issues);
    Path shapes = Installation.folder("ontology").resolve("shapes");
    issues.addAll(Validation.run(Iris.CANONICAL, folder.get(), shapes, registers));
    int code = Problems.print(issues, err);
    if (issues.isEmpty()) {
      err.println("No violation.");
    }
    return code;
  }

  /** The folder from which the graph was built; where it is gone, the usual one. */
  private static Path dataOf(Path graph) throws IOException {
    return BuildReport.dataOf(graph)
        .filter(Files::isDirectory)
        .orElseGet(() -> Installation.folder("data"));
  }
}
