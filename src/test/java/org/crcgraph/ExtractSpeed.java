package org.crcgraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Issue;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.UnreadableDocumentException;
import org.crcgraph.record.RecordJson;

/**
 * Measures extraction: {@code ExtractSpeed FOLDER [ROUNDS]} reads the documents of a folder once a
 * round, as {@code crcgraph extract} does, and prints for each round how many megabytes of text a
 * second of processor time takes and how much memory is in use at its end. The first rounds show
 * what a short run costs while the virtual machine compiles; the last show the rules' own speed.
 *
 * <p>Run it with the test classes on the class path, on one core ({@code taskset -c 0 java …}), and
 * with documents that differ from each other.
 */
public final class ExtractSpeed {
  private ExtractSpeed() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      files = all.sorted().toList();
    }
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    List<Issue> issues = new ArrayList<>();
    Pipeline pipeline = new Pipeline(Lexicon.load(Path.of("data"), List.of(), issues));
    for (int round = 1; round <= rounds; round++) {
      System.out.println(measure(pipeline, files, round, issues));
    }
  }

  private static String measure(Pipeline pipeline, List<Path> files, int round, List<Issue> issues)
      throws IOException {
    RecordJson json = new RecordJson();
    long read = 0;
    long written = 0;
    long start = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (Path file : files) {
      try {
        Annotated annotated = pipeline.annotate(DocumentFormat.read(file, issues));
        for (Annotation annotation : annotated.annotations()) {
          written += json.line(annotated.document(), annotation).length();
        }
        read += Files.size(file);
      } catch (UnreadableDocumentException e) {
        issues.add(e.issue());
      }
    }
    double seconds =
        (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
            / 1e9;
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "round %d: %.2f MB of text, %.2f MB of records, %.2f MB/s, %d MB in use",
        round,
        read / 1e6,
        written / 1e6,
        read / 1e6 / seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
