package org.crcgraph.graph;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jspecify.annotations.Nullable;

/**
 * Sorts quads as N-Quads lines (RDF 1.1 N-Quads) without holding them all in memory: full runs go
 * to disk and are merged at the end. Each quad comes out once. Safe for use by several threads.
 */
final class SortedQuads implements QuadSink, Closeable {
  /** Characters of lines to hold before a run is written: about 128 MiB of memory. */
  private static final long RUN_CHARACTERS = 48_000_000;

  private final Path folder;
  private final long runCharacters;
  private final List<Path> runs = new ArrayList<>();
  private List<String> lines = new ArrayList<>();
  private long characters;

  /**
   * Prepares to sort.
   *
   * @param folder an existing folder for the runs
   */
  SortedQuads(Path folder) {
    this(folder, RUN_CHARACTERS);
  }

  SortedQuads(Path folder, long runCharacters) {
    this.folder = folder;
    this.runCharacters = runCharacters;
  }

  @Override
  public void quad(Node graph, Node subject, Node predicate, Node object) {
    add(line(graph, subject, predicate, object));
  }

  static String line(Node graph, Node subject, Node predicate, Node object) {
    return NodeFmtLib.strNT(subject)
        + ' '
        + NodeFmtLib.strNT(predicate)
        + ' '
        + NodeFmtLib.strNT(object)
        + ' '
        + NodeFmtLib.strNT(graph)
        + " .";
  }

  private synchronized void add(String line) {
    lines.add(line);
    characters += line.length();
    if (characters > runCharacters) {
      try {
        writeRun();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void writeRun() throws IOException {
    Collections.sort(lines);
    Path run = folder.resolve("run-" + runs.size() + ".nq");
    runs.add(run);
    try (BufferedWriter writer = Files.newBufferedWriter(run, StandardCharsets.UTF_8)) {
      @Nullable String last = null;
      for (String line : lines) {
        if (!line.equals(last)) {
          writer.write(line);
          writer.write('\n');
          last = line;
        }
      }
    }
    lines = new ArrayList<>();
    characters = 0;
  }

  /**
   * Merges the runs into a compressed file, the same bytes for the same quads.
   *
   * @return the number of quads
   */
  synchronized long writeTo(Path file) throws IOException {
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8),
            1 << 16)) {
      return forEach(
          line -> {
            writer.write(line);
            writer.write('\n');
          });
    }
  }

  /** Takes a line. */
  interface LineTaker {
    void take(String line) throws IOException;
  }

  /**
   * Hands over each line once, in order. More quads may be added afterwards.
   *
   * @return the number of lines
   */
  synchronized long forEach(LineTaker taker) throws IOException {
    if (!lines.isEmpty()) {
      writeRun();
    }
    long count = 0;
    PriorityQueue<Run> queue = new PriorityQueue<>();
    try {
      for (Path path : runs) {
        Run.open(path, queue);
      }
      @Nullable String last = null;
      while (!queue.isEmpty()) {
        Run run = queue.poll();
        if (!run.line.equals(last)) {
          taker.take(run.line);
          last = run.line;
          count++;
        }
        run.next(queue);
      }
    } finally {
      for (Run run : queue) {
        run.reader.close();
      }
    }
    return count;
  }

  /**
   * The same quads with some IRIs renamed.
   *
   * @param into an existing folder for the runs of the renamed quads
   * @param marker text that every IRI to be renamed contains, so that other lines are not searched
   * @param names the IRIs to be renamed, with their new names
   */
  synchronized SortedQuads renamed(Path into, String marker, Map<String, String> names)
      throws IOException {
    writeRun();
    SortedQuads renamed = new SortedQuads(into, runCharacters);
    for (Path run : runs) {
      try (BufferedReader reader = Files.newBufferedReader(run, StandardCharsets.UTF_8)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          renamed.add(line.contains(marker) ? rename(line, marker, names) : line);
        }
      }
    }
    return renamed;
  }

  /** Renames IRIs in subject and object: only where they stand in angle brackets. */
  private static String rename(String line, String marker, Map<String, String> names) {
    String result = line;
    int at = result.indexOf('<');
    while (at >= 0) {
      int end = result.indexOf('>', at);
      if (end < 0) {
        break;
      }
      String iri = result.substring(at + 1, end);
      String name = iri.contains(marker) ? names.get(iri) : null;
      if (name != null) {
        result = result.substring(0, at + 1) + name + result.substring(end);
        end = at + 1 + name.length();
      }
      at = result.indexOf('<', end);
    }
    return result;
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  /** A run that is being merged, ordered by its next line. */
  private static final class Run implements Comparable<Run> {
    private final BufferedReader reader;
    private String line;

    private Run(BufferedReader reader, String line) {
      this.reader = reader;
      this.line = line;
    }

    static void open(Path path, PriorityQueue<Run> queue) throws IOException {
      BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
      String first = reader.readLine();
      if (first == null) {
        reader.close();
      } else {
        queue.add(new Run(reader, first));
      }
    }

    void next(PriorityQueue<Run> queue) throws IOException {
      String following = reader.readLine();
      if (following == null) {
        reader.close();
      } else {
        line = following;
        queue.add(this);
      }
    }

    @Override
    public int compareTo(Run other) {
      return line.compareTo(other.line);
    }
  }
}
