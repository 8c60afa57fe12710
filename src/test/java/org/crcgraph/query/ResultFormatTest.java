package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.query.ResultTable.Row;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** One table in every format. */
final class ResultFormatTest {
  private static final ResultTable TABLE =
      new ResultTable(
          List.of("crc", "crcLabel", "number"),
          List.of(
              new Row(
                  List.of(
                      Optional.of(NodeFactory.createURI("https://w3id.org/crcgraph/id/crc/a-crc")),
                      Optional.of(NodeFactory.createLiteralString("A, \"b\" | <i>c</i> CRC")),
                      Optional.of(NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger)))),
              new Row(
                  List.of(
                      Optional.empty(),
                      Optional.of(NodeFactory.createLiteralLang("Zwei", "de")),
                      Optional.empty()))));

  @Test
  void csvIsQuotedByTheRfc() throws IOException {
    assertThat(written(ResultFormat.CSV, 0).split("\r\n", -1))
        .containsExactly(
            "crc,crcLabel,number",
            "https://w3id.org/crcgraph/id/crc/a-crc,\"A, \"\"b\"\" | <i>c</i> CRC\",7",
            "\"\",Zwei,",
            "");
  }

  @Test
  void tsvHasTermsAsInTurtle() throws IOException {
    assertThat(written(ResultFormat.TSV, 0).lines().skip(1).findFirst().orElseThrow())
        .isEqualTo(
            "<https://w3id.org/crcgraph/id/crc/a-crc>\t\"A, \\\"b\\\" | <i>c</i> CRC\""
                + "\t\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>");
  }

  @Test
  void jsonIsThatOfSparql() throws IOException {
    JsonNode json = new ObjectMapper().readTree(written(ResultFormat.JSON, 0));
    assertThat(json.at("/head/vars/2").asText()).isEqualTo("number");
    assertThat(json.at("/results/bindings/0/crc/type").asText()).isEqualTo("uri");
    assertThat(json.at("/results/bindings/0/number/datatype").asText()).endsWith("#integer");
    assertThat(json.at("/results/bindings/1/crcLabel/xml:lang").asText()).isEqualTo("de");
    assertThat(json.at("/results/bindings/1").has("crc")).isFalse();
  }

  @Test
  void markdownAndHtmlTakeValuesForText() throws IOException {
    assertThat(written(ResultFormat.MD, 0))
        .contains("[crc/a-crc](<https://w3id.org/crcgraph/id/crc/a-crc>)")
        .contains("\\| &lt;i>c&lt;/i> CRC");
    var page = Jsoup.parse(written(ResultFormat.HTML, 0));
    assertThat(page.select("i, script, link, [src]")).isEmpty();
    assertThat(page.select("tbody tr").first().text()).contains("<i>c</i>");
  }

  @Test
  void theTableKeepsToTheWidthAndLeavesOutIrisBesideTheirLabels() throws IOException {
    assertThat(written(ResultFormat.TABLE, 0)).startsWith("crc        crcLabel ");
    String narrow = written(ResultFormat.TABLE, 24);
    assertThat(narrow).doesNotContain("crc/a-crc").contains("(2 rows)");
    assertThat(narrow.lines()).allMatch(line -> line.length() <= 24);
  }

  private static String written(ResultFormat format, int width) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(new Answer.Rows(TABLE), "A & B", width, out);
    return out.toString();
  }
}
