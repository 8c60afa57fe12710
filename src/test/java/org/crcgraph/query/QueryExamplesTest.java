package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.graph.QueryDescription;
import org.junit.jupiter.api.Test;

/** The stored queries as examples for editors. */
final class QueryExamplesTest {
  @Test
  void eachRunsAsItStandsWithTheThingsOfItsExampleInItsText() throws Exception {
    SampleGraph sample = SampleGraph.load();
    Graph facts =
        sample
            .source()
            .read(
                QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"),
                running -> running.construct());
    List<QueryDescription> examples = new QueryExamples(sample.queries()).describe(facts);
    assertThat(examples)
        .extracting(QueryDescription::name)
        .containsExactlyElementsOf(
            sample.queries().queries().stream().map(StoredQuery::name).toList());
    for (QueryDescription example : examples) {
      assertThat(example.summary()).isNotEmpty();
      assertThat(example.form()).isEqualTo(QueryDescription.Form.SELECT);
      assertThat(example.prefixes()).isNotEmpty();
      // In the order of a hash table, two versions of Java would build different graphs.
      assertThat(example.text().lines().filter(line -> line.startsWith("PREFIX")))
          .as(example.name())
          .isSorted();
      SparqlText parsed = SparqlText.parse(example.name(), example.text());
      assertThat(parsed).as(example.name()).isInstanceOf(SparqlText.Accepted.class);
      Answer answer = ((SparqlText.Accepted) parsed).run(sample.source());
      assertThat(((Answer.Rows) answer).table().rows()).as(example.name()).isNotEmpty();
    }
    String dated =
        examples.stream()
            .filter(example -> example.name().equals("who-owns-which-crc"))
            .map(QueryDescription::text)
            .collect(Collectors.joining());
    assertThat(dated).startsWith("# Who owned").contains("2018-06-15").doesNotContain("__on");
  }
}
