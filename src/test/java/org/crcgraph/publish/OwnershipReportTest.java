package org.crcgraph.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.crcgraph.publish.OwnershipReport.Cell;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Source;
import org.crcgraph.publish.OwnershipReport.Thing;
import org.crcgraph.query.SampleGraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The report over the sample graph, in each of its formats. */
final class OwnershipReportTest {
  private static SampleGraph graph;

  @BeforeAll
  static void load() throws Exception {
    graph = SampleGraph.load();
  }

  @Test
  void eachRowHasItsSourcesAndWhoSaysOtherwise() {
    Row wales = report("2018-03-31").rows().get(1);
    assertThat(wales.crc().label()).isEqualTo("Wales CRC");
    assertThat(wales.sources())
        .extracting(Source::url)
        .containsExactly(
            "https://example.org/alder",
            "https://example.org/sale",
            "https://w3id.org/crcgraph/id/document/d1");
    assertThat(wales.otherwise(Cell.FROM)).extracting("value").containsExactly("2015-01-31");
    assertThat(wales.otherwise(Cell.OWNER)).extracting("value").containsExactly("Dogwood");
    assertThat(wales.otherwise(Cell.OWNER)).extracting("saidOn").containsExactly("2018-05-02");
  }

  @Test
  void theOwnersTimeStaysWholeWhereTheUltimateOwnerChanged() {
    Row later = report("2018-04-01").rows().get(1);
    assertThat(later.from()).isEqualTo("2015-02-01");
    assertThat(later.to()).isEqualTo("2019-02-14");
    assertThat(later.ultimateFrom()).isEqualTo("2018-04-01");
    assertThat(later.otherwise(Cell.FROM)).extracting("value").containsExactly("2015-01-31");
    assertThat(written(report("2018-04-01"), ReportFormat.HTML))
        .contains("Cedar &amp; Sons</a><span class=\"date\"> (from 1 Apr 2018)</span>");
    assertThat(later.sources()).extracting(Source::url).contains("https://example.org/cedar");
  }

  @Test
  void aWrongDayIsRefusedByName() {
    OwnershipReport.Result result =
        OwnershipReport.of(graph.source(), graph.queries(), "15 June 2018");
    assertThat(((OwnershipReport.Result.Refused) result).problems())
        .containsExactly("on=15 June 2018 is not a day such as 2018-06-15");
  }

