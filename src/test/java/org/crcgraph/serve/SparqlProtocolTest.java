package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.crcgraph.serve.sparql.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SPARQL endpoint as clients and attackers meet it. */
final class SparqlProtocolTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static WebServer server;

  @BeforeAll
  static void start() {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.begin(ReadWrite.WRITE);
    RDFDataMgr.read(dataset, "serve/sample.trig");
    for (int i = 0; i < 400; i++) {
      for (int j = 1; j <= 5; j++) {
        dataset.add(
            SSE.parseQuad(
                "(<https://w3id.org/crcgraph/graph/web> <urn:n%d> <urn:to> <urn:n%d>)"
                    .formatted(i, (i * 7 + j * 13) % 400)));
      }
    }
    dataset.commit();
    dataset.end();
    server = WebServer.overDataset(dataset, "test", options(Duration.ofSeconds(1)));
  }

  private static ServeOptions options(Duration time) {
    return OnLoopback.withoutQueries(Limits.standard().withTime(time).withRows(5_000));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String query, String accept) throws Exception {
    return send(
        HttpRequest.newBuilder(
                server
                    .address()
                    .resolve("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header("Accept", accept));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder post(String mediaType, String body) {
    return HttpRequest.newBuilder(server.address().resolve("/sparql"))
        .header("Content-Type", mediaType)
        .POST(BodyPublishers.ofString(body));
  }

  private static final String CRCS =
      "PREFIX crc: <https://w3id.org/crcgraph/ontology#> PREFIX rdfs:"
          + " <http://www.w3.org/2000/01/rdf-schema#> SELECT ?name { ?s a"
          + " crc:CommunityRehabilitationCompany ; rdfs:label ?name }";

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json,application/sparql-results+json,'\"value\"'",
    "application/json,application/sparql-results+json,'\"value\"'",
    "application/sparql-results+xml,application/sparql-results+xml,<literal",
    "text/csv,text/csv;charset=utf-8,Northshire CRC",
    "text/tab-separated-values,text/tab-separated-values;charset=utf-8,?name",
    "*/*,application/sparql-results+json,Northshire",
    "'text/csv;q=0.3, application/sparql-results+xml;q=0.9',application/sparql-results+xml,Northshire"
  })
  void rowsComeInTheFormatThatIsAskedFor(String accept, String mediaType, String part)
      throws Exception {
    HttpResponse<String> response = get(CRCS, accept);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(mediaType);
    assertThat(response.body()).contains(part).contains("Northshire CRC".substring(0, 1));
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml",
        "application/trig"
      })
  void triplesComeInTheFormatThatIsAskedFor(String mediaType) throws Exception {
    HttpResponse<String> response =
        get("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isLiteral(?o)) }", mediaType);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
    assertThat(response.body()).contains("Northshire CRC");
  }

  /** SPARQLWrapper sends these words beside an Accept header of its own. */
  @ParameterizedTest
  @CsvSource({
    "turtle,text/turtle;charset=utf-8",
    "n3,text/turtle;charset=utf-8",
    "rdf+xml,application/rdf+xml",
    "xml,application/rdf+xml",
    "json-ld,application/ld+json",
    "n-triples,application/n-triples"
  })
  void theWordsOfClientLibrariesNameFormatsOfTriples(String word, String mediaType)
      throws Exception {
    String words = URLEncoder.encode(word, StandardCharsets.UTF_8);
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(
                server
                    .address()
                    .resolve(
                        "/sparql?format="
                            + words
                            + "&output="
                            + words
                            + "&query=DESCRIBE+%3Cx:y%3E")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(mediaType);
  }

  @Test
  void aQueryIsTakenFromAFormAndFromTheBody() throws Exception {
    String form = "query=" + URLEncoder.encode("ASK {?s ?p ?o}", StandardCharsets.UTF_8);
    assertThat(send(post("application/x-www-form-urlencoded", form)).body()).contains("true");
    assertThat(send(post("application/sparql-query", "ASK {?s ?p ?o}")).body()).contains("true");
    assertThat(send(post("text/plain", "ASK {?s ?p ?o}")).statusCode()).isEqualTo(415);
    assertThat(send(post("application/sparql-update", "CLEAR ALL")).statusCode()).isEqualTo(400);
    assertThat(send(post("application/x-www-form-urlencoded", "update=CLEAR+ALL")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theDatasetOfTheProtocolBeatsTheQuerys() throws Exception {
    URI uri =
        server
            .address()
            .resolve(
                "/sparql?default-graph-uri=https://w3id.org/crcgraph/graph/web&query="
                    + URLEncoder.encode(CRCS, StandardCharsets.UTF_8)
                    + "&format=csv");
    assertThat(send(HttpRequest.newBuilder(uri)).body()).doesNotContain("Northshire");
    assertThat(get("SELECT * FROM <https://w3id.org/crcgraph/graph/web> {?s ?p ?o}", "text/csv"))
        .satisfies(r -> assertThat(r.body().lines().count()).isEqualTo(2001));
  }

  @Test
  void theServiceDescribesItself() throws Exception {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(server.address().resolve("/sparql")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("SPARQL11Query").contains("UnionDefaultGraph");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { SERVICE <http://127.0.0.1:1/> {?s ?p ?o} } | 12",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> {?s ?p ?o} } | 12",
        "SELECT * { FILTER EXISTS { {SELECT * {SERVICE ?x {?s ?p ?o}}} } } | 39",
        "SELECT * FROM <file:///etc/passwd> {?s ?p ?o} | 10",
        "SELECT * FROM NAMED <http://127.0.0.1:1/x> {GRAPH ?g {?s ?p ?o}} | 10",
        "LOAD <file:///etc/passwd> | 1",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> } | 1",
        "SELECT * { ?s ?p } | 18"
      })
  void whatReachesOutsideIsRefusedWithItsPlace(String query, int column) throws Exception {
    HttpResponse<String> response = get(query, "*/*");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body())
        .contains("\"line\": 1,")
        .contains("\"column\": " + column + "}")
        .doesNotContain("at org.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a = ?d && ?d != ?a) }",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c LIMIT 1",
        "SELECT DISTINCT ?a ?d ?g ?c ?f ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 90000000",
        "SELECT (COUNT(*) AS ?n) {"
            + " ?a (<urn:to>/<urn:to>/<urn:to>/<urn:to>/<urn:to>/<urn:to>/<urn:to>/<urn:to>/"
            + "<urn:to>/<urn:to>/<urn:to>) ?b }",
        "SELECT (COUNT(*) AS ?n) { ?a (<urn:to>|!<urn:x>)* ?b . ?b (<urn:to>|!<urn:y>)* ?c . ?c"
            + " (<urn:to>|!<urn:z>)* ?d }",
        "SELECT * { ?s ?p ?o FILTER(REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\","
            + " \"^(a|aa)+(\\\\1)?c$\")) }",
        "SELECT * { BIND(REPLACE(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a|aa)+(\\\\1)?c$\","
            + " \"x\") AS ?x) }",
        "SELECT * { BIND(<http://www.w3.org/2005/xpath-functions#matches>("
            + "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a|aa)+(\\\\1)?c$\") AS ?x) }",
        "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?a ?b ?c MINUS { ?d ?e ?f . ?g ?h ?i . ?a ?x ?y } }"
      })
  void aBombEndsWith503AndFreesItsThread(String query) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> response = get(query, "text/csv");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("timed out");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(get("ASK {}", "*/*").statusCode()).isEqualTo(200);
  }

  /** On a server that gives more time than the string takes on any machine. */
  @Test
  void stringsCannotGrowWithoutEnd() throws Exception {
    StringBuilder nested = new StringBuilder("\"aaaaaaaaaa\"");
    for (int i = 0; i < 9; i++) {
      nested.insert(0, "REPLACE(").append(", \".\", \"aaaaaaaaaa\")");
    }
    Duration patience = Duration.ofMinutes(5);
    try (WebServer patient =
        WebServer.overDataset(DatabaseMgr.createDatasetGraph(), "test", options(patience))) {
      HttpResponse<String> response =
          CLIENT.send(
              HttpRequest.newBuilder(patient.address().resolve("/sparql"))
                  .header("Content-Type", "application/sparql-query")
                  .POST(BodyPublishers.ofString("SELECT * { BIND(" + nested + " AS ?x) }"))
                  .timeout(patience)
                  .build(),
              BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).contains("String too long");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BIND(<http://www.w3.org/2001/XMLSchema#integer>(?x15) AS ?y)",
        "BIND(STRDT(?x15, <http://www.w3.org/2001/XMLSchema#decimal>) AS ?y)",
        "BIND(<http://www.w3.org/2001/XMLSchema#integer>(?x8) * 7 AS ?z)"
            + " BIND(?z * ?z AS ?z2) BIND(?z2 * ?z2 AS ?z4) BIND(?z4 * ?z4 AS ?y)"
      })
  void numbersDoNotGrowWithoutEnd(String number) throws Exception {
    StringBuilder query = new StringBuilder("SELECT * { BIND(\"99999999\" AS ?x0) ");
    for (int i = 0; i < 15; i++) {
      query.append("BIND(CONCAT(?x%d, ?x%d) AS ?x%d) ".formatted(i, i, i + 1));
    }
    HttpResponse<String> response = send(post("application/sparql-query", query + number + " }"));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode row =
        new ObjectMapper().readTree(response.body()).path("results").path("bindings").path(0);
    assertThat(row.has("x15")).isTrue();
    assertThat(row.has("y")).isFalse(); // an error of the expression leaves it without a value
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * { ?s ?p %s } | 9 | 18",
        "SELECT * { ?s ?p \"%s\"^^<urn:number> } | 9 | 18",
        "SELECT * { ?s ?p ?o FILTER(?o IN (%s 9)) } | 9, | 16020",
        "SELECT (CONCAT(%s '') AS ?x) {} | ?s, | 12013",
        "ASK { %s } | BIND(1 AS ?x) | 34672"
      })
  void aQueryWhosePlanningWouldTakeLongIsRefusedWithItsPlace(String query, String part, int column)
      throws Exception {
    HttpResponse<String> response =
        send(post("application/sparql-query", query.replace("%s", part.repeat(9_000))));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("Query refused")
        .contains("\"line\": 1, \"column\": " + column + "}");
  }

  @Test
  void aLongListOfValuesIsAllowed() throws Exception {
    HttpResponse<String> response =
        send(
            post(
                "application/sparql-query",
                "ASK { VALUES (?a ?b) { " + "(<urn:n1> 2) ".repeat(30_000) + "} ?a ?p ?o }"));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void tooManyRowsAre413AndNotA200WithFewer() throws Exception {
    HttpResponse<String> response = get("SELECT * { ?a <urn:to> ?b . ?b <urn:to> ?c }", "text/csv");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("5000 rows");
  }

  @Test
  void aRequestThatIsTooLargeIsRefusedAndTheNextOneAnswered() throws Exception {
    String query = "ASK {} #" + "x".repeat(2 << 20);
    assertThat(send(post("application/sparql-query", query)).statusCode()).isEqualTo(413);
    assertThat(get("ASK {}", "*/*").statusCode()).isEqualTo(200);
  }

  /** The time that a query runs is none that its client took to send it. */
  @Test
  void aShortBodyWhoseQueryRunsLongIsNoSlowRequest() throws Exception {
    HttpResponse<String> response =
        send(
            post(
                "application/sparql-query",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("timed out");
  }

  @Test
  void aQueryNestedTooDeeplyIsRefused() throws Exception {
    String query =
        "SELECT * { ?s ?p ?o FILTER(" + "(".repeat(90_000) + "1" + ")".repeat(90_000) + ") }";
    assertThat(send(post("application/sparql-query", query)).statusCode()).isEqualTo(400);
  }

  @Test
  void classesAreNotLoadedByName() throws Exception {
    HttpResponse<String> response =
        get(
            "SELECT * { BIND(<java:org.apache.jena.sparql.function.library.now>() AS ?x) }",
            "text/csv");
    assertThat(response.body().strip()).isIn("x", "?x");
  }

  @Test
  void aClientMayShortenTheTimeAndNotLengthenIt() throws Exception {
    String query =
        URLEncoder.encode(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", StandardCharsets.UTF_8);
    for (String timeout : new String[] {"0.2", "60"}) {
      HttpResponse<String> response =
          send(
              HttpRequest.newBuilder(
                  server.address().resolve("/sparql?timeout=" + timeout + "&query=" + query)));
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains(timeout.equals("60") ? "1.0 seconds" : "0.2 seconds");
    }
  }

  @Test
  void thereIsNoStackTraceAndNoServerVersion() throws Exception {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(server.address().resolve("/nothing/%3Cscript%3E")));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).doesNotContain("script").doesNotContain("\tat ");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }
}
