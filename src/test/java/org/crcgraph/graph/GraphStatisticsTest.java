package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.crcgraph.model.PartialDate;
import org.junit.jupiter.api.Test;

/** What is counted of two invented named graphs. */
final class GraphStatisticsTest {
  private final Iris iris = Iris.CANONICAL;
  private final TreeSet<String> lines = new TreeSet<>();
  private final QuadSink sink = (g, s, p, o) -> lines.add(SortedQuads.line(g, s, p, o));
  private final Node owners = iris.registerGraph("owners");
  private final Node others = iris.registerGraph("others");
  private final Node page = NodeFactory.createURI("https://example.org/page");

  private void claim(Node graph, String name, Node standing, String said) {
    Node claim = iris.id("claim/" + name);
    sink.quad(graph, claim, Standards.TYPE, Terms.CLAIM);
    sink.quad(graph, claim, Terms.STANDING, standing);
    sink.quad(graph, claim, Standards.WAS_DERIVED_FROM, page);
    if (!said.isEmpty()) {
      sink.quad(graph, claim, Terms.SAID_ON, Literals.date(PartialDate.parse(said).orElseThrow()));
    }
  }

  private Graph statistics() {
    GraphStatistics statistics = new GraphStatistics(iris);
    lines.forEach(statistics::add);
    Graph graph = GraphFactory.createDefaultGraph();
    statistics.write((g, s, p, o) -> graph.add(s, p, o));
    return graph;
  }

  private static List<String> of(Graph statistics, Node about, Node... properties) {
    return List.of(properties).stream()
        .map(
            p ->
                statistics
                    .find(about, p, Node.ANY)
                    .nextOptional()
                    .map(t -> t.getObject().getLiteralLexicalForm())
                    .orElse("-"))
        .toList();
  }

  @Test
  void aGraphHasItsTriplesThingsClassesAndProperties() {
    claim(owners, "a", Terms.CHOSEN, "2015");
    claim(others, "b", Terms.CHOSEN, "");
    sink.quad(owners, iris.id("organisation/x"), Standards.LABEL, Literals.english("X"));
    Graph statistics = statistics();
    assertThat(
            of(
                statistics,
                owners,
                Standards.VOID_TRIPLES,
                Standards.VOID_DISTINCT_SUBJECTS,
                Standards.VOID_ENTITIES,
                Standards.VOID_CLASSES,
                Standards.VOID_PROPERTIES))
        .containsExactly("5", "2", "1", "1", "5");
    assertThat(of(statistics, others, Standards.VOID_TRIPLES)).containsExactly("3");
    assertThat(statistics.contains(owners, Standards.DC_SOURCE, page)).isTrue();
    assertThat(statistics.contains(iris.dataset(), Standards.VOID_SUBSET, owners)).isTrue();
  }

  @Test
  void aSourceHasItsClaimsByStandingFromAllGraphs() {
    claim(owners, "a", Terms.CHOSEN, "2015-03");
    claim(owners, "b", Terms.CONTESTED, "2014-12-31");
    claim(others, "c", Terms.CHOSEN, "2015");
    claim(others, "d", Terms.EXTRACTED, "");
    Graph statistics = statistics();
    assertThat(
            of(
                statistics,
                page,
                Terms.CLAIMS,
                Terms.CHOSEN_CLAIMS,
                Terms.CONTESTED_CLAIMS,
                Terms.EXTRACTED_CLAIMS,
                Terms.CORROBORATING_CLAIMS,
                Terms.FIRST_SAID,
                Terms.LAST_SAID))
        .containsExactly("4", "2", "1", "1", "-", "2014-12-31", "2015");
    assertThat(of(statistics, owners, Terms.CLAIMS, Terms.LAST_SAID))
        .containsExactly("2", "2015-03");
  }

  @Test
  void aSubjectWhoseNameBeginsAnothersIsNotTheOther() {
    sink.quad(owners, iris.id("organisation/a"), Standards.TYPE, Terms.OWNER);
    sink.quad(owners, iris.id("organisation/a-b"), Standards.TYPE, Terms.OWNER);
    sink.quad(owners, iris.id("organisation/a/b"), Standards.TYPE, Terms.OWNER);
    assertThat(of(statistics(), owners, Standards.VOID_ENTITIES)).containsExactly("3");
  }

  @Test
  void theDescriptionOfTheGraphIsNotCounted() {
    sink.quad(iris.metadataGraph(), page, Standards.TYPE, Terms.SOURCE);
    assertThat(statistics().size()).isZero();
  }
}
