package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crcgraph.fetch.FetchSettings;
import org.crcgraph.fetch.Fetcher;
import org.crcgraph.model.Issue;
import org.crcgraph.read.DocumentFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crcgraph fetch}: saves pages and PDFs into a folder of documents. */
@Command(
    name = "fetch",
    description =
        "Saves pages and PDFs, each with its address, time and SHA-256 in FILE.meta.json beside it,"
            + " one at a time and as robots.txt allows; prints the files.")
final class FetchCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses.")
  private List<String> urls = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder of documents (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("documents");

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      description = "Least time between two requests to a host (default: ${DEFAULT-VALUE}).")
  private double delay = 2;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Longest time to wait for an answer (default: ${DEFAULT-VALUE}).")
  private int timeout = 30;

  @Option(
      names = "--max-size",
      paramLabel = "MIB",
      description = "Largest document to save (default: ${DEFAULT-VALUE}).")
  private int size = (int) (DocumentFormat.MOST_BYTES >> 20);

  @Option(names = "--user-agent", paramLabel = "NAME", description = "What to call the program.")
  private String userAgent = FetchSettings.USER_AGENT;

  @Option(
      names = "--allow-private",
      description = "Also ask this machine and private networks, for a server of your own.")
  private boolean allowPrivate;

  @Option(names = "--refresh", description = "Fetch again what was fetched before.")
  private boolean refresh;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Streams.out(spec);
    PrintWriter err = Streams.err(spec);
    FetchSettings settings =
        new FetchSettings(
            userAgent,
            Duration.ofMillis(Math.max(0, Math.round(delay * 1000))),
            Duration.ofSeconds(Math.max(1, timeout)),
            (long) Math.max(1, size) << 20,
            allowPrivate,
            refresh);
    List<Issue> issues = new ArrayList<>();
    try (Fetcher fetcher = new Fetcher(settings, Clock.systemUTC())) {
      for (String url : urls.stream().distinct().toList()) {
        try {
          Fetcher.Result result = fetcher.fetch(url, folder);
          out.println(result.file());
          out.flush();
          if (!result.fetched()) {
            err.println(result.file() + " was fetched before; --refresh fetches it again");
          }
        } catch (Fetcher.NotFetchedException e) {
          issues.add(e.issue());
        }
      }
    }
    return Problems.print(issues, err);
  }
}
