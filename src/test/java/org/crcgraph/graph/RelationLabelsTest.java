package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.junit.jupiter.api.Test;

final class RelationLabelsTest {
  private final Facts facts = new Facts();
  private final RelationLabels labels = new RelationLabels(facts);

  private Node thing(String id, String label) {
    Node node = Iris.CANONICAL.id(id);
    facts.add(node, Standards.LABEL, Literals.english(label));
    return node;
  }

  @Test
  void anOwnershipIsNamedByItsPartiesAndYears() {
    Node ownership = Iris.CANONICAL.id("ownership/alder--north-crc");
    facts.add(ownership, Standards.TYPE, Terms.OWNERSHIP);
    facts.add(ownership, Terms.OWNER_PROPERTY, thing("organisation/alder", "Alder"));
    facts.add(ownership, Terms.OWNED, thing("crc/north-crc", "North CRC"));
    facts.add(ownership, Terms.FROM, Literals.date(new PartialDate(2015, 2, 1)));
    assertThat(labels.of(ownership)).contains("Alder and North CRC, 2015 on");
    facts.add(ownership, Terms.TO, Literals.date(new PartialDate(2021, 0, 0)));
    assertThat(labels.of(ownership)).contains("Alder and North CRC, 2015 to 2021");
  }

  @Test
  void aPostIsNamedByItsHolderAndTitle() {
    Node post = Iris.CANONICAL.id("post-holding/1");
    facts.add(post, Standards.TYPE, Terms.POST_HOLDING);
    facts.add(post, Standards.MEMBER, thing("person/jo-bloggs", "Jo Bloggs"));
    facts.add(post, Terms.POST_TITLE, Literals.text("director"));
    assertThat(labels.of(post)).contains("Jo Bloggs, director");
  }

  @Test
  void whatHasANameKeepsIt() {
    assertThat(labels.of(thing("crc/north-crc", "North CRC"))).isEmpty();
  }
}
