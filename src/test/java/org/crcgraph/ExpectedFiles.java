package org.crcgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A folder of documents, each with a file {@code NAME.expected} beside it that says what is found
 * in it. {@code -Dfixtures.rewrite=true} writes the expectations anew.
 */
public record ExpectedFiles(Path folder) {
  private static final String EXPECTED = ".expected";

  /** Describes a document in the words of its expectation. */
  @FunctionalInterface
  public interface Description {
    String of(Path document) throws Exception;
  }

  /** A test for each document, and one that no expectation has lost its document. */
  public Stream<DynamicTest> tests(Description description) throws IOException {
    return Stream.concat(
        documents().stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> compare(file, description))),
        Stream.of(DynamicTest.dynamicTest("every expectation has its document", this::noOrphans)));
  }

  private static void compare(Path file, Description description) throws Exception {
    Path expected = file.resolveSibling(file.getFileName() + EXPECTED);
    String found = description.of(file);
    if (Boolean.getBoolean("fixtures.rewrite")) {
      Files.writeString(expected, found);
    }
    assertThat(expected).exists();
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  private List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> documents =
          files.filter(f -> !f.getFileName().toString().endsWith(EXPECTED)).sorted().toList();
      assertThat(documents).isNotEmpty();
      return documents;
    }
  }

  private void noOrphans() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> orphans =
          files
              .map(f -> f.getFileName().toString())
              .filter(n -> n.endsWith(EXPECTED))
              .map(n -> n.substring(0, n.length() - EXPECTED.length()))
              .filter(n -> !Files.exists(folder.resolve(n)))
              .toList();
      assertThat(orphans).isEmpty();
    }
  }
}