  @Test
  void thePageIsSelfContainedAndTellsEveryRow() {
    String html = written(report("2018-03-31"), ReportFormat.HTML);
    Document page = Jsoup.parse(html);
    assertThat(page.select("script, link, img, iframe, [src], [onload]")).isEmpty();
    assertThat(html).doesNotContain("url(").doesNotContain("@import");
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.select("tbody tr").get(1).select("td.contested")).hasSize(2);
    assertThat(page.select("tbody tr").get(1).select(".refs a").eachAttr("href"))
        .startsWith("https://example.org/alder", "https://example.org/sale");
    assertThat(page.select("ol.sources li").first().text())
        .contains("https://example.org/dogwood".substring(8));
    assertThat(page.select("svg.timeline g.company")).hasSize(2);
    assertThat(page.select("svg.timeline g.day text").text()).isEqualTo("31 Mar 2018");
    assertThat(page.select(".legend li").eachText())
        .containsExactly("Dogwood", "Birch Holdings", "Cedar & Sons");
  }

  @Test
  void theTimelineIsWellFormedAndEveryBarHasATitle() throws Exception {
    StringBuilder svg = new StringBuilder();
    new OwnershipTimeline(report(null).periods()).write("2018-03-31", svg);
    org.w3c.dom.Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg.toString())));
    NodeList groups = parsed.getElementsByTagName("g");
    int bars = 0;
    for (int i = 0; i < groups.getLength(); i++) {
      org.w3c.dom.Element group = (org.w3c.dom.Element) groups.item(i);
      if (group.getAttribute("role").equals("img")) {
        bars++;
        assertThat(group.getElementsByTagName("title").item(0).getTextContent())
            .isEqualTo(group.getAttribute("aria-label"));
      }
    }
    assertThat(bars).isEqualTo(5);
    assertThat(svg.toString())
        .contains(
            "Wales CRC: Alder Probation (direct owner), ultimately Cedar &amp; Sons, 1 Apr 2018 to"
                + " 14 Feb 2019");
  }

  @Test
  void namesCannotBecomeMarkupFormulasOrLinks() throws IOException {
    OwnershipReport hostile =
        new OwnershipReport(null, List.of(hostileRow()), List.of(hostileRow()));
    String html = written(hostile, ReportFormat.HTML);
    assertThat(Jsoup.parse(html).select("script, b, [onmouseover], a[href^=javascript]")).isEmpty();
    assertThat(Jsoup.parse(html).select("tbody th").text()).isEqualTo("<script>alert(1)</script>");
    CSVRecord csv = records(written(hostile, ReportFormat.CSV)).get(0);
    assertThat(csv.get("ownerLabel")).isEqualTo("'=HYPERLINK(\"x\")");
    assertThat(csv.get("areaLabel")).isEqualTo("'@SUM(1)");
    String md = written(hostile, ReportFormat.MD);
    assertThat(md).contains("&lt;script>alert(1)&lt;/script>").contains("\\|");
  }

  private static Row hostileRow() {
    return new Row(
        new Thing("https://w3id.org/crcgraph/id/crc/x", "<script>alert(1)</script>"),
        "@SUM(1)",
        new Thing("https://w3id.org/crcgraph/id/organisation/y", "=HYPERLINK(\"x\")"),
        "' onmouseover='x",
        new Thing("https://w3id.org/crcgraph/id/organisation/z", "a|b <b>"),
        null,
        null,
        null,
        null,
        1,
        0,
        List.of(new Source("javascript:alert(1)", "javascript:alert(1)", null)),
        List.of());
  }

  @Test
  void csvHasTheSourcesInEachRow() throws IOException {
    List<CSVRecord> records = records(written(report("2018-03-31"), ReportFormat.CSV));
    assertThat(records).hasSize(2);
    CSVRecord wales = records.get(1);
    assertThat(wales.get("crcLabel")).isEqualTo("Wales CRC");
    assertThat(wales.get("from")).isEqualTo("2015-02-01");
    assertThat(wales.get("to")).isEqualTo("2019-02-14");
    assertThat(wales.get("ultimateTo")).isEqualTo("2018-03-31");
    assertThat(wales.get("sourceUrls")).startsWith("https://example.org/alder ");
    assertThat(wales.get("otherwise"))
        .contains("from: 2015-01-31 https://example.org/accounts")
        .contains("owner: Dogwood (said 2018-05-02)");
  }

  @Test
  void jsonNestsTheSources() throws IOException {
    JsonNode json = new ObjectMapper().readTree(written(report("2018-03-31"), ReportFormat.JSON));
    assertThat(json.path("on").asText()).isEqualTo("2018-03-31");
    JsonNode wales = json.path("rows").path(1);
    assertThat(wales.path("owner").path("id").asText()).isEqualTo("organisation/alder-probation");
    assertThat(wales.path("sources").path(0).path("title").asText())
        .isEqualTo("Alder annual report");
    assertThat(wales.path("otherwise")).hasSize(2);
    assertThat(json.path("rows").path(0).path("from").asText()).isEqualTo("2015");
  }

  @Test
  void theSpreadsheetHasARowForEachAndASheetOfSources(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      ReportFormat.XLSX.write(report("2018-03-31"), out);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(Jsoup.parse(entry(zip, "xl/worksheets/sheet1.xml")).select("row")).hasSize(3);
      assertThat(entry(zip, "xl/workbook.xml")).contains("Ownership").contains("Sources");
      assertThat(entry(zip, "xl/sharedStrings.xml"))
          .contains("Alder Probation")
          .contains("https://example.org/sale");
    }
  }

  @Test
  void aSpreadsheetOfHostileNamesHoldsNoFormulaAndNoLink(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("hostile.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      ReportFormat.XLSX.write(
          new OwnershipReport(null, List.of(hostileRow()), List.of(hostileRow())), out);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String sheet : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
        assertThat(
                Jsoup.parse(entry(zip, sheet), Parser.xmlParser()).select("f, hyperlink, script"))
            .isEmpty();
      }
      assertThat(
              Jsoup.parse(entry(zip, "xl/sharedStrings.xml"), Parser.xmlParser()).select("script"))
          .isEmpty();
    }
  }

  private static String entry(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void markdownNumbersTheSourcesAndMarksWhatIsContested() {
    String md = written(report("2018-03-31"), ReportFormat.MD);
    assertThat(md)
        .contains(
            "| Wales CRC | ≠ Alder Probation | direct owner | ≠ 1 Feb 2015 | 14 Feb 2019 | Birch"
                + " Holdings (to 31 Mar 2018) |")
        .contains("- Wales CRC, Alder Probation, from: 31 Jan 2015 [\\[")
        .contains("1. [example.org/dogwood](<https://example.org/dogwood>)");
  }

  private static OwnershipReport report(String on) {
    return ((OwnershipReport.Result.Made) OwnershipReport.of(graph.source(), graph.queries(), on))
        .report();
  }

  private static String written(OwnershipReport report, ReportFormat format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      format.write(report, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }
}
