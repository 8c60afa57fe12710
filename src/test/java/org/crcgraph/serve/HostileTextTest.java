package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Text of registers and documents, in every field and every form of answer, stays text. */
final class HostileTextTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> LISTS =
      List.of(
          "/",
          "/?on=2016-01-01",
          "/documents",
          "/conflicts",
          "/sources",
          "/ontology",
          "/api",
          "/search?q=script",
          "/search?q=%3Cscript%3E",
          "/query",
          "/reconcile/preview?id=crc/wales-crc");

  private static WebServer server;
  private static StoredQueries queries;
  private static List<String> pages;

  @BeforeAll
  static void start() throws Exception {
    queries = StoredQueries.load(Path.of("queries"));
    // What begins as a formula and ends as a script.
    DatasetGraph dataset = HostileGraph.with(text -> "=1+" + text + HostileGraph.SCRIPT);
    pages = HostileGraph.pages(dataset);
    server = WebServer.overDataset(dataset, "hostile", OnLoopback.withQueries());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path, String accept) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", accept).build(),
        BodyHandlers.ofString());
  }

  private static String address() {
    String address = server.address().toString();
    return address.substring(0, address.length() - 1);
  }

  private static List<String> answers(String format) {
    List<String> answers = new ArrayList<>();
    for (StoredQuery query : queries.queries()) {
      answers.add("/api/" + query.name() + "." + format + "?" + arguments(query));
    }
    return answers;
  }

  /** Names of things would not be found: they are hostile too. */
  private static String arguments(StoredQuery query) {
    return switch (query.name()) {
      case "crcs-of-owner" -> "owner=organisation/dogwood";
      case "ownership-history" -> "crc=crc/wales-crc";
      case "statements-by" -> "speaker=person/rowan-ashworth";
      case "statements-about", "timeline", "sources-of" -> "entity=crc/wales-crc";
      default -> "";
    };
  }

  @Test
  void pagesHoldNoMarkupOfOthers() throws Exception {
    List<String> all = new ArrayList<>(pages);
    all.addAll(LISTS);
    all.addAll(answers("html"));
    int withText = 0;
    for (String path : all) {
      HttpResponse<String> response = get(path, "text/html");
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      Document page = Jsoup.parse(response.body());
      assertThat(page.select("script:not([src]), img, iframe, object, base, style"))
          .as(path)
          .isEmpty();
      for (Element element : page.getAllElements()) {
        for (Attribute attribute : element.attributes()) {
          assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
          if (attribute.getKey().equals("href")) {
            assertThat(attribute.getValue()).as(path).doesNotStartWith("javascript:");
          }
        }
      }
      withText += page.wholeText().contains("window.hacked=1") ? 1 : 0;
    }
    assertThat(withText).as("pages that show the text").isGreaterThan(pages.size() / 2);
  }

  @Test
  void cellsOfSpreadsheetsAreNoFormulas() throws Exception {
    for (String path : answers("csv")) {
      HttpResponse<String> response = get(path, "text/csv");
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.body()).as(path).doesNotContainPattern("(^|[\\n,])\"?[=+@]");
    }
    assertThat(get("/api/who-owns-which-crc.csv", "text/csv").body()).contains("'=1+");
  }

  @Test
  void answersForProgramsAreWellFormed() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (String path : answers("json")) {
      assertThat(json.readTree(get(path, "application/json").body()).has("results"))
          .as(path)
          .isTrue();
    }
    for (String path : answers("xml")) {
      Document xml =
          Jsoup.parse(get(path, "application/xml").body(), org.jsoup.parser.Parser.xmlParser());
      assertThat(xml.select("script, img")).as(path).isEmpty();
    }
    for (String path : pages.subList(0, 12)) {
      HttpResponse<String> response = get(path + ".jsonld", "application/ld+json");
      assertThat(json.readTree(response.body()).isMissingNode()).as(path).isFalse();
    }
  }

  @Test
  void noAnswerIsTakenForAPageOrSetsAHeader() throws Exception {
    List<String> all = new ArrayList<>(answers("json"));
    all.addAll(answers("csv"));
    all.addAll(pages.stream().map(page -> page + ".ttl").limit(8).toList());
    for (String path : all) {
      HttpResponse<String> response = get(path, "*/*");
      assertThat(response.headers().firstValue("X-Content-Type-Options"))
          .as(path)
          .contains("nosniff");
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .doesNotContain("html");
      assertThat(response.headers().map().values().toString()).as(path).doesNotContain("hacked");
    }
  }
}
