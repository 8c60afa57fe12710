package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OwnershipsTest {
  private final Iris iris = Iris.CANONICAL;
  private final Facts facts = new Facts();

  private Node organisation(String slug) {
    Node node = iris.id("organisation/" + slug);
    facts.add(node, Standards.TYPE, Terms.OWNER);
    return node;
  }

  private Node relation(
      String name,
      Node type,
      Node upper,
      Node above,
      Node lower,
      Node below,
      String from,
      String to) {
    Node node = iris.id(name);
    facts.add(node, Standards.TYPE, type);
    facts.add(node, upper, above);
    facts.add(node, lower, below);
    date(node, Terms.FROM, from);
    date(node, Terms.TO, to);
    return node;
  }

  private void date(Node node, Node property, String date) {
    PartialDate.parse(date).ifPresent(d -> facts.add(node, property, Literals.date(d)));
  }

  private Node ownership(String owner, String owned, String from, String to) {
    return relation(
        "ownership/" + owner + "--" + owned,
        Terms.OWNERSHIP,
        Terms.OWNER_PROPERTY,
        organisation(owner),
        Terms.OWNED,
        iris.id("crc/" + owned),
        from,
        to);
  }

  private void parent(String child, String parent, String from, String to) {
    Node link =
        relation(
            "parent/" + child + "--" + parent,
            Terms.PARENT_LINK,
            Terms.PARENT,
            organisation(parent),
            Terms.CHILD,
            organisation(child),
            from,
            to);
    facts.add(link, Terms.CONTROLS, Literals.bool(true));
  }

  private String periods() {
    StringBuilder text = new StringBuilder();
    for (Ownerships.ControlPeriod period : new Ownerships(facts).controlPeriods()) {
      String owner = period.ultimateOwner().toString();
      text.append(owner.substring(owner.lastIndexOf('/') + 1))
          .append(' ')
          .append(period.interval().from())
          .append("..")
          .append(period.interval().to())
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void anOwnerWithoutParentIsItsOwnUltimateOwner() {
    ownership("alder", "north-crc", "2015-02-01", "2021-06-25");
    assertThat(periods()).isEqualTo("alder 2015-02-01..2021-06-25\n");
  }

  @Test
  void aPeriodIsCutWhereTheParentChangesAndKeepsItsOwnPrecision() {
    ownership("alder", "north-crc", "2015-02-01", "2021-06");
    parent("alder", "birch-plc", "2014", "2019-03-14");
    parent("alder", "birch-group", "2019-03-15", "");
    assertThat(periods())
        .isEqualTo("birch-plc 2015-02-01..2019-03-14\nbirch-group 2019-03-15..2021-06\n");
  }

  @Test
  void gapsBetweenParentsFallBackToTheOwner() {
    ownership("alder", "north-crc", "2015", "2021");
    parent("alder", "birch", "2016-06-01", "2017-12-31");
    assertThat(periods())
        .isEqualTo(
            "alder 2015..2016-05-31\nbirch 2016-06-01..2017-12-31\nalder 2018-01-01..2021\n");
  }

  @Test
  void chainsAreClimbedToTheTop() {
    ownership("alder", "north-crc", "2015", "2016");
    parent("alder", "birch", "", "");
    parent("birch", "cedar", "2016-01-01", "");
    assertThat(periods()).isEqualTo("birch 2015..2015-12-31\ncedar 2016-01-01..2016\n");
  }

  @Test
  void aLoopOfParentsEnds() {
    ownership("alder", "north-crc", "2015", "2016");
    parent("alder", "birch", "", "");
    parent("birch", "alder", "", "");
    assertThat(periods()).contains("2015..2016");
  }

  private Ownerships.Verdict compare(String owner, @Nullable String on) {
    return new Ownerships(facts)
        .compare(
            organisation(owner),
            iris.id("crc/north-crc"),
            on == null ? null : PartialDate.parse(on).orElseThrow());
  }

  @Test
  void aDocumentThatNamesTheOwnerOrItsParentOrGroupAgrees() {
    Node held = ownership("alder", "north-crc", "2015-02-01", "2021-06-25");
    parent("alder", "birch-plc", "2014", "2019-03-14");
    facts.add(organisation("birch-plc"), Terms.GROUP, organisation("birch"));
    assertThat(compare("alder", "2018")).isEqualTo(new Ownerships.Verdict.Supports(held));
    assertThat(compare("birch-plc", "2018")).isEqualTo(new Ownerships.Verdict.Supports(held));
    assertThat(compare("birch", "2018-06-01")).isEqualTo(new Ownerships.Verdict.Supports(held));
    assertThat(compare("birch", "2020")).isInstanceOf(Ownerships.Verdict.Disputes.class);
  }

  @Test
  void aDocumentMaySpeakOfThePastButNotOfTheFuture() {
    Node first = ownership("alder", "north-crc", "2015-02-01", "2019-02-14");
    Node second = ownership("cedar", "north-crc", "2019-02-15", "2021");
    assertThat(compare("alder", "2020")).isEqualTo(new Ownerships.Verdict.Supports(first));
    assertThat(compare("cedar", "2018")).isEqualTo(new Ownerships.Verdict.Disputes(first));
    assertThat(compare("cedar", null)).isEqualTo(new Ownerships.Verdict.Supports(second));
  }

  @Test
  void aStrangerDisputesNothing() {
    ownership("alder", "north-crc", "2015", "2021");
    assertThat(
            new Ownerships(facts)
                .compare(
                    iris.id("organisation/unheard-of"),
                    iris.id("crc/north-crc"),
                    PartialDate.parse("2018").orElseThrow()))
        .isInstanceOf(Ownerships.Verdict.Silent.class);
  }
}
