package org.crcgraph.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.crcgraph.query.SampleGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code explain} says over the sample graph. */
final class ExplanationTest {
  private static final String WALES = "https://w3id.org/crcgraph/id/crc/wales-crc";
  private static SampleGraph graph;

  @BeforeAll
  static void load() throws Exception {
    graph = SampleGraph.load();
  }

  @Test
  void aPassageIsShownWithItsContextAndARowWithItsLine() throws IOException {
    String text = written(ExplanationFormat.TEXT);
    assertThat(text)
        .startsWith("Wales CRC\n<" + WALES + ">\n")
        .contains(
            "  ownedBy: Dogwood\n    extracted, said 2018-05-02, by Dogwood said to run Wales")
        .contains(
            "characters 40–63: …People at «Dogwood, which runs the Welsh company», were pleased.…")
        .doesNotContain("register.parents");
    String owner = written("https://w3id.org/crcgraph/id/organisation/alder-probation");
    assertThat(owner)
        .contains("from: 2015-02-01")
        .contains("registers/ownership/ownership.csv:12 (Bought for a pound.)")
        .contains("  from: 2015-01-31\n    not chosen, by <https://example.org/accounts>");
  }

  @Test
  void whoSaysOtherwiseIsToldWithTheRuleThatChose() throws IOException {
    assertThat(written(ExplanationFormat.TEXT))
        .contains(
            "  ownedBy (rule 3, kind of source: the register's sources first)\n"
                + "    chosen: Alder Probation <https://example.org/alder>"
                + " <https://example.org/sale>\n"
                + "    not chosen: Dogwood <https://w3id.org/crcgraph/id/document/d1>\n");
  }

  @Test
  void documentsThatNameTheThingAreCounted() throws IOException {
    assertThat(written(ExplanationFormat.TEXT))
        .contains(
            "Named in\n  Dogwood said to run Wales, 3 times"
                + " <https://w3id.org/crcgraph/id/document/d1>\n");
  }

  @Test
  void markdownEscapesWhatSourcesSay() throws IOException {
    assertThat(written(ExplanationFormat.MD))
        .startsWith("# Wales CRC\n")
        .contains("## Facts")
        .doesNotContain("<better>");
  }

  @Test
  void nothingIsSaidOfAThingThatTheGraphDoesNotKnow() {
    assertThat(Explanation.of("https://example.org/nothing", graph.source()).isEmpty()).isTrue();
  }

  private static String written(ExplanationFormat format) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(Explanation.of(WALES, graph.source()), out);
    return out.toString();
  }

  private static String written(String iri) throws IOException {
    StringBuilder out = new StringBuilder();
    ExplanationFormat.TEXT.write(Explanation.of(iri, graph.source()), out);
    return out.toString();
  }
}
