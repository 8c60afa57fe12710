package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SortedQuadsTest {
  @TempDir Path folder;

  private static Node node(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }

  private Path write(String file, String... subjects) throws IOException {
    Path target = folder.resolve(file);
    try (SortedQuads quads = new SortedQuads(folder)) {
      for (String subject : subjects) {
        quads.quad(node("g"), node(subject), node("p"), Literals.text("say \"no\"\n"));
      }
      quads.writeTo(target);
    }
    return target;
  }

  @Test
  void theOrderOfArrivalDoesNotShowInTheBytes() throws IOException {
    assertThat(write("one", "b", "a", "c", "a"))
        .hasSameBinaryContentAs(write("two", "c", "a", "b"));
  }

  @Test
  void eachQuadStandsOnceAndInOrder() throws IOException {
    assertThat(GraphBuild.head(write("one", "b", "a", "b"), 10))
        .hasSize(2)
        .isSorted()
        .first()
        .asString()
        .isEqualTo(
            "<https://example.org/a> <https://example.org/p> \"say \\\"no\\\"\\n\""
                + " <https://example.org/g> .");
  }

  @Test
  void runsAreMergedAcrossFiles() throws IOException {
    Path target = folder.resolve("merged");
    long count;
    try (SortedQuads quads = new SortedQuads(folder, 100)) {
      for (int i = 999; i >= 0; i--) {
        quads.quad(node("g"), node("s" + i % 500), node("p"), node("o"));
      }
      count = quads.writeTo(target);
    }
    assertThat(count).isEqualTo(500);
    assertThat(GraphBuild.head(target, 1000)).hasSize(500).isSorted().doesNotHaveDuplicates();
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
  }
}
