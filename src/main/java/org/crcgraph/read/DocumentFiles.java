package org.crcgraph.read;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/** Finds the documents that a user names: a file, every document below a folder, or a glob. */
public final class DocumentFiles {
  private DocumentFiles() {}

  /**
   * The documents of several files, folders and globs, each once, in the order given and sorted by
   * path within each.
   *
   * @param issues receives a line for each that nothing is found for
   */
  public static List<Path> expandAll(List<String> patterns, List<Issue> issues) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String pattern : patterns) {
      all.addAll(expand(pattern, issues));
    }
    return all.stream().distinct().toList();
  }

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
    return Files.isDirectory(path) ? below(path, DocumentFiles::isDocument, issues) : List.of(path);
  }

  private static boolean isDocument(Path file) {
    String name = file.getFileName().toString();
    return DocumentFormat.of(file).isPresent()
        && !name.startsWith(".")
        && !name.toUpperCase(Locale.ROOT).startsWith("README")
        && !name.endsWith(FetchedPage.SUFFIX);
  }

  /** The wanted files below a folder; what cannot be opened is a problem line of its own. */
  private static List<Path> below(Path folder, Predicate<Path> wanted, List<Issue> issues)
      throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // A link is taken where it leads to a file, so that no circle of folders is followed.
            if (Files.isRegularFile(file) && wanted.test(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            issues.add(
                Issue.error(
                    Place.of(file.toString()),
                    "cannot be opened (" + failure.getClass().getSimpleName() + ")",
                    "give yourself the right to read it"));
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  private static List<Path> glob(String pattern, List<Issue> issues) throws IOException {
    int star = indexOfMagic(pattern);
    int slash = star < 0 ? -1 : pattern.lastIndexOf('/', star);
    Path folder = Path.of(slash < 0 ? "" : slash == 0 ? "/" : pattern.substring(0, slash));
    if (star >= 0 && Files.isDirectory(folder.toAbsolutePath())) {
      try {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<Path> found = below(folder, matcher::matches, issues);
        if (!found.isEmpty()) {
          return found;
        }
      } catch (PatternSyntaxException e) {
        issues.add(
            Issue.error(
                Place.of(pattern),
                "not a glob (" + e.getDescription() + ")",
                "close its brackets"));
        return List.of();
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
