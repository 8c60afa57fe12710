package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the public interface promises of each stored query, written out by hand. */
final class StoredQueriesOfTheInterfaceTest {
  private static SampleGraph graph;

  @BeforeAll
  static void load() throws Exception {
    graph = SampleGraph.load();
  }

  @Test
  void noneIsBroken() {
    assertThat(graph.queries().broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "who-owns-which-crc; [on] [knownOn]; crc crcLabel areaLabel owner ownerLabel ultimateOwner"
            + " ultimateOwnerLabel from to sources agreeing disagreeing",
        "crcs-of-owner; owner [on] [knownOn]; crc crcLabel from to role",
        "ownership-history; crc [knownOn]; owner ownerLabel role from to ended source",
        "inspections; [crc]; inspection title crcLabel inspectorLabel programme fieldwork published"
            + " rating source",
        "statements-about; entity; statement date speaker speakerLabel role mode text document",
        "statements-by; speaker; statement date role mode text about document",
        "posts; [person] [organisation] [on]; person personLabel post organisation"
            + " organisationLabel from to source",
        "contracts; [crc]; contract crcLabel buyerLabel value currency start originalEnd actualEnd"
            + " event source",
        "suppliers; [crc]; supplier supplierLabel customer customerLabel service status from to"
            + " source",
        "figures; [subject]; figure subjectLabel indicator value unit period source",
        "sources-of; entity; document title date passages claims",
        "conflicting-claims; [entity]; subject subjectLabel property value1 source1 value2 source2"
            + " resolution",
        "external-links; [entity]; entity entityLabel scheme identifier link confidence source",
        "documents; ''; document title kind publisher date sha256 claims",
        "timeline; entity; date event description source"
      })
  void hasItsParametersAndFirstColumns(String name, String parameters, String firstColumns) {
    StoredQuery query = graph.queries().find(name).orElseThrow();
    List<String> columns = List.of(firstColumns.split(" "));
    assertThat(query.columns().subList(0, columns.size())).isEqualTo(columns);
    assertThat(
            query.parameters().stream()
                .map(p -> p.required() ? p.name() : "[" + p.name() + "]")
                .toList())
        .isEqualTo(parameters.isEmpty() ? List.of() : List.of(parameters.split(" ")));
  }

  @Test
  void everyQueryAnswersItsExampleWithTheColumnsThatItPromises() {
    assertThat(graph.queries().queries()).hasSizeGreaterThanOrEqualTo(15);
    for (StoredQuery query : graph.queries().queries()) {
      String[] example =
          query.decorators().example().stream()
              .map(a -> a.name() + "=" + a.value())
              .map(a -> OWN_EXAMPLES.getOrDefault(a, a))
              .toArray(String[]::new);
      ResultTable table = graph.run(query.name(), example);
      assertThat(table.rows()).as(query.name()).isNotEmpty();
      assertThat(table.columns()).as(query.name()).isEqualTo(query.decorators().columns());
      assertThat(query.decorators().columns()).as(query.name()).isNotEmpty();
      for (String column : query.columns()) {
        if (column.endsWith("Label")) {
          int index = query.columns().indexOf(column);
          assertThat(table.rows())
              .as(query.name() + " " + column)
              .allSatisfy(
                  row ->
                      assertThat(
                              row.cells()
                                  .get(index)
                                  .map(n -> n.isLiteral() && n.getLiteralLanguage().isEmpty()))
                          .isNotEqualTo(java.util.Optional.of(false)));
        }
      }
    }
  }

  /**
   * grlc 1.3 reads any other single ending as a language, so that {@code ?__on_date} would be bound
   * to {@code "2018-06-15"@date} there; it declares {@code xsd} before each SELECT where the query
   * does not, and sends its text as Latin-1.
   */
  @Test
  void grlcReadsParametersAndTextAsWeDo() {
    for (StoredQuery query : graph.queries().queries()) {
      assertThat(query.parameters())
          .as(query.name())
          .allSatisfy(
              parameter ->
                  assertThat(parameter.variable())
                      .matches(
                          "__?[a-zA-Z0-9]+(_iri|_number|_literal|_integer|_xsd_[a-zA-Z]+|_[a-z]{2})?"));
      if (query.text().contains("_xsd_")) {
        assertThat(query.text()).contains("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n");
      }
      assertThat(query.text()).as(query.name()).matches("\\p{ASCII}+");
    }
  }

  /** The examples speak of real owners; the sample graph has invented ones. */
  private static final Map<String, String> OWN_EXAMPLES =
      Map.of("owner=seetec", "owner=dogwood", "speaker=Chris Grayling", "speaker=Rowan Ashworth");
}
