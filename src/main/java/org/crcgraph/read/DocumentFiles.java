package org.crcgraph.read;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/** Finds the documents that a user names: a file, every document below a folder, or a glob. */
public final class DocumentFiles {
  private DocumentFiles() {}

  /**
   * The files, sorted by path. A README in a folder is no document; a file of an unknown format in
   * a folder is passed over, one named outright is not.
   *
   * @param issues receives a line where nothing is found
   */
  public static List<Path> expand(String pattern, List<Issue> issues) throws IOException {
    try {
      Path path = Path.of(pattern);
      if (Files.exists(path)) {
        return expand(path, issues);
      }
    } catch (InvalidPathException e) {
      // Not a path on this system, so it can only be a glob.
    }
    return glob(pattern, issues);
  }

  /** The document at a path, or the documents below a folder. */
  public static List<Path> expand(Path path, List<Issue> issues) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> DocumentFormat.of(f).isPresent())
          .filter(f -> !f.getFileName().toString().startsWith("README"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> glob(String pattern, List<Issue> issues) throws IOException {
    int star = indexOfMagic(pattern);
    int slash = star < 0 ? -1 : pattern.lastIndexOf('/', star);
    Path folder = Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
    if (star >= 0 && Files.isDirectory(folder.toAbsolutePath())) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> found =
            files.filter(Files::isRegularFile).filter(matcher::matches).sorted().toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    issues.add(
        Issue.error(
            Place.of(pattern), "no such document", "give a file, a folder or a glob that matches"));
    return List.of();
  }

  private static int indexOfMagic(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
