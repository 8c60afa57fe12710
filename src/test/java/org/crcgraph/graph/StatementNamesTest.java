package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementNamesTest {
  private static final String WORDS =
      "We found that the company had moved its staff to one office in the spring, and that nobody"
          + " had told the people who come there to report each week where they should go.";
  private static final String CUT =
      "We found that the company had moved its staff to one office in the spring, and that nobody"
          + " had told the people who come there to report each week.";

  @TempDir Path folder;

  private static Node statement(String name) {
    return Iris.CANONICAL.id("statement/" + name);
  }

  @Test
  void aCutCopyOfTheSameSpeakersWordsGetsOneNameWhateverTheOrder() {
    StatementNames one = new StatementNames();
    one.add("jo", statement("a"), WORDS);
    one.add("jo", statement("b"), CUT);
    StatementNames other = new StatementNames();
    other.add("jo", statement("b"), CUT);
    other.add("jo", statement("a"), WORDS);
    assertThat(one.copies()).hasSize(1).isEqualTo(other.copies());
  }

  @Test
  void otherSpeakersAndOtherWordsKeepTheirNames() {
    StatementNames names = new StatementNames();
    names.add("jo", statement("a"), WORDS);
    names.add("sam", statement("b"), CUT);
    names.add(
        "jo", statement("c"), "The budget for next year has not been agreed with anybody yet.");
    assertThat(names.copies()).isEmpty();
  }

  @Test
  void renamingKeepsTheOrderAndLeavesTextAlone() throws IOException {
    Node graph = Iris.CANONICAL.factsGraph();
    Path runs = Files.createDirectories(folder.resolve("runs"));
    Path renamedRuns = Files.createDirectories(folder.resolve("renamed"));
    Path dump = folder.resolve("dump");
    try (SortedQuads quads = new SortedQuads(runs)) {
      quads.quad(graph, statement("b"), Terms.TEXT, Literals.text("see " + statement("b")));
      quads.quad(graph, statement("a"), Terms.MODE, Literals.text("direct"));
      try (SortedQuads renamed =
          quads.renamed(
              renamedRuns,
              "/id/statement/",
              Map.of(statement("b").getURI(), statement("a").getURI()))) {
        assertThat(renamed.writeTo(dump)).isEqualTo(2);
      }
    }
    assertThat(GraphBuild.head(dump, 5))
        .isSorted()
        .allMatch(line -> line.startsWith("<" + statement("a") + ">"))
        .anyMatch(line -> line.contains("\"see " + statement("b") + "\""));
  }
}
