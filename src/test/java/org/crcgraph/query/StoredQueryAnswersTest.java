package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the stored queries answer over the sample graph. */
final class StoredQueryAnswersTest {
  private static SampleGraph graph;

  @BeforeAll
  static void load() throws Exception {
    graph = SampleGraph.load();
  }

  @Test
  void ownersAreThoseOfTheDayWithTheirUltimateOwners() {
    assertThat(who("on=2018-03-31"))
        .containsExactly(
            "London CRC|Dogwood|Dogwood|2015|2021-06-25|1|1|0",
            "Wales CRC|Alder Probation|Birch Holdings|2015-02-01|2019-02-14|4|2|2");
    assertThat(who("on=2018-04-01"))
        .containsExactly(
            "London CRC|Dogwood|Dogwood|2015|2021-06-25|1|1|0",
            "Wales CRC|Alder Probation|Cedar & Sons|2015-02-01|2019-02-14|4|2|2");
    assertThat(who("on=2014-12-31")).isEmpty();
  }

  @Test
  void aMonthOfTransitionGivesOneRowForTheSameOwner() {
    assertThat(who("on=2019-12-15"))
        .containsExactly(
            "London CRC|Dogwood|Dogwood|2015|2021-06-25|1|1|0",
            "Wales CRC|Dogwood|Dogwood|2019-12|2021-06-25|0|0|0");
  }

  @Test
  void withoutADayEveryPeriodIsARow() {
    assertThat(
            graph.rows(
                graph.run("who-owns-which-crc"),
                "crcLabel",
                "from",
                "to",
                "ultimateOwnerLabel",
                "ultimateFrom",
                "ultimateTo",
                "role"))
        .containsExactly(
            "London CRC|2015|2021-06-25|Dogwood|2015|2021-06-25|direct owner",
            "Wales CRC|2015-02-01|2019-02-14|Birch Holdings|2015-02-01|2018-03-31|direct owner",
            "Wales CRC|2015-02-01|2019-02-14|Cedar & Sons|2018-04-01|2019-02-14|direct owner",
            "Wales CRC|2019-02-15|2019-12|Dogwood|2019-02-15|2019-12|operator",
            "Wales CRC|2019-12|2021-06-25|Dogwood|2019-12|2021-06-25|operator");
  }

  @Test
  void whatNoDatedSourceHadSaidByADayIsLeftOut() {
    assertThat(who("knownOn=2014-12-31")).isEmpty();
    // In 2016 one claim had said who owned; that it would end was not known.
    assertThat(who("on=2016-01-01", "knownOn=2016-01-01"))
        .containsExactly("Wales CRC|Alder Probation|Birch Holdings|2015-02-01||2|1|0");
    assertThat(who("on=2016-01-01", "knownOn=2018-06-01"))
        .containsExactly("Wales CRC|Alder Probation|Birch Holdings|2015-02-01||3|2|1");
    // By June 2018 it was known that the first ultimate owner had gone.
    assertThat(
            graph.rows(
                graph.run("who-owns-which-crc", "on=2016-01-01", "knownOn=2018-06-01"),
                "to",
                "ultimateFrom",
                "ultimateTo"))
        .containsExactly("|2015-02-01|2018-03-31");
  }

  @Test
  void anOwnerIsFoundByGroupAndThroughWhoeverStandsBehind() {
    assertThat(owned("owner=Alder"))
        .containsExactly("Wales CRC|2015-02-01|2019-02-14|direct owner|Alder Probation");
    assertThat(owned("owner=birch-holdings"))
        .containsExactly("Wales CRC|2015-02-01|2018-03-31|ultimate owner|Birch Holdings");
    assertThat(owned("owner=DGW", "on=2020-01-01"))
        .containsExactly(
            "London CRC|2015|2021-06-25|direct owner|Dogwood",
            "Wales CRC|2019-12|2021-06-25|operator|Dogwood");
    assertThat(owned("owner=birch-holdings", "on=2018-04-01")).isEmpty();
    assertThat(owned("owner=fern-housing")).as("a delivery partner owns nothing").isEmpty();
  }

  @Test
  void historyHasDirectAndUltimateOwnersInOrder() {
    assertThat(
            graph.rows(
                graph.run("ownership-history", "crc=CRC Cymru"),
                "ownerLabel",
                "role",
                "from",
                "to",
                "ended",
                "source",
                "sources"))
        .containsExactly(
            "Alder Probation|direct owner|2015-02-01|2019-02-14|sold|https://example.org/alder|2",
            "Birch Holdings|ultimate owner|2015-02-01|2018-03-31|||0",
            "Cedar & Sons|ultimate owner|2018-04-01|2019-02-14||https://example.org/cedar|1",
            "Dogwood|operator|2019-02-15|2019-12|||0",
            "Dogwood|operator|2019-12|2021-06-25|||0");
  }

  @Test
  void documentsHaveTheirTitleDigestAndNumberOfClaims() {
    assertThat(
            graph.rows(
                graph.run("documents"), "document", "title", "kind", "date", "sha256", "claims"))
        .containsExactly(
            "document/d2|copy|blog-post||cd34|1",
            "document/d1|Dogwood said to run Wales|news-article|2018-05-02|ab12|5");
  }

