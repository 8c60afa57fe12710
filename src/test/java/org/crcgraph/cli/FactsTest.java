package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Questions with known answers, asked of the graph that our own data builds: the expectations are
 * written by hand from the sources, not read from the registers.
 */
final class FactsTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void build() {
    CommandRun run = CommandRun.of("build", "--data", "data", "--output", folder.resolve("graph"));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static CommandRun run(String command, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--graph", folder.resolve("graph")));
    return CommandRun.of(arguments.toArray());
  }

  private static List<CSVRecord> query(String name, String... arguments) {
    List<Object> all = new ArrayList<>(List.of(name));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--format", "csv"));
    CommandRun run = run("query", all.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(run.out()))
          .getRecords();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> rows(List<CSVRecord> records, String... columns) {
    return records.stream()
        .map(r -> String.join("|", Stream.of(columns).map(r::get).toList()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2014-07-01 | Wales CRC | Ministry of Justice | Ministry of Justice",
        "2015-01-31 | London CRC | Ministry of Justice | Ministry of Justice",
        "2015-02-01 | London CRC | MTCnovo | Management and Training Corporation",
        "2015-01-31 | Cumbria and Lancashire CRC | Sodexo Limited | Sodexo SA",
        "2016-05-31 | Wales CRC | Working Links | Working Links",
        "2019-02-14 | Wales CRC | Working Links | Aurelius",
        "2019-02-14 | Bristol, Gloucestershire, Somerset and Wiltshire CRC | Working Links | Aurelius",
        "2019-02-14 | Dorset, Devon and Cornwall CRC | Working Links | Aurelius",
        "2019-02-15 | Wales CRC | Seetec | Seetec",
        "2019-02-15 | Bristol, Gloucestershire, Somerset and Wiltshire CRC | Seetec | Seetec",
        "2019-02-15 | Dorset, Devon and Cornwall CRC | Seetec | Seetec",
        "2019-03-14 | Merseyside CRC | Purple Futures | Interserve plc",
        "2019-03-15 | Merseyside CRC | Purple Futures | Interserve Group",
        "2019-03-15 | Hampshire and Isle of Wight CRC | Purple Futures | Interserve Group",
        "2018-06-15 | Durham Tees Valley CRC | ARCC | ARCC",
        "2018-06-15 | Warwickshire and West Mercia CRC | PeoplePlus | Staffline",
        "2021-06-25 | Kent, Surrey and Sussex CRC | Seetec | Seetec",
        "2014-10-15 | Kent, Surrey and Sussex CRC | Ministry of Justice | Ministry of Justice",
        "2015-02-01 | Northumbria CRC | Sodexo Limited | Sodexo SA",
        "2015-06-15 | Warwickshire and West Mercia CRC | EOS Works | Staffline",
        "2017-06-01 | Thames Valley CRC | MTCnovo | Management and Training Corporation",
        "2018-12-20 | Staffordshire and West Midlands CRC | Reducing Reoffending Partnership | Providence Service Corporation",
        "2018-12-21 | Staffordshire and West Midlands CRC | Reducing Reoffending Partnership | Advanced Personnel Management",
        "2020-06-01 | Wales CRC | Seetec | Seetec"
      })
  void ownersOfTheDay(String on, String crc, String owner, String ultimateOwner) {
    assertThat(
            rows(
                query("who-owns-which-crc", "on=" + on),
                "crcLabel",
                "ownerLabel",
                "ultimateOwnerLabel"))
        .contains(crc + "|" + owner + "|" + ultimateOwner)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"2014-06-01", "2015-02-01", "2018-06-15", "2019-02-15", "2019-03-15", "2021-06-25"})
  void everyCompanyHasOneOwnerOnEveryDay(String on) {
    List<CSVRecord> rows = query("who-owns-which-crc", "on=" + on);
    assertThat(rows).hasSize(21);
    assertThat(rows).extracting(r -> r.get("crc")).doesNotHaveDuplicates();
    assertThat(rows).allMatch(r -> Integer.parseInt(r.get("sources")) > 0);
    assertThat(rows).allMatch(r -> Integer.parseInt(r.get("agreeing")) > 0);
  }

  @Test
  void anOwnersTimeIsWholeThoughTheUltimateOwnerChanged() {
    assertThat(
            rows(
                query("who-owns-which-crc", "on=2018-06-15"),
                "crcLabel",
                "ownerLabel",
                "from",
                "to",
                "ultimateFrom",
                "ultimateTo"))
        .contains(
            "Wales CRC|Working Links|2015-02-01|2019-02-14|2016-06|2019-02-14",
            "Merseyside CRC|Purple Futures|2015-02-01|2021-06-25|2015-02-01|2019-03-14");
  }

  @Test
  void whatWasOnRecordInTheSummerOf2015() {
    List<CSVRecord> known = query("who-owns-which-crc", "on=2015-06-01", "knownOn=2015-06-01");
    assertThat(rows(known, "crcLabel", "ownerLabel"))
        .contains("London CRC|MTCnovo", "Dorset, Devon and Cornwall CRC|Working Links")
        .hasSizeGreaterThanOrEqualTo(18);
    assertThat(known).as("no end was known").allMatch(r -> r.get("to").isEmpty());
  }

  @Test
  void noCompanyIsOwnedBeforeTheBeginningOrAfterTheEnd() {
    assertThat(query("who-owns-which-crc", "on=2014-05-31")).isEmpty();
    assertThat(query("who-owns-which-crc", "on=2021-06-26")).isEmpty();
  }

  @Test
  void owners() {
    assertThat(rows(query("crcs-of-owner", "owner=Seetec", "on=2020-01-01"), "crcLabel", "role"))
        .containsExactly(
            "Bristol, Gloucestershire, Somerset and Wiltshire CRC|operator",
            "Dorset, Devon and Cornwall CRC|operator",
            "Kent, Surrey and Sussex CRC|direct owner",
            "Wales CRC|operator");
    assertThat(query("crcs-of-owner", "owner=sodexo", "on=2018-06-15")).hasSize(6);
    assertThat(query("crcs-of-owner", "owner=Interserve", "on=2018-06-15")).hasSize(5);
    assertThat(query("crcs-of-owner", "owner=mtcnovo", "on=2018-06-15")).hasSize(2);
    assertThat(query("crcs-of-owner", "owner=Nacro")).as("a delivery partner").isEmpty();
    assertThat(
            rows(query("ownership-history", "crc=Wales CRC"), "ownerLabel", "role", "from", "to"))
        .containsExactly(
            "Ministry of Justice|direct owner|2014-06-01|2015-01-31",
            "Working Links|direct owner|2015-02-01|2019-02-14",
            "Aurelius|ultimate owner|2016-06|2019-02-14",
            "Seetec|operator|2019-02-15|2021-06-25");
  }

  @Test
  void postsOnADay() {
    assertThat(rows(query("posts", "on=2014-06-01", "organisation=MoJ"), "personLabel", "post"))
        .contains("Chris Grayling|Secretary of State for Justice and Lord Chancellor");
    assertThat(rows(query("posts", "on=2018-06-15", "organisation=MoJ"), "personLabel", "post"))
        .contains("David Gauke|Secretary of State for Justice and Lord Chancellor")
        .noneMatch(row -> row.startsWith("Chris Grayling"));
    assertThat(
            rows(
                query("posts", "on=2018-06-15", "organisation=hm-inspectorate-of-probation"),
                "personLabel",
                "post"))
        .contains("Glenys Stacey|HM Chief Inspector of Probation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015-01-15 | hm-inspectorate-of-probation | Paul McDowell | HM Chief Inspector of Probation",
        "2015-06-01 | hm-inspectorate-of-probation | Paul Wilson | HM Chief Inspector of Probation (interim)",
        "2016-06-01 | hm-inspectorate-of-probation | Glenys Stacey | HM Chief Inspector of Probation",
        "2019-05-31 | hm-inspectorate-of-probation | Glenys Stacey | HM Chief Inspector of Probation",
        "2019-07-01 | hm-inspectorate-of-probation | Justin Russell | HM Chief Inspector of Probation",
        "2018-06-01 | hm-prison-and-probation-service | Michael Spurr | Chief Executive",
        "2019-05-01 | hm-prison-and-probation-service | Jo Farrar | Chief Executive",
        "2018-06-01 | napo | Ian Lawrence | General Secretary"
      })
  void whoHeadedIt(String on, String organisation, String person, String post) {
    assertThat(
            rows(query("posts", "on=" + on, "organisation=" + organisation), "personLabel", "post"))
        .filteredOn(row -> row.matches(".*(Chief (Inspector|Executive)|General Secretary).*"))
        .containsExactly(person + "|" + post);
  }

  @ParameterizedTest
  @CsvSource({
    "2015-05-20, Michael Gove",
    "2016-12-01, Liz Truss",
    "2017-10-01, David Lidington",
    "2019-03-01, David Gauke",
    "2019-08-01, Robert Buckland"
  })
  void theLordChancellorOfTheDay(String on, String person) {
    assertThat(
            rows(query("posts", "on=" + on, "organisation=MoJ"), "personLabel", "post").stream()
                .filter(row -> row.endsWith("|Secretary of State for Justice and Lord Chancellor")))
        .containsExactly(person + "|Secretary of State for Justice and Lord Chancellor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hampshire and Isle of Wight CRC | 2019-05-08 | Good",
        "Durham Tees Valley CRC | 2020-04 | Good",
        "Merseyside CRC | 2018-09 | Requires improvement",
        "Bedfordshire, Northamptonshire, Cambridgeshire and Hertfordshire CRC | 2019-05-03 | Requires improvement",
        "Wales CRC | 2019-07-03 | Requires improvement"
      })
  void ratingsAsPublished(String crc, String published, String rating) {
    assertThat(rows(query("inspections", "crc=" + crc), "published", "rating"))
        .contains(published + "|" + rating);
  }

  @Test
  void oneCompanyWasEverInadequate() {
    assertThat(rows(query("inspections"), "crcLabel", "rating"))
        .filteredOn(row -> row.endsWith("|Inadequate"))
        .containsExactly("Dorset, Devon and Cornwall CRC|Inadequate");
  }

  @Test
  void inspectionsWithTheirRatings() {
    assertThat(
            rows(
                query("inspections", "crc=Dorset, Devon and Cornwall CRC"),
                "inspectorLabel",
                "published",
                "rating"))
        .contains("HM Inspectorate of Probation|2019-02-15|Inadequate");
    assertThat(rows(query("inspections", "crc=london-crc"), "published", "rating"))
        .contains("2019-08-21|Requires improvement");
    assertThat(rows(query("inspections", "crc=Essex CRC"), "published", "rating"))
        .contains("2018-10-10|Requires improvement");
  }

  @Test
  void disagreementsAreShownSideBySide() {
    assertThat(
            rows(
                query("conflicting-claims", "entity=Paul McDowell"),
                "property",
                "value1",
                "value2"))
        .contains("https://w3id.org/crcgraph/ontology#from|2014-02|2013-11");
    assertThat(
            rows(
                query("conflicting-claims", "entity=Cumbria and Lancashire CRC"),
                "value1",
                "value2"))
        .contains("2015-01-31|2015-02-01");
  }

  private static String count(String pattern) {
    CommandRun run =
        run(
            "sparql",
            """
            PREFIX crc: <https://w3id.org/crcgraph/ontology#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX void: <http://rdfs.org/ns/void#>
            SELECT (COUNT(*) AS ?number) { %s }
            """
                .formatted(pattern),
            "--format",
            "csv");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().lines().skip(1).findFirst().orElse("");
  }

  @Test
  void noFactIsWithoutASource() {
    String facts = "GRAPH <https://w3id.org/crcgraph/graph/facts> { ?s ?p ?o }";
    assertThat(Integer.parseInt(count(facts))).isGreaterThan(3000);
    assertThat(
            count(
                facts
                    + """
                      FILTER(?p != <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>)
                      FILTER NOT EXISTS {
                        ?claim crc:claimSubject ?s ; crc:claimProperty ?p ; crc:claimValue ?o ;
                          prov:wasDerivedFrom ?source .
                      }
                      """))
        .isEqualTo("0");
  }

  @Test
  void statisticsAreWhatAQueryCounts() {
    assertThat(Integer.parseInt(count("?graph void:triples ?t"))).isGreaterThan(20);
    assertThat(
            count(
                """
                { SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph }
                ?graph void:triples ?t FILTER(?t != ?n)
                """))
        .isEqualTo("0");
    assertThat(
            count(
                """
                { SELECT ?source (COUNT(DISTINCT ?c) AS ?n) {
                    ?c crc:standing ?any ; prov:wasDerivedFrom ?source } GROUP BY ?source }
                OPTIONAL { ?source crc:claims ?t } FILTER(COALESCE(?t != ?n, true))
                """))
        .isEqualTo("0");
  }

  @Test
  void identifiersOfCompanies() {
    assertThat(rows(query("external-links", "entity=london-crc"), "scheme", "identifier", "link"))
        .contains(
            "companies-house|08802553|https://find-and-update.company-information.service.gov.uk"
                + "/company/08802553");
  }

  @Test
  void everyStoredQueryAnswersItsExample() {
    String listed = run("query").out();
    assertThat(listed.lines().filter(line -> !line.startsWith(" ")))
        .hasSizeGreaterThanOrEqualTo(15);
    assertThat(query("timeline", "entity=Wales CRC")).hasSizeGreaterThan(6);
    assertThat(query("documents")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(query("sources-of", "entity=KSS CRC")).hasSizeGreaterThan(2);
    assertThat(query("contracts", "crc=London CRC")).isNotEmpty();
    assertThat(query("suppliers", "crc=Essex CRC")).isNotEmpty();
    assertThat(query("figures")).isNotEmpty();
  }

  @Test
  void wrongUseIsToldAndExitsWithTwo() {
    CommandRun run = run("query", "who-owns-which-crc", "on=15/06/2018", "format=csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("on=15/06/2018 is not a day such as 2018-06-15")
        .contains("has no parameter format");
    assertThat(run("query", "who-owns").err()).contains("did you mean who-owns-which-crc");
    assertThat(run("query", "crcs-of-owner", "owner=Setec").err())
        .contains("organisation/seetec (Seetec)");
    assertThat(run("report", "who-owns-which-crc", "--on", "June").code()).isEqualTo(2);
    assertThat(run("explain", "Nobody in particular").code()).isEqualTo(2);
    CommandRun update = run("sparql", "DROP ALL");
    assertThat(update.code()).isEqualTo(1);
    assertThat(update.err()).startsWith("query:1:1: DROP would change the graph");
  }

  @Test
  void withoutAGraphTheMessageSaysWhatToDo() {
    CommandRun run =
        CommandRun.of("query", "documents", "--graph", folder.resolve("none").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("run crcgraph build first");
  }

  @Test
  void reportExplainAndDiffRun() throws IOException {
    Path file = folder.resolve("owners.html");
    assertThat(run("report", "who-owns-which-crc", "--on", "2018-06-15", "--output", file).code())
        .isZero();
    String html = Files.readString(file);
    assertThat(html.split("<th scope=\"row\">")).hasSize(22);
    assertThat(html.split("<g class=\"company\">")).hasSize(22);
    assertThat(run("explain", "Wales CRC").out())
        .contains("registers/ownership/ownership.csv:")
        .contains("Ownership: Working Links, Wales CRC, 2015-02-01 to 2019-02-14");
    Path graph = folder.resolve("graph");
    CommandRun diff = CommandRun.of("diff", graph, graph);
    assertThat(diff.code()).isZero();
    assertThat(diff.out()).isEmpty();
    assertThat(diff.err()).contains("the two builds are the same");
  }
}
