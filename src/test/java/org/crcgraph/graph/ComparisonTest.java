package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Place;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.crcgraph.model.RegisterRow.Cell;
import org.crcgraph.model.RegisterRow.ColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final Node RELATION = node("https://example.org/relation");

  private final Comparison comparison = comparison();

  private static Comparison comparison() {
    try {
      return new Comparison(
          Ontology.load(Path.of("ontology")), SourceRanks.of(List.of(sourceRegister())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Register sourceRegister() {
    return new Register(
        "sources",
        Path.of("sources"),
        List.of(
            source("https://accounts.example", "primary"),
            source("https://news.example", "press")));
  }

  private static RegisterRow source(String prefix, String kind) {
    Place place = Place.of("sources.csv");
    return new RegisterRow(
        "sources",
        prefix,
        place,
        List.of(
            new Cell("prefix", ColumnType.URI, prefix, place),
            new Cell("kind", ColumnType.TEXT, kind, place)));
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Claim claim(
      String date,
      @Nullable String source,
      @Nullable String saidOn,
      Claim.@Nullable Ruling ruling) {
    return new Claim(
        node("https://example.org/graph"),
        RELATION,
        Terms.FROM,
        Literals.date(PartialDate.parse(date).orElseThrow()),
        source == null ? List.of() : List.of(node(source)),
        List.of(node("https://example.org/row/" + date + source)),
        "register.test",
        null,
        null,
        saidOn == null ? null : PartialDate.parse(saidOn).orElseThrow(),
        null,
        ruling,
        Terms.CHOSEN);
  }

  private Comparison.Outcome compare(Claim... claims) {
    List<Comparison.Outcome> outcomes = comparison.compare(List.of(claims));
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  private static List<String> chosen(Comparison.Outcome outcome) {
    return outcome.values().stream().map(Node::getLiteralLexicalForm).toList();
  }

  @Test
  void aPrimarySourceBeatsThePress() {
    Comparison.Outcome outcome =
        compare(
            claim("2015-02-01", "https://news.example/a", "2019", null),
            claim("2015-01-31", "https://accounts.example/b", "2016", null));
    assertThat(chosen(outcome)).containsExactly("2015-01-31");
    assertThat(outcome.conflict().orElseThrow().resolution()).startsWith("rule 3");
  }

  @Test
  void anEditorsRulingBeatsTheKindOfSourceAndSaysWhy() {
    Comparison.Outcome outcome =
        compare(
            claim("2015-01-31", "https://accounts.example/b", null, null),
            claim(
                "2015-02-01",
                "https://news.example/a",
                null,
                new Claim.Ruling(true, "the accounts name another company")));
    assertThat(chosen(outcome)).containsExactly("2015-02-01");
    assertThat(outcome.conflict().orElseThrow().resolution())
        .contains("rule 2")
        .contains("the accounts name another company");
  }

  @Test
  void whereTheEditorRejectsEveryReadingNoneIsAFact() {
    Claim.Ruling no = new Claim.Ruling(false, "neither has a date");
    Comparison.Outcome outcome =
        compare(
            claim("2014", "https://news.example/a", null, no),
            claim("2015", "https://news.example/b", null, no));
    assertThat(chosen(outcome)).isEmpty();
    assertThat(outcome.conflict().orElseThrow().rejected()).hasSize(2);
  }

  @Test
  void amongLikeSourcesTheLaterStatementWins() {
    Comparison.Outcome outcome =
        compare(
            claim("2015-02-01", "https://news.example/a", "2015-03", null),
            claim("2015-02-02", "https://news.example/b", "2017", null));
    assertThat(chosen(outcome)).containsExactly("2015-02-02");
    assertThat(outcome.conflict().orElseThrow().resolution()).startsWith("rule 4");
  }

  @Test
  void aMonthThatHoldsTheDayAgreesWithIt() {
    Comparison.Outcome outcome =
        compare(
            claim("2014-12", "https://news.example/a", null, null),
            claim("2014-12-18", "https://news.example/b", null, null));
    assertThat(chosen(outcome)).containsExactly("2014-12-18");
    assertThat(outcome.conflict()).isEmpty();
    assertThat(outcome.claims())
        .extracting(Comparison.Judged::standing)
        .containsExactly(Terms.CHOSEN, Terms.CORROBORATING);
  }

  @Test
  void whatRestsOnNoSourceNeverDecides() {
    Comparison.Outcome alone = compare(claim("2014", null, null, null));
    assertThat(chosen(alone)).isEmpty();
    Comparison.Outcome both =
        compare(
            claim("2014", null, null, new Claim.Ruling(true, "")),
            claim("2015", "https://unknown.example/", null, null));
    assertThat(chosen(both)).containsExactly("2015");
    assertThat(both.conflict()).isEmpty();
  }

  @Test
  void theOrderOfClaimsDoesNotMatter() {
    Claim a = claim("2015-02-01", "https://news.example/a", null, null);
    Claim b = claim("2015-02-02", "https://news.example/b", null, null);
    assertThat(chosen(compare(a, b))).isEqualTo(chosen(compare(b, a)));
    assertThat(compare(a, b).conflict().orElseThrow().resolution()).startsWith("rule 6");
  }
}