  @Test
  void sourcesOfAThingCountItsRelationsToo() {
    assertThat(
            graph.rows(
                graph.run("sources-of", "entity=wales-crc"),
                "document",
                "title",
                "date",
                "passages",
                "claims"))
        .containsExactly(
            "document/d1|Dogwood said to run Wales|2018-05-02|3|5", "document/d2|copy||0|1");
    assertThat(graph.rows(graph.run("sources-of", "entity=alder-probation"), "document", "claims"))
        .containsExactly(
            "https://example.org/alder|2",
            "https://example.org/accounts|1",
            "https://example.org/sale|1");
  }

  @Test
  void statementsHaveARowForEachCopy() {
    assertThat(
            graph.rows(
                graph.run("statements-about", "entity=Wales CRC"),
                "statement",
                "date",
                "speakerLabel",
                "role",
                "mode",
                "text",
                "document"))
        .containsExactly(
            "t1||Rowan Ashworth||direct|Wales deserves <better> than this.|document/d2",
            "t1|2018-05-02|Rowan Ashworth|minister|direct|Wales deserves <better> than"
                + " this.|document/d1");
    assertThat(
            graph.rows(graph.run("statements-by", "speaker=rowan ashworth"), "about", "document"))
        .containsExactly("crc/wales-crc|document/d2", "crc/wales-crc|document/d1");
  }

  @Test
  void postsAreThoseHeldOnTheDay() {
    assertThat(
            graph.rows(
                graph.run("posts", "on=2019-07-24", "organisation=MoJ"),
                "personLabel",
                "post",
                "organisationLabel",
                "from",
                "to",
                "source"))
        .containsExactly(
            "Rowan Ashworth|Minister for Examples|Ministry of Justice|2018-01-09|2019-07-24"
                + "|https://example.org/ministers");
    assertThat(graph.run("posts", "on=2019-07-25").rows()).isEmpty();
    assertThat(graph.run("posts", "person=Ines Quill").rows()).isEmpty();
  }

  @Test
  void inspectionsContractsSuppliersFiguresAndLinksAreTold() {
    assertThat(
            graph.rows(
                graph.run("inspections", "crc=london"),
                "title",
                "crcLabel",
                "inspectorLabel",
                "fieldwork",
                "published",
                "rating",
                "standing"))
        .containsExactly(
            "An inspection of London|London CRC|Inspectorate of Examples|2019-01|2019-05-21"
                + "|Requires improvement|chosen");
    assertThat(graph.run("inspections", "crc=wales").rows()).isEmpty();
    assertThat(
            graph.rows(
                graph.run("contracts"),
                "crcLabel",
                "buyerLabel",
                "value",
                "currency",
                "start",
                "originalEnd",
                "actualEnd",
                "event"))
        .containsExactly(
            "London CRC|Ministry of Justice|1200000.5|GBP|2015-02-01|2022-02|2021-06-25"
                + "|termination");
    assertThat(
            graph.rows(graph.run("suppliers"), "supplierLabel", "customerLabel", "service", "from"))
        .containsExactly("Fern Housing|London CRC|housing advice|2016");
    assertThat(graph.rows(graph.run("figures"), "subjectLabel", "indicator", "value", "unit"))
        .containsExactly("Wales CRC|=cases open|61|percent");
    assertThat(
            graph.rows(graph.run("external-links"), "entityLabel", "scheme", "identifier", "link"))
        .containsExactly("Wales CRC|companies-house|00000001|https://example.org/company/00000001");
  }

  @Test
  void disagreementsShowBothValuesWithTheirSources() {
    assertThat(
            graph.rows(
                graph.run("conflicting-claims", "entity=crc/wales-crc"),
                "subjectLabel",
                "property",
                "value1",
                "source1",
                "value2",
                "source2"))
        .containsExactly(
            "Alder Probation - Wales CRC|crc:from|2015-02-01|https://example.org/alder"
                + "|2015-01-31|https://example.org/accounts",
            "Wales CRC|crc:ownedBy|organisation/alder-probation|https://example.org/alder"
                + "|organisation/dogwood|document/d1");
    assertThat(graph.run("conflicting-claims", "entity=london-crc").rows()).isEmpty();
  }

  @Test
  void aTimelineTellsWhatHappenedInOrder() {
    assertThat(
            graph.rows(graph.run("timeline", "entity=Wales CRC"), "date", "event", "description"))
        .containsExactly(
            "2014-06-01|established|Wales CRC begins its work",
            "2015-02-01|ownership begins|Alder Probation takes over Wales CRC",
            "2018-05-02|statement|Rowan Ashworth: Wales deserves <better> than this.",
            "2019-02-14|ownership ends|Alder Probation no longer runs Wales CRC: sold",
            "2019-02-15|ownership begins|Dogwood takes over Wales CRC",
            "2019-12|ownership begins|Dogwood takes over Wales CRC",
            "2019-12|ownership ends|Dogwood no longer runs Wales CRC",
            "2021-06-25|ownership ends|Dogwood no longer runs Wales CRC");
  }

  private static java.util.List<String> who(String... arguments) {
    return graph.rows(
        graph.run("who-owns-which-crc", arguments),
        "crcLabel",
        "ownerLabel",
        "ultimateOwnerLabel",
        "from",
        "to",
        "sources",
        "agreeing",
        "disagreeing");
  }

  private static java.util.List<String> owned(String... arguments) {
    return graph.rows(
        graph.run("crcs-of-owner", arguments), "crcLabel", "from", "to", "role", "ownerLabel");
  }
}
