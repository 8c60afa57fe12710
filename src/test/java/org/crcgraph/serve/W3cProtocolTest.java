package org.crcgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.crcgraph.serve.sparql.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The cases of the W3C's SPARQL 1.1 Protocol test suite, each under its name there. Those that
 * update must fail here: the endpoint is read-only.
 */
final class W3cProtocolTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";
  private static final String DATA = "http://graphs.example/";
  private static final String ONE = DATA + "data1.rdf";
  private static final String TWO = DATA + "data2.rdf";
  private static final String THREE = DATA + "data3.rdf";
  private static WebServer server;

  @BeforeAll
  static void start() {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.begin(ReadWrite.WRITE);
    for (String graph : List.of(ONE, TWO, THREE)) {
      dataset.add(
          SSE.parseQuad(
              "(<%1$s> <%1$s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Document>)"
                  .formatted(graph)));
    }
    dataset.commit();
    dataset.end();
    server = WebServer.overDataset(dataset, "test", OnLoopback.withoutQueries(Limits.standard()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Names and values in turn, as they stand in an address. */
  private static String parameters(String... pairs) {
    List<String> encoded = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      encoded.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], UTF_8));
    }
    return String.join("&", encoded);
  }

  private static HttpResponse<String> get(String... pairs) throws Exception {
    return send("GET", "/sparql?" + parameters(pairs), "", BodyPublishers.noBody());
  }

  private static HttpResponse<String> post(String address, String type, String body)
      throws Exception {
    return send("POST", address, type, BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(
      String method, String address, String type, BodyPublisher body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(address))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String mediaType(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
  }

  private static boolean verdict(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("application/sparql-results+json");
    JsonNode verdict = new ObjectMapper().readTree(response.body()).path("boolean");
    assertThat(verdict.isBoolean()).isTrue();
    return verdict.asBoolean();
  }

  private static void assertRefused(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    assertThat(mediaType(response)).isEqualTo("application/problem+json");
    assertThat(new ObjectMapper().readTree(response.body()).path("status").asInt())
        .isEqualTo(response.statusCode());
  }

  @Test
  void queryGet() throws Exception {
    assertThat(verdict(get("query", "ASK {}"))).isTrue();
  }

  @Test
  void queryPostForm() throws Exception {
    assertThat(verdict(post("/sparql/", FORM, parameters("query", "ASK {}")))).isTrue();
    assertThat(verdict(post("/sparql", FORM + "; charset=UTF-8", parameters("query", "ASK {}"))))
        .isTrue();
  }

  @Test
  void queryPostDirect() throws Exception {
    assertThat(verdict(post("/sparql/", DIRECT, "ASK {}"))).isTrue();
    assertThat(verdict(post("/sparql", DIRECT + ";charset=\"utf-8\"", "ASK {}"))).isTrue();
  }

  @Test
  void queryDatasetDefaultGraph() throws Exception {
    String address = "/sparql/?" + parameters("default-graph-uri", ONE);
    assertThat(verdict(post(address, DIRECT, "ASK { <" + ONE + "> ?p ?o }"))).isTrue();
    assertThat(verdict(post(address, DIRECT, "ASK { <" + TWO + "> ?p ?o }"))).isFalse();
  }

  @Test
  void queryDatasetDefaultGraphsGet() throws Exception {
    String query = "ASK { <" + ONE + "> a ?type . <" + TWO + "> a ?type }";
    assertThat(verdict(get("query", query, "default-graph-uri", ONE, "default-graph-uri", TWO)))
        .isTrue();
    assertThat(verdict(get("query", query, "default-graph-uri", ONE))).isFalse();
  }

  @Test
  void queryDatasetDefaultGraphsPost() throws Exception {
    String graphs = parameters("default-graph-uri", ONE, "default-graph-uri", TWO);
    String query = "ASK { <" + ONE + "> ?p ?o . <" + TWO + "> ?p ?o }";
    assertThat(verdict(post("/sparql/?" + graphs, DIRECT, query))).isTrue();
    assertThat(verdict(post("/sparql", FORM, graphs + "&" + parameters("query", query)))).isTrue();
  }

  @Test
  void queryDatasetNamedGraphsGet() throws Exception {
    String query = "ASK { GRAPH ?g1 { <" + ONE + "> a ?t } GRAPH ?g2 { <" + TWO + "> a ?t } }";
    assertThat(verdict(get("query", query, "named-graph-uri", ONE, "named-graph-uri", TWO)))
        .isTrue();
    assertThat(verdict(get("query", query, "named-graph-uri", ONE))).isFalse();
  }

  @Test
  void queryDatasetNamedGraphsPost() throws Exception {
    String address = "/sparql/?" + parameters("named-graph-uri", ONE, "named-graph-uri", TWO);
    assertThat(verdict(post(address, DIRECT, "ASK { GRAPH ?g { ?s ?p ?o } }"))).isTrue();
    assertThat(verdict(post(address, DIRECT, "ASK { ?s ?p ?o }"))).isFalse();
  }

  @Test
  void queryDatasetFull() throws Exception {
    String address =
        "/sparql/?"
            + parameters("default-graph-uri", THREE, "named-graph-uri", ONE)
            + "&"
            + parameters("named-graph-uri", TWO);
    HttpResponse<String> response =
        post(address, DIRECT, "SELECT ?g ?x ?s { ?x ?y ?o  GRAPH ?g { ?s ?p ?o } } ORDER BY ?g");
    assertThat(response.statusCode()).isEqualTo(200);
    List<String> rows = new ArrayList<>();
    for (JsonNode row :
        new ObjectMapper().readTree(response.body()).path("results").path("bindings")) {
      rows.add(
          String.join(
              " ",
              List.of(
                  row.path("g").path("value").asText(),
                  row.path("x").path("value").asText(),
                  row.path("s").path("value").asText())));
    }
    assertThat(rows).containsExactly(ONE + " " + THREE + " " + ONE, TWO + " " + THREE + " " + TWO);
  }

  @Test
  void queryMultipleDataset() throws Exception {
    String address = "/sparql/?" + parameters("default-graph-uri", TWO);
    String inQuery = "BASE <" + DATA + "> ASK FROM <" + ONE + "> ";
    assertThat(verdict(post(address, DIRECT, inQuery + "{ <data2.rdf> ?p ?o }"))).isTrue();
    assertThat(verdict(post(address, DIRECT, inQuery + "{ <data1.rdf> ?p ?o }"))).isFalse();
  }

  @Test
  void queryContentTypeSelect() throws Exception {
    HttpResponse<String> response = post("/sparql/", DIRECT, "SELECT (1 AS ?value) {}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("application/sparql-results+json");
  }

  @Test
  void queryContentTypeAsk() throws Exception {
    HttpResponse<String> response = post("/sparql/", DIRECT, "ASK {}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("application/sparql-results+json");
  }

  @Test
  void queryContentTypeDescribe() throws Exception {
    HttpResponse<String> response = post("/sparql/", DIRECT, "DESCRIBE <http://example.org/>");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("text/turtle");
  }

  @Test
  void queryContentTypeConstruct() throws Exception {
    HttpResponse<String> response = post("/sparql/", DIRECT, "CONSTRUCT { <s> <p> 1 } WHERE {}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("text/turtle");
    assertThat(response.body()).contains(" 1 ");
  }

  /** Of the suite for service descriptions: {@code returns-rdf} and {@code has-endpoint-triple}. */
  @Test
  void serviceDescriptionIsRdfAndNamesTheEndpoint() throws Exception {
    HttpResponse<String> response = send("GET", "/sparql", "", BodyPublishers.noBody());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("text/turtle");
    Graph description = GraphFactory.createDefaultGraph();
    RDFParser.fromString(response.body(), Lang.TURTLE).parse(description);
    assertThat(
            description
                .find(
                    Node.ANY,
                    NodeFactory.createURI(
                        "http://www.w3.org/ns/sparql-service-description#endpoint"),
                    NodeFactory.createURI(server.address().resolve("/sparql").toString()))
                .toList())
        .hasSize(1);
  }

  @Test
  void badQueryMethod() throws Exception {
    HttpResponse<String> response =
        send("PUT", "/sparql?query=ASK%20%7B%7D", "", BodyPublishers.noBody());
    assertRefused(response);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void badMultipleQueries() throws Exception {
    assertRefused(get("query", "ASK {}", "query", "SELECT * {}"));
    assertRefused(
        post("/sparql?" + parameters("query", "ASK {}"), FORM, parameters("query", "SELECT * {}")));
    assertRefused(post("/sparql?" + parameters("query", "ASK {}"), DIRECT, "ASK {}"));
  }

  @Test
  void badQueryWrongMediaType() throws Exception {
    HttpResponse<String> response = post("/sparql/", "text/plain", "ASK {}");
    assertRefused(response);
    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void badQueryMissingFormType() throws Exception {
    assertRefused(post("/sparql/", "", parameters("query", "ASK {}")));
  }

  @Test
  void badQueryMissingDirectType() throws Exception {
    assertRefused(post("/sparql/", "", "ASK {}"));
  }

  @Test
  void badQueryNonUtf8() throws Exception {
    byte[] utf16 = "ASK {}".getBytes(UTF_16);
    for (String type : List.of(DIRECT + "; charset=UTF-16", DIRECT)) {
      assertRefused(send("POST", "/sparql/", type, BodyPublishers.ofByteArray(utf16)));
    }
    // The bytes are UTF-8, and the client says that they are something else.
    assertRefused(post("/sparql", DIRECT + "; charset=ISO-8859-1", "ASK { ?s ?p \"\u00e9\" }"));
  }

  @Test
  void badQuerySyntax() throws Exception {
    HttpResponse<String> response = get("query", "ASK {");
    assertRefused(response);
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void badUpdateGet() throws Exception {
    assertRefused(get("update", "CLEAR ALL"));
  }

  @Test
  void badMultipleUpdates() throws Exception {
    assertRefused(
        post("/sparql/", FORM, parameters("update", "CLEAR NAMED", "update", "CLEAR DEFAULT")));
  }

  @Test
  void badUpdateWrongMediaType() throws Exception {
    assertRefused(post("/sparql/", "text/plain", "CLEAR NAMED"));
  }

  @Test
  void badUpdateMissingFormType() throws Exception {
    assertRefused(post("/sparql/", "", parameters("update", "CLEAR NAMED")));
  }

  @Test
  void badUpdateNonUtf8() throws Exception {
    assertRefused(
        send(
            "POST",
            "/sparql/",
            "application/sparql-update; charset=UTF-16",
            BodyPublishers.ofByteArray("CLEAR NAMED".getBytes(UTF_16))));
  }

  @Test
  void badUpdateSyntax() throws Exception {
    assertRefused(post("/sparql/", FORM, parameters("update", "CLEAR XYZ")));
  }

  @Test
  void badUpdateDatasetConflict() throws Exception {
    assertRefused(
        post(
            "/sparql/",
            FORM,
            parameters(
                "using-named-graph-uri",
                "http://example/people",
                "update",
                "WITH <urn:g> DELETE { ?s <urn:p> 'a' } INSERT { ?s <urn:p> 'b' } WHERE { ?s"
                    + " <urn:p> 'a' }")));
  }

  @Test
  void updatesAreRefusedAndChangeNothing() throws Exception {
    assertRefused(post("/sparql/", FORM, parameters("update", "CLEAR ALL")));
    assertRefused(post("/sparql/", "application/sparql-update", "CLEAR ALL"));
    assertRefused(
        post("/sparql/", DIRECT, "INSERT DATA { GRAPH <" + ONE + "> { <urn:a> <urn:b> 1 } }"));
    assertThat(verdict(get("query", "ASK { <" + ONE + "> ?p ?o }"))).isTrue();
    assertThat(verdict(get("query", "ASK { <urn:a> ?p ?o }"))).isFalse();
  }
}
