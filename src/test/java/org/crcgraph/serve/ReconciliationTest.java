package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Reconciliation API as OpenRefine uses it: manifest, suggestions, matching, preview, data
 * extension; each answer held against a schema, in version 0.2 and in the draft of 1.0.
 */
final class ReconciliationTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static WebServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        WebServer.overDataset(HostileGraph.samples(), "reconciliation", OnLoopback.withQueries());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static JsonNode asked(String path) throws Exception {
    return JSON.readTree(get(server.address().resolve(path)).body());
  }

  private static JsonNode posted(String path, String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
  }

  private static JsonNode form(String name, String json) throws Exception {
    return posted(
        "/reconcile",
        "application/x-www-form-urlencoded",
        name + "=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
  }

  private static JsonNode valid(String schema, JsonNode answer) throws Exception {
    try (InputStream in =
        ReconciliationTest.class.getResourceAsStream("/serve/reconcile/" + schema + ".json")) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(in)
                  .validate(answer))
          .as(schema + " of " + answer)
          .isEmpty();
    }
    return answer;
  }

  @Test
  void aClientFindsItsWayFromTheManifest() throws Exception {
    JsonNode manifest = valid("manifest", asked("/reconcile"));
    for (String what : new String[] {"entity", "type", "property"}) {
      String typed = what.equals("entity") ? "nor" : what.equals("type") ? "org" : "own";
      JsonNode service = manifest.path("suggest").path(what);
      String address = service.path("service_url").asText() + service.path("service_path").asText();
      JsonNode found = JSON.readTree(get(URI.create(address + "?prefix=" + typed)).body());
      valid(what.equals("entity") ? "suggested-entities" : "suggested-names", found);
      assertThat(found.path("result")).as(what).isNotEmpty();
    }
    for (String template : new String[] {"preview", "view"}) {
      String address = manifest.path(template).path("url").asText();
      HttpResponse<String> page = get(URI.create(address.replace("{{id}}", "crc/northshire-crc")));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Northshire CRC");
    }
    HttpResponse<String> preview =
        get(server.address().resolve("/reconcile/preview?id=crc/wales-crc"));
    assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors *");
  }

  @Test
  void aBatchIsAnsweredQuestionByQuestion() throws Exception {
    JsonNode answers =
        valid(
            "answers",
            form(
                "queries",
                """
                {"exact": {"query": "NOR CRC", "type": "crc", "limit": 3},
                 "misspelt": {"query": "Northshir CRC"},
                 "nothing": {"query": "qqqqqq"},
                 "byProperty": {"query": "Dogwood", "properties": [
                   {"pid": "ownerOf", "v": {"id": "crc/london-crc", "name": "London CRC"}},
                   {"pid": "date", "v": "2016"}]},
                 "byOwner": {"query": "Wales", "type": ["crc"], "properties": [
                   {"pid": "ownerAt", "v": ["Alder Probation"]}, {"pid": "date", "v": "2016-05"}]}}
                """));
    assertThat(best(answers, "exact")).isEqualTo("crc/northshire-crc");
    assertThat(best(answers, "misspelt")).isEqualTo("crc/northshire-crc");
    assertThat(answers.path("nothing").path("result")).isEmpty();
    assertThat(best(answers, "byProperty")).isEqualTo("organisation/dogwood");
    assertThat(best(answers, "byOwner")).isEqualTo("crc/wales-crc");
  }

  private static String best(JsonNode answers, String question) {
    return answers.path(question).path("result").path(0).path("id").asText();
  }

  @ParameterizedTest
  @CsvSource({
    "2016, organisation/alder-probation",
    "2020, organisation/dogwood",
    "2016-05-01, organisation/alder-probation"
  })
  void theOwnerIsTheOneOfTheDate(String date, String owner) throws Exception {
    JsonNode answers =
        form("queries", "{\"q\": {\"query\": \"owner of Wales CRC in " + date + "\"}}");
    assertThat(best(valid("answers", answers), "q")).isEqualTo(owner);
    assertThat(answers.path("q").path("result").path(0).path("match").asBoolean()).isTrue();
  }

  @Test
  void aNameThatIsExactMatchesBesideOneThatAddsToIt() throws Exception {
    JsonNode result = form("queries", "{\"q\": {\"query\": \"Alder\"}}").path("q").path("result");
    assertThat(result.path(0).path("id").asText()).isEqualTo("organisation/alder");
    assertThat(result.path(0).path("match").asBoolean()).isTrue();
  }

  @Test
  void tablesAreExtendedWithValuesOfADate() throws Exception {
    JsonNode proposal = valid("proposal", asked("/reconcile/properties?type=crc&limit=50"));
    assertThat(proposal.path("properties").findValuesAsText("id")).contains("ownerAt", "area");
    JsonNode extended =
        valid(
            "extension",
            form(
                "extend",
                """
                {"ids": ["crc/wales-crc", "crc/nowhere-crc"], "properties": [
                  {"id": "ownerAt", "settings": {"on": "2016"}}, {"id": "established"}]}
                """));
    JsonNode wales = extended.path("rows").path("crc/wales-crc");
    assertThat(wales.path("ownerAt").path(0).path("id").asText())
        .isEqualTo("organisation/alder-probation");
    assertThat(wales.path("established").path(0).path("str").asText()).isEqualTo("2014-06-01");
    assertThat(extended.path("rows").path("crc/nowhere-crc").path("ownerAt")).isEmpty();
  }

  @Test
  void theDraftHasAServiceOfItsOwn() throws Exception {
    valid("draft-manifest", asked("/reconcile/draft"));
    for (String what : new String[] {"entity", "type", "property"}) {
      valid(
          what.equals("entity") ? "suggested-entities" : "suggested-names",
          asked("/reconcile/draft/suggest/" + what + "?prefix=o"));
    }
    valid("proposal", asked("/reconcile/draft/extend/propose?type=crc"));
    JsonNode extended =
        valid(
            "draft-extension",
            posted(
                "/reconcile/draft/extend",
                "application/json",
                """
                {"ids": ["crc/wales-crc"], "properties": [
                  {"id": "ownerAt", "settings": {"on": "2020"}}]}
                """));
    assertThat(extended.at("/rows/0/properties/0/values/0/id").asText())
        .isEqualTo("organisation/dogwood");
  }

  @Test
  void theDraftMatchesByNameIdAndConditionsThatMustHold() throws Exception {
    JsonNode answers =
        valid(
            "draft-answers",
            posted(
                "/reconcile/draft/match",
                "application/json",
                """
                {"queries": [
                  {"type": "crc", "conditions": [{"matchType": "name", "propertyValue": "Wales CRC"}]},
                  {"conditions": [{"matchType": "id", "propertyValue": "crc/london-crc"}]},
                  {"conditions": [{"matchType": "name", "propertyValue": "Alder Probation"},
                    {"matchType": "property", "propertyId": "ownerOf", "propertyValue": "Wales CRC",
                     "required": true},
                    {"matchType": "property", "propertyId": "date", "propertyValue": "2020"}]}]}
                """));
    assertThat(answers.at("/results/0/candidates/0/id").asText()).isEqualTo("crc/wales-crc");
    assertThat(answers.at("/results/1/candidates/0/id").asText()).isEqualTo("crc/london-crc");
    assertThat(answers.at("/results/2/candidates")).isEmpty();
  }
}
