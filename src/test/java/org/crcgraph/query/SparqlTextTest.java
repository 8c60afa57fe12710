package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which queries are refused, and with which place. */
final class SparqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { SERVICE <http://x> { ?a ?b ?c } } | q:1:12: SERVICE reaches outside",
        "ASK { FILTER EXISTS { service silent ?s { ?a ?b ?c } } } | q:1:23: SERVICE reaches",
        "SELECT * { { SELECT * { SERVICE ?s {} } } } | q:1:25: SERVICE reaches outside",
        "SELECT (<java:a.B>(1) AS ?x) {} | q:1:9: java: reaches outside",
        "SELECT * { ?x <java:a.B> ?y } | q:1:15: java: reaches outside",
        "INSERT DATA { <a> <b> <c> } | q:1:1: INSERT would change the graph",
        "PREFIX load: <http://x/> DROP ALL | q:1:26: DROP would change the graph",
        "SELECT * { ?x ?y } | q:1:15: no SPARQL 1.1 query"
      })
  void refuses(String query, String problem) {
    assertThat(SparqlText.parse("q", query))
        .isInstanceOfSatisfying(
            SparqlText.Refused.class,
            refused -> assertThat(refused.issue().toString()).startsWith(problem));
  }

  @Test
  void wordsInStringsAndNamesAreNoKeywords() {
    assertThat(
            SparqlText.parse(
                "q",
                "PREFIX service: <http://x/> SELECT * { ?service service:x 'SERVICE' } # INSERT"))
        .isInstanceOf(SparqlText.Accepted.class);
  }
}
