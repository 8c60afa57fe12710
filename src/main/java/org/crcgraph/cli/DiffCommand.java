package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crcgraph.graph.GraphStore;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.publish.BuildDifference;
import org.crcgraph.publish.UnsortedDumpException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crcgraph diff}: what changed between two builds, claim by claim. */
@Command(
    name = "diff",
    description = "What changed between two builds, claim by claim: + added, - removed, ~ changed.")
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the older build.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the newer build.")
  private Path after = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Streams.out(spec);
    PrintWriter err = Streams.err(spec);
    List<Issue> issues = new ArrayList<>();
    for (Path build : List.of(before, after)) {
      if (!Files.isReadable(build.resolve(GraphStore.DUMP))) {
        issues.add(
            Issue.error(
                Place.of(build.resolve(GraphStore.DUMP).toString()),
                "no dump of a build",
                "name folders that crcgraph build has written"));
      }
    }
    if (!issues.isEmpty()) {
      return Problems.print(issues, err);
    }
    try {
      BuildDifference.Summary summary = BuildDifference.compare(before, after, out::println);
      out.flush();
      err.println(summary);
      return 0;
    } catch (UnsortedDumpException e) {
      return Problems.print(List.of(e.issue()), err);
    }
  }
}
