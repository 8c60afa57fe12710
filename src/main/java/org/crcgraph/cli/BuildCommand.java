package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.crcgraph.Build;
import org.crcgraph.Installation;
import org.crcgraph.graph.BuildReport;
import org.crcgraph.model.Issue;
import org.crcgraph.read.DocumentFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crcgraph build}: registers, reviewed claims and documents to a graph on disk. */
@Command(
    name = "build",
    description =
        "Reads the registers, the reviewed claims and every document, and writes the graph. The old"
            + " graph stays in place and usable until the new one is complete.")
final class BuildCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Registers, lexicon, claims and documents (default: data).")
  private @Nullable Path data;

  @Option(
      names = "--documents",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Documents to read besides those of the data folder: file, folder or glob.")
  private List<String> documents = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder of the graph (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("target", "graph");

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Documents to read at once (default: the number of cores).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = Streams.err(spec);
    Path dataFolder = data != null ? data : Installation.folder("data");
    Build build =
        new Build(
            dataFolder,
            Installation.folder("ontology"),
            Installation.folder("queries"),
            output,
            Math.max(1, jobs));
    List<Issue> issues = new ArrayList<>();
    List<Path> files =
        new ArrayList<>(DocumentFiles.expand(dataFolder.resolve("documents"), issues));
    for (String path : documents) {
      files.addAll(DocumentFiles.expand(path, issues));
    }
    int code;
    try {
      BuildReport report = build.run(files.stream().distinct().toList(), n -> {});
      printSummary(report, Streams.out(spec));
      code = 0;
    } catch (Build.FaultyInputException e) {
      err.println("Nothing was built; the old graph, where there is one, stands.");
      code = 1;
    }
    issues.addAll(build.issues());
    return Math.max(code, Problems.print(issues, err));
  }

  private void printSummary(BuildReport report, PrintWriter out) {
    out.printf("%-10s %-44s %8s %8s  %s%n", "source", "name", "records", "claims", "by type");
    for (BuildReport.Source source : report.sources()) {
      Map<String, Integer> records = new TreeMap<>(source.records());
      String byType =
          records.entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", "));
      int names = source.ambiguous() + source.unlinked();
      out.printf(
          "%-10s %-44s %8d %8d  %s%s%n",
          source.kind(),
          source.name(),
          records.values().stream().mapToInt(Integer::intValue).sum(),
          source.claims(),
          byType,
          names == 0 ? "" : "; " + names + " names left unlinked");
    }
    out.printf(
        "%d claims, %d quads, %d conflicts between registers' sources, version %s, in %s%n",
        report.claims(),
        report.quads(),
        report.conflicts(),
        report.version().substring(0, 12),
        output);
    out.flush();
  }
}
