package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.http.AccessEntry;
import org.crcgraph.serve.sparql.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored-query API, the pages and the reconciliation service, over the sample graphs. */
final class SiteTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<AccessEntry> LOG = new CopyOnWriteArrayList<>();
  private static WebServer server;
  private static WebServer overEndpoint;

  @BeforeAll
  static void start() throws Exception {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.begin(ReadWrite.WRITE);
    RDFDataMgr.read(dataset, "query/sample.trig");
    RDFDataMgr.read(dataset, "serve/sample.trig");
    dataset.commit();
    dataset.end();
    ServeOptions options =
        new ServeOptions(
            "127.0.0.1",
            0,
            Limits.standard(),
            StoredQueries.load(Path.of("queries")),
            DocumentTexts.NONE,
            LOG::add);
    server = WebServer.overDataset(dataset, "0123456789abcdef", options);
    overEndpoint = WebServer.overEndpoint(server.address().resolve("/sparql"), options);
  }

  @AfterAll
  static void stop() {
    overEndpoint.close();
    server.close();
  }

  private static HttpResponse<String> get(WebServer from, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(from) + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String address(WebServer of) {
    String address = of.address().toString();
    return address.substring(0, address.length() - 1);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    return get(server, path, headers);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  private static HttpResponse<String> page(String path) throws Exception {
    return get(path, "Accept", "text/html");
  }

  @Test
  void everyStoredQueryAnswersItsExampleInEveryFormat() throws Exception {
    JsonNode list = json(get("/api"));
    assertThat(list.path("queries").size()).isGreaterThan(14);
    assertThat(list.path("broken")).isEmpty();
    for (JsonNode query : list.path("queries")) {
      String name = query.path("name").asText();
      String example = query.path("example").asText();
      String arguments = example.contains("?") ? example.substring(example.indexOf('?')) : "";
      for (String format : List.of("json", "html", "csv", "tsv", "xml", "md")) {
        HttpResponse<String> response = get("/api/" + name + "." + format + arguments);
        if (response.statusCode() == 400) {
          assertThat(json(response).path("parameter").asText()).isNotEmpty(); // not in the sample
        } else {
          assertThat(response.statusCode()).as(name + "." + format).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void anAnswerSaysWhichVersionAndSourcesItRestsOnAndHowToCiteIt() throws Exception {
    HttpResponse<String> response = get("/api/who-owns-which-crc");
    JsonNode answer = json(response);
    assertThat(answer.path("results").path("bindings")).isNotEmpty();
    assertThat(answer.path("about").path("graphVersion").asText()).isEqualTo("0123456789abcdef");
    assertThat(answer.path("about").path("sources")).isNotEmpty();
    assertThat(answer.path("about").path("citation").asText()).contains("who-owns-which-crc");
    assertThat(response.headers().firstValue("Link").orElse("")).contains("rel=\"cite-as\"");
  }

  @Test
  void theFormatOfTheAddressBeatsAccept() throws Exception {
    HttpResponse<String> csv = get("/api/documents?format=csv", "Accept", "text/html");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    HttpResponse<String> html = get("/api/documents", "Accept", "text/html,*/*;q=0.1");
    assertThat(html.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(get("/api/documents?format=docx").statusCode()).isEqualTo(400);
    assertThat(get("/api/documents", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void aClientThatHasTheAnswerGets304() throws Exception {
    HttpResponse<String> first = get("/api/documents");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith("\"");
    HttpResponse<String> second = get("/api/documents", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(get("/api/documents.csv").headers().firstValue("ETag").orElseThrow())
        .isNotEqualTo(tag);
  }

  @Test
  void pagesLinkToEachOtherAndCountAllRows() throws Exception {
    int total = json(get("/api/who-owns-which-crc")).path("about").path("total").asInt();
    List<String> seen = new ArrayList<>();
    for (int number = 1; number <= total; number++) {
      HttpResponse<String> response = get("/api/who-owns-which-crc?page=" + number + "&pageSize=1");
      JsonNode answer = json(response);
      assertThat(answer.path("about").path("total").asInt()).isEqualTo(total);
      assertThat(answer.path("results").path("bindings").size()).isEqualTo(1);
      seen.add(answer.path("results").path("bindings").toString());
      String links = response.headers().firstValue("Link").orElse("");
      assertThat(links.contains("rel=\"next\"")).isEqualTo(number < total);
      assertThat(links.contains("rel=\"prev\"")).isEqualTo(number > 1);
    }
    assertThat(seen).hasSize(total);
    assertThat(get("/api/documents?page=0").statusCode()).isEqualTo(400);
    assertThat(get("/api/documents?pageSize=1e9").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/who-owns-which-crc?on=yesterday,on",
    "/api/who-owns-which-crc?of=2018-06-15,of",
    "/api/ownership-history,crc",
    "/api/ownership-history?crc=Xqzzt,crc"
  })
  void aWrongParameterIsNamed(String path, String parameter) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(response).path("parameter").asText()).isEqualTo(parameter);
  }

  @Test
  void theOpenApiDescriptionIsValid() throws Exception {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(get("/api/openapi.json").body());
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    assertThat(result.getOpenAPI().getPaths()).containsKey("/api/who-owns-which-crc");
  }

  @Test
  void aThingRedirectsToItsDescriptionInTheFormAskedFor() throws Exception {
    HttpResponse<String> response = get("/id/crc/northshire-crc");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).contains("/doc/crc/northshire-crc");
    assertThat(get("/doc/crc/northshire-crc", "Accept", "text/turtle").body())
        .contains("Northshire CRC");
    assertThat(get("/doc/crc/northshire-crc.jsonld").headers().firstValue("Content-Type"))
        .contains("application/ld+json");
    assertThat(get("/doc/crc/northshire-crc.nt").body()).contains("/id/crc/northshire-crc>");
    assertThat(page("/doc/crc/northshire-crc").body()).contains("<h1>Northshire CRC</h1>");
    assertThat(get("/doc/crc/nowhere-crc").statusCode()).isEqualTo(404);
    assertThat(get("/doc/crc/nowhere-crc.ttl").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/?on=2018-06-15", "/search", "/search?q=northshir", "/documents", "/conflicts",
        "/sources", "/ontology", "/api", "/query", "/api/docs", "/doc/crc/northshire-crc"
      })
  void everyPageIsCompleteAndLoadsNothingFromElsewhere(String path) throws Exception {
    HttpResponse<String> response = page(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .contains("<title>")
        .doesNotContain("<script>")
        .doesNotContainPattern("(src|rel=\"stylesheet\" href)=\"https?:");
    String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy).contains("default-src 'none'").contains("script-src 'self';");
  }

  @Test
  void textOfDocumentsIsNeverMarkup() throws Exception {
    assertThat(page("/doc/statement/hostile").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
    assertThat(page("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain("<script>alert");
    assertThat(get("/doc/x%0d%0aSet-Cookie:%20a=b").headers().map())
        .doesNotContainKey("set-cookie");
  }

  @Test
  void aCellThatLooksLikeAFormulaIsDefused() throws Exception {
    assertThat(get("/api/statements-about.csv?entity=crc/northshire-crc").body())
        .contains("'=HYPERLINK(");
    assertThat(get("/api/statements-about.tsv?entity=crc/northshire-crc").body())
        .contains("=HYPERLINK(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../../cli/Crcgraph.class",
        "/assets/..%2f..%2fcli%2fCrcgraph.class",
        "/assets/%2e%2e/simplelogger.properties",
        "/api/..%2f..%2fetc%2fpasswd",
        "/doc/..%2f..%2f..%2fetc%2fpasswd",
        "/dump/../build-report.json"
      })
  void pathsDoNotLeadOutside(String path) throws Exception {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void searchForgivesTypingErrorsAndCountsKinds() throws Exception {
    JsonNode found = json(get("/search?q=Nrothshire&format=json"));
    assertThat(found.path("hits").get(0).path("id").asText()).endsWith("/crc/northshire-crc");
    assertThat(found.path("kinds").path("crc").asInt()).isPositive();
    JsonNode narrowed = json(get("/search?q=heron&kind=organisation&format=json"));
    assertThat(narrowed.path("hits").get(0).path("label").asText()).isEqualTo("Blue Heron Group");
  }

  private static JsonNode reconcile(String queries) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/reconcile"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "queries=" + URLEncoder.encode(queries, StandardCharsets.UTF_8)))
            .build();
    return json(CLIENT.send(request, BodyHandlers.ofString()));
  }

  @Test
  void aNameReconcilesWithScoresFromReasons() throws Exception {
    JsonNode result =
        reconcile(
                "{\"a\": {\"query\": \"Northshire Community Rehabilitation Company Ltd\"},"
                    + " \"b\": {\"query\": \"Bleu Heron Group\"}, \"c\": {\"query\": \"qqqqqq\"}}")
            .path("a");
    JsonNode best = result.path("result").get(0);
    assertThat(best.path("id").asText()).isEqualTo("crc/northshire-crc");
    assertThat(best.path("match").asBoolean()).isTrue();
    assertThat(best.path("score").asDouble()).isBetween(90.0, 100.0);
    assertThat(best.path("features").get(0).path("id").asText()).isEqualTo("name");
    JsonNode misspelt =
        reconcile("{\"b\": {\"query\": \"Bleu Heron Group\"}}").path("b").path("result").get(0);
    assertThat(misspelt.path("id").asText()).isEqualTo("organisation/blue-heron");
    assertThat(misspelt.path("match").asBoolean()).isFalse();
    assertThat(reconcile("{\"c\": {\"query\": \"qqqqqq\"}}").path("c").path("result")).isEmpty();
  }

  @Test
  void theOwnerOfACompanyReconcilesByDate() throws Exception {
    JsonNode byPhrase = reconcile("{\"q\": {\"query\": \"owner of NOR CRC in 2016\"}}");
    assertThat(byPhrase.path("q").path("result").get(0).path("id").asText())
        .isEqualTo("organisation/blue-heron");
    assertThat(byPhrase.path("q").path("result").get(0).path("match").asBoolean()).isTrue();
    String before =
        "{\"q\": {\"properties\": [{\"pid\": \"ownerOf\", \"v\": \"Northshire CRC\"},"
            + " {\"pid\": \"date\", \"v\": \"2012\"}]}}";
    assertThat(reconcile(before).path("q").path("result")).isEmpty();
  }

  @Test
  void theDraftOfTheNextVersionAnswersFromTheSameCore() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/reconcile/match"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"queries\": [{\"type\": \"crc\", \"conditions\": [{\"matchType\": \"name\","
                        + " \"propertyValue\": \"Northshire CRC\"}]}]}"))
            .build();
    JsonNode answer = json(CLIENT.send(request, BodyHandlers.ofString()));
    JsonNode candidate = answer.path("results").get(0).path("candidates").get(0);
    assertThat(candidate.path("id").asText()).isEqualTo("crc/northshire-crc");
  }

  @Test
  void anotherEndpointServesTheSameAnswers() throws Exception {
    for (String path :
        List.of(
            "/api/who-owns-which-crc.csv", "/api/documents.csv", "/doc/crc/northshire-crc.nt")) {
      assertThat(get(overEndpoint, path).body().lines().sorted().toList())
          .isEqualTo(get(path).body().lines().sorted().toList())
          .isNotEmpty();
    }
    assertThat(get(overEndpoint, "/", "Accept", "text/html").statusCode()).isEqualTo(200);
    assertThat(get(overEndpoint, "/sparql?query=ASK%20%7B%7D").body()).contains("true");
    assertThat(get(overEndpoint, "/dump/graph.nq.gz").statusCode()).isEqualTo(404);
  }

  @Test
  void theLogNamesTheStoredQueryAndTheMetricsCountIt() throws Exception {
    get("/api/documents.csv");
    assertThat(LOG).anyMatch(e -> e.query().equals("documents") && e.status() == 200);
    assertThat(LOG.get(0).json()).startsWith("{\"time\":").contains("\"micros\":");
    assertThat(get("/$/metrics").body())
        .contains("crcgraph_stored_queries_total{query=\"documents\"}")
        .contains("crcgraph_sparql_running 0");
  }

  @Test
  void methodsThatWriteAreRefused() throws Exception {
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      HttpRequest request =
          HttpRequest.newBuilder(server.address().resolve("/sparql"))
              .method(method, BodyPublishers.ofString("x"))
              .build();
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET");
    }
  }
}
