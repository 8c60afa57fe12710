package org.crcgraph.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diff} tells of two small dumps. */
final class BuildDifferenceTest {
  private static final String ID = "https://w3id.org/crcgraph/id/";
  private static final String CRC = "https://w3id.org/crcgraph/ontology#";
  private static final String GRAPH = "<https://w3id.org/crcgraph/graph/register/ownership>";

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private Path before;
  private Path after;

  @BeforeEach
  void makeFolders() throws IOException {
    before = Files.createDirectory(folder.resolve("before"));
    after = Files.createDirectory(folder.resolve("after"));
  }

  @Test
  void theSameBuildHasNoChanges() throws Exception {
    write(before, List.of(claim("a", "o1", "from", "\"2015\"", "Chosen")));
    write(after, List.of(claim("a", "o1", "from", "\"2015\"", "Chosen")));
    assertThat(compare().isEmpty()).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void aNewValueOfTheSamePropertyIsAChange() throws Exception {
    write(before, List.of(claim("a", "o1", "from", "\"2015\"", "Chosen")));
    write(after, List.of(claim("b", "o1", "from", "\"2016\"", "Chosen")));
    assertThat(compare().claimsChanged()).isEqualTo(1);
    assertThat(told)
        .containsExactly("~ ownership/o1  crc:from  2015 → 2016  [https://example.org/s]");
  }

  @Test
  void aNewStandingOfTheSameClaimIsAChange() throws Exception {
    write(before, List.of(claim("a", "o1", "from", "\"2015\"", "Chosen")));
    write(after, List.of(claim("a", "o1", "from", "\"2015\"", "Contested")));
    compare();
    assertThat(told)
        .containsExactly(
            "~ ownership/o1  crc:from  standing crc:Chosen → standing crc:Contested"
                + "  [https://example.org/s]");
  }

  @Test
  void claimsThatCameAndWentAreTold() throws Exception {
    write(
        before,
        List.of(
            claim("a", "o1", "from", "\"2015\"", "Chosen"),
            claim("c", "o2", "owner", "<" + ID + "organisation/fern>", "Chosen"),
            List.of("<" + ID + "organisation/fern> <" + CRC + "note> \"old\" " + GRAPH + " .")));
    write(
        after,
        List.of(
            claim("a", "o1", "from", "\"2015\"", "Chosen"),
            claim("b", "o3", "to", "\"a \\\"b\\\" > c\"", "Chosen")));
    BuildDifference.Summary summary = compare();
    assertThat(told)
        .containsExactly(
            "+ ownership/o3  crc:to  a \"b\" > c  [https://example.org/s]",
            "- ownership/o2  crc:owner  organisation/fern  [https://example.org/s]");
    assertThat(summary).isEqualTo(new BuildDifference.Summary(1, 1, 0, 6, 7));
  }

  @Test
  void anUnsortedDumpIsAProblemWithItsLine() throws Exception {
    writeLines(before, List.of("<b> <p> <o> <g> .", "<a> <p> <o> <g> ."));
    writeLines(after, List.of("<a> <p> <o> <g> ."));
    assertThatThrownBy(this::compare)
        .isInstanceOfSatisfying(
            UnsortedDumpException.class,
            e ->
                assertThat(e.issue().toString())
                    .endsWith(
                        "graph.nq.gz:2:1: the lines are not sorted; compare dumps as crcgraph"
                            + " build writes them"));
  }

  private BuildDifference.Summary compare() throws IOException, UnsortedDumpException {
    return BuildDifference.compare(before, after, change -> told.add(change.toString()));
  }

  private static List<String> claim(
      String name, String subject, String property, String value, String standing) {
    return Stream.of(
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <" + CRC + "Claim>",
            "<" + CRC + "claimSubject> <" + ID + "ownership/" + subject + ">",
            "<" + CRC + "claimProperty> <" + CRC + property + ">",
            "<" + CRC + "claimValue> " + value,
            "<" + CRC + "standing> <" + CRC + standing + ">",
            "<http://www.w3.org/ns/prov#wasDerivedFrom> <https://example.org/s>")
        .map(rest -> "<" + ID + "claim/" + name + "> " + rest + " " + GRAPH + " .")
        .toList();
  }

  private static void write(Path build, List<List<String>> lines) throws IOException {
    writeLines(build, lines.stream().flatMap(List::stream).sorted().toList());
  }

  private static void writeLines(Path build, List<String> lines) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(build.resolve("graph.nq.gz")))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
