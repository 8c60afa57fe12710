package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers, parameters, and what is wrong with them. */
final class StoredQueriesTest {
  private static final String GOOD =
      """
      #+ summary: Things
      #+ tags:
      #+   - a
      #+ defaults:
      #+   - limit: 5
      #+ enumerate:
      #+   - _size:
      #+     - small
      #+     - large
      #+ pagination: 50
      PREFIX ex: <http://example.org/types#>
      SELECT ?x WHERE {
        ?x ?p ?_thing_iri , ?_label_en , ?_size , ?__n_number , ?__m_integer , ?_d_ex_kind .
        FILTER(?x > ?_limit_integer)
        FILTER NOT EXISTS { ?x ?q ?__on_date }
      } ORDER BY ?x
      """;

  @Test
  void everyTypeOfParameterIsRead() {
    StoredQuery query = parse(GOOD);
    assertThat(query.parameters())
        .extracting(p -> p.name() + " " + p.required() + " " + p.type())
        .containsExactlyInAnyOrder(
            "thing true Entity[]",
            "label true Text[language=en]",
            "size true Text[language=null]",
            "n false Numeric[]",
            "m false Typed[datatype=http://www.w3.org/2001/XMLSchema#integer]",
            "d true Typed[datatype=http://example.org/types#kind]",
            "limit false Typed[datatype=http://www.w3.org/2001/XMLSchema#integer]",
            "on false Typed[datatype=http://www.w3.org/2001/XMLSchema#date]");
    assertThat(query.parameter("size").orElseThrow().choices()).containsExactly("small", "large");
    assertThat(query.parameter("limit").orElseThrow().defaultValue()).isEqualTo("5");
    assertThat(query.decorators().pagination()).isEqualTo(50);
    assertThat(query.decorators().tags()).containsExactly("a");
  }

  @Test
  void aTabIsAProblemWithItsPlace() {
    assertThat(issues("#+ summary: x\n#+ tags:\n#+\t- a\nSELECT ?x { ?x ?y ?z } ORDER BY ?x"))
        .anyMatch(i -> i.startsWith("q.rq:3:3: a tab in the decorators"));
  }

  @Test
  void wrongYamlAndUnknownKeysAreProblemsWithTheirLines() {
    String query = "SELECT ?x { ?x ?y ?z } ORDER BY ?x";
    assertThat(issues("#+ summary: x\n#+ tags: [a\n" + query))
        .anyMatch(i -> i.startsWith("q.rq:2:") && i.contains("not YAML"));
    assertThat(issues("#+ summary: x\n#+ sumary: y\n" + query))
        .containsExactly(
            "q.rq:2:4: unknown decorator sumary; use grlc's decorators, or x-crc as"
                + " queries/README.md says");
    assertThat(issues("#+ summary: x\n#+ summary: y\n" + query))
        .anyMatch(i -> i.contains("summary"));
  }

  @Test
  void wrongSparqlIsAProblemWithItsPlace() {
    assertThat(issues("#+ summary: x\nSELECT ?x { ?x ?y } ORDER BY ?x"))
        .anyMatch(i -> i.startsWith("q.rq:2:") && i.contains("no SPARQL 1.1 query"));
    assertThat(issues("#+ summary: x\nSELECT ?x { ?x a foaf:Person } ORDER BY ?x"))
        .anyMatch(i -> i.contains("foaf"));
  }

  @Test
  void rowsMustHaveAnOrderAndColumnsMustBeThosePromised() {
    assertThat(issues("#+ summary: x\nSELECT ?x { ?x ?y ?z }"))
        .anyMatch(i -> i.contains("ORDER BY"));
    assertThat(
            issues("#+ summary: x\n#+ x-crc:\n#+   columns: [y]\nSELECT ?x {?x ?y ?z} ORDER BY ?x"))
        .anyMatch(i -> i.contains("promises [y]"));
  }

  @Test
  void aBrokenQueryDoesNotTakeTheOthersDown(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("good.rq"), GOOD);
    Files.writeString(folder.resolve("bad.rq"), "SELECT");
    Files.writeString(folder.resolve("notes.txt"), "SELECT");
    StoredQueries queries = StoredQueries.load(folder);
    assertThat(queries.queries()).extracting(StoredQuery::name).containsExactly("good");
    assertThat(queries.broken()).extracting(StoredQueries.Broken::name).containsExactly("bad");
    assertThat(queries.broken().get(0).issues()).isNotEmpty();
  }

  @Test
  void aValueCanNeverBecomeSyntax() throws Exception {
    SampleGraph graph = SampleGraph.load();
    StoredQuery query =
        parse("#+ summary: x\nSELECT (?_word AS ?w) (?_n_integer AS ?n) { } ORDER BY ?w");
    StoredQuery.Filled filled =
        query.fill(
            List.of(new Argument("word", "\") } DROP ALL #"), new Argument("n", "7")),
            graph.names());
    ResultTable table =
        ((Answer.Rows) ((StoredQuery.Filled.Ready) filled).run(graph.source())).table();
    assertThat(graph.rows(table, "w", "n")).containsExactly("\") } DROP ALL #|7");
  }

  @Test
  void boundQueriesCanBeSentToAnotherEndpoint() throws Exception {
    SampleGraph graph = SampleGraph.load();
    for (StoredQuery query : graph.queries().queries()) {
      List<Argument> example =
          query.decorators().example().stream()
              .map(a -> a.value().equals("seetec") ? new Argument("owner", "dogwood") : a)
              .map(
                  a ->
                      a.value().equals("Chris Grayling")
                          ? new Argument("speaker", "Rowan Ashworth")
                          : a)
              .toList();
      StoredQuery.Filled filled = query.fill(example, graph.names());
      String text = ((StoredQuery.Filled.Ready) filled).query().toString();
      assertThat(SparqlText.parse("q", text)).as(text).isInstanceOf(SparqlText.Accepted.class);
    }
  }

  @Test
  void wrongArgumentsAreAllTold() throws Exception {
    SampleGraph graph = SampleGraph.load();
    assertThat(problems(graph, "crcs-of-owner", "on=2018-02-30", "when=x", "on=2018-01-01"))
        .containsExactly(
            "crcs-of-owner has no parameter when; did you mean\n  owner\n  on\n  knownOn?",
            "on is given twice",
            "owner is missing: an IRI, or a name, acronym or slug that the graph knows",
            "on=2018-02-30 is not a day such as 2018-06-15");
    assertThat(problems(graph, "crcs-of-owner", "owner=Dogwod"))
        .containsExactly(
            "owner=Dogwod is nothing that the graph knows as organisation; did you mean\n"
                + "  organisation/dogwood (Dogwood)?");
  }

  private static List<String> problems(SampleGraph graph, String query, String... arguments) {
    return ((StoredQuery.Filled.Wrong) graph.fill(query, arguments))
        .problems().stream().map(Object::toString).toList();
  }

  private static StoredQuery parse(String text) {
    List<Issue> issues = new ArrayList<>();
    return StoredQueries.parse("q", "q.rq", text, issues)
        .orElseThrow(() -> new AssertionError(issues.toString()));
  }

  private static List<String> issues(String text) {
    List<Issue> issues = new ArrayList<>();
    assertThat(StoredQueries.parse("q", "q.rq", text, issues)).isEmpty();
    return issues.stream().map(Issue::toString).toList();
  }
}
