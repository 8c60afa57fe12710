package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds from the project's own data, in this process. */
final class BuildCommandTest {
  @TempDir Path folder;

  private Path graph() {
    return folder.resolve("graph");
  }

  private CommandRun build(Path data, Object... more) {
    Object[] arguments = {"build", "--data", data, "--output", graph()};
    return CommandRun.of(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray());
  }

  private Path copyOfData() throws IOException {
    Path copy = folder.resolve("data");
    try (Stream<Path> files = Files.walk(Path.of("data"))) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(Path.of("data").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  @Test
  void ourDataBuildsWithoutAProblemAndEndsWithASummary() {
    CommandRun run = build(Path.of("data"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("ownership").contains(" claims, ").contains(" quads, ");
    assertThat(graph().resolve("build-report.json")).content().contains("\"problems\" : [ ]");
    assertThat(graph().resolve("tdb2")).isDirectory();
  }

  @Test
  void theGraphHoldsEachStoredQueryAsAnExampleThatNeedsNoMoreValues() throws IOException {
    assertThat(build(Path.of("data")).code()).isZero();
    CommandRun examples =
        CommandRun.of(
            "sparql",
            "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?query { ?query a sh:SPARQLExecutable"
                + " ; sh:select ?text FILTER(!REGEX(?text, '[?]_[^_]')) } ORDER BY ?query",
            "--graph",
            graph(),
            "--format",
            "csv");
    try (Stream<Path> files = Files.list(Path.of("queries"))) {
      assertThat(examples.out().lines().skip(1))
          .containsExactlyElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".rq"))
                  .map(name -> "https://w3id.org/crcgraph/api/" + name.replace(".rq", ""))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    Path document = folder.resolve("note.txt");
    Files.writeString(document, "Seetec run KSS CRC, the note says.\n");
    assertThat(build(Path.of("data"), "--documents", document, "--jobs", 1).code()).isZero();
    byte[] first = Files.readAllBytes(graph().resolve("graph.nq.gz"));
    assertThat(build(Path.of("data"), "--documents", document, "--jobs", 2).code()).isZero();
    assertThat(Files.readAllBytes(graph().resolve("graph.nq.gz"))).isEqualTo(first);
  }

  @Test
  void faultyRegistersAreAllReportedAndLeaveTheOldGraph() throws IOException {
    assertThat(build(Path.of("data")).code()).isZero();
    byte[] before = Files.readAllBytes(graph().resolve("graph.nq.gz"));
    Path data = copyOfData();
    Path ownership = data.resolve("registers/ownership/ownership.csv");
    String text = Files.readString(ownership);
    Files.writeString(
        ownership,
        text.replaceFirst("2015-02-01", "2015-02-31").replaceFirst(",seetec,", ",seatec,"));
    CommandRun run = build(data);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .containsPattern("ownership\\.csv:\\d+:\\d+: [^\\n]*2015-02-31")
        .containsPattern("ownership\\.csv:\\d+:\\d+: [^\\n]*seatec")
        .contains("the old graph");
    assertThat(Files.readAllBytes(graph().resolve("graph.nq.gz"))).isEqualTo(before);
  }

  @Test
  void aDocumentThatCannotBeReadIsALineAndTheOthersLoad() throws IOException {
    Path good = folder.resolve("good.txt");
    Files.writeString(good, "Seetec run KSS CRC, the note says.\n");
    Path bad = folder.resolve("bad.txt");
    Files.write(bad, "PK\3\4\0\0\0\0binary\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun run = build(Path.of("data"), "--documents", good, "--documents", bad);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("bad.txt:1:1: ");
    assertThat(run.out()).contains("good");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(CommandRun.of("build", "--jobs", "many").code()).isEqualTo(2);
    assertThat(CommandRun.of("bild").code()).isEqualTo(2);
    assertThat(CommandRun.of().code()).isEqualTo(2);
  }

  @Test
  void helpIsZero() {
    assertThat(CommandRun.of("--help").code()).isZero();
    assertThat(CommandRun.of("build", "--help").out()).contains("--documents");
  }
}
