package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.junit.jupiter.api.Test;

final class KnownRelationsTest {
  private final Facts facts = new Facts();
  private final Node inspector = Iris.CANONICAL.id("organisation/inspectorate");
  private final Node north = Iris.CANONICAL.id("crc/north-crc");
  private final Node person = Iris.CANONICAL.id("person/jo-bloggs");

  private static PartialDate date(String iso) {
    return PartialDate.parse(iso).orElseThrow();
  }

  private Node inspection(String slug, String title, String published) {
    Node node = Iris.CANONICAL.id("inspection/" + slug);
    facts.add(node, Standards.TYPE, Terms.INSPECTION);
    facts.add(node, Terms.INSPECTOR, inspector);
    facts.add(node, Terms.INSPECTED, north);
    facts.add(node, Standards.TITLE, Literals.text(title));
    facts.add(node, Terms.PUBLISHED, Literals.date(date(published)));
    return node;
  }

  private Node post(String title, String from, String to) {
    Node node = Iris.CANONICAL.id("post/" + Iris.slug(title) + from);
    facts.add(node, Standards.TYPE, Terms.POST_HOLDING);
    facts.add(node, Standards.MEMBER, person);
    facts.add(node, Terms.POST_TITLE, Literals.text(title));
    facts.add(node, Terms.FROM, Literals.date(date(from)));
    facts.add(node, Terms.TO, Literals.date(date(to)));
    return node;
  }

  @Test
  void aReportIsKnownByWhoWasInspectedAndWhenItCameOut() {
    Node first = inspection("n-2018", "An inspection of North CRC", "2018-09");
    inspection("n-2019", "An inspection of North CRC", "2019-09");
    KnownRelations known = new KnownRelations(facts);
    assertThat(known.inspection(inspector, List.of(north), null, date("2018-09-12"), null))
        .contains(first);
    assertThat(known.inspection(inspector, List.of(north), null, null, date("2018-10-01")))
        .contains(first);
    assertThat(known.inspection(inspector, List.of(north), null, null, date("2019-06-01")))
        .isEmpty();
  }

  @Test
  void aDateOfADayOrTwoBesideIsTheSameReport() {
    Node report = inspection("n-2018", "An inspection of North CRC", "2018-09-12");
    assertThat(
            new KnownRelations(facts)
                .inspection(inspector, List.of(north), null, date("2018-09-14"), null))
        .contains(report);
  }

  @Test
  void whereTwoFitNeitherIsTaken() {
    inspection("a", "An inspection of North CRC", "2018-09");
    inspection("b", "A second inspection of North CRC", "2018-09");
    assertThat(
            new KnownRelations(facts)
                .inspection(inspector, List.of(north), null, date("2018-09"), null))
        .isEmpty();
  }

  @Test
  void aPostIsKnownByHolderTitleAndDay() {
    Node minister = post("Minister for Prisons and Probation", "2018-01-09", "2019-05-01");
    post("Secretary of State", "2019-05-01", "2020-01-01");
    KnownRelations known = new KnownRelations(facts);
    assertThat(known.post(person, "prisons minister", null, date("2018-06"))).contains(minister);
    assertThat(known.post(person, "prisons minister", null, date("2020"))).isEmpty();
    assertThat(known.post(person, "chair", null, date("2018-06"))).isEmpty();
  }
}
