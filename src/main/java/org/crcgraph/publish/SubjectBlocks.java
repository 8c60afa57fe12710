package org.crcgraph.publish;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sorted dump of N-Quads subject by subject, holding one subject's lines at a time.
 *
 * <p>In a dump sorted by line, the lines of a subject stand together and the subjects ascend.
 */
final class SubjectBlocks implements Closeable {
  private final Path file;
  private final BufferedReader reader;
  private @Nullable String line;
  private long number;

  private SubjectBlocks(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static SubjectBlocks open(Path file) throws IOException {
    SubjectBlocks blocks =
        new SubjectBlocks(
            file,
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                    StandardCharsets.UTF_8),
                1 << 16));
    blocks.advance();
    return blocks;
  }

  /** The subject of the next block as the line has it, or null at the end. */
  @Nullable String subject() throws UnsortedDumpException {
    return line == null ? null : subject(line);
  }

  private String subject(String of) throws UnsortedDumpException {
    int space = of.indexOf(' ');
    if (space < 0) {
      throw new UnsortedDumpException(file, number, "no quad");
    }
    return of.substring(0, space);
  }

  /** The lines of the next block, without their subject. */
  Set<String> next() throws IOException, UnsortedDumpException {
    Set<String> lines = new TreeSet<>();
    String subject = subject();
    if (subject == null) {
      return lines;
    }
    String current = line;
    while (current != null && subject(current).equals(subject)) {
      lines.add(current.substring(subject.length() + 1));
      advance();
      current = line;
    }
    if (current != null && subject(current).compareTo(subject) < 0) {
      throw new UnsortedDumpException(file, number, "the lines are not sorted");
    }
    return lines;
  }

  private void advance() throws IOException {
    line = reader.readLine();
    number++;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
