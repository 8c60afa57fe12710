package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of documents and of what was taken from them. */
final class DocumentPageTest {
  private static WebServer server;

  @BeforeAll
  static void start() throws Exception {
    server = WebServer.overDataset(HostileGraph.samples(), "documents", OnLoopback.withQueries());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Document page(String path) throws Exception {
    return page(server, path);
  }

  private static Document page(WebServer from, String path) throws Exception {
    return Jsoup.parse(
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(from.address().resolve(path))
                    .header("Accept", "text/html")
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  @Test
  void passagesStandUnderTheirSectionMarkedByType() throws Exception {
    Document page = page("/doc/document/beef");
    assertThat(page.select("h3").eachText())
        .containsExactly("Three towns", "In a reader’s comment");
    assertThat(page.select(".r.statement").text()).isEqualTo("Herons “keep” all three towns");
    assertThat(page.select(".r.ownership").text()).isEqualTo("runs Northshire CRC");
    assertThat(page.select(".r.ownership a.mention").attr("href"))
        .isEqualTo("/doc/crc/northshire-crc");
    assertThat(page.select("fieldset label").eachText())
        .containsExactly("ownership 1", "statement 1", "figure 2", "mention");
    assertThat(page.select(".taken .statement a").eachText()).containsExactly("by Ada Finch");
  }

  @Test
  void wordsBetweenPassagesOfASectionJoinThem() throws Exception {
    assertThat(page("/doc/document/beef").select("ol.passages blockquote").eachText())
        .contains("Herons “keep” all three towns, said Ada Finch. The group runs Northshire CRC");
  }

  @Test
  void aCommentShowsNothingButThePassages() throws Exception {
    Document page = page("/doc/document/beef");
    assertThat(page.select("ol.passages blockquote").eachText()).contains("three towns", "4 towns");
    assertThat(page.text())
        .contains("One reader’s comment is counted")
        .doesNotContain("Otto Grebe")
        .doesNotContain("Ann Reader");
  }

  @Test
  void aDocumentWithoutItsTextSaysSoAndTellsThePlaces() throws Exception {
    Document page = page("/doc/document/feed");
    assertThat(page.select(".notice").text()).startsWith("The text is not at hand");
    assertThat(page.select("ol.passages > li").text())
        .contains("Characters 5–60")
        .contains("Northshire CRC owned by Blue Heron Group");
  }

  @Test
  void theNamelessAreCalledByWhatTheySay() throws Exception {
    assertThat(page("/doc/statement/told").select("h1").text())
        .isEqualTo("Ada Finch: “Herons “keep” all three towns”");
    assertThat(page("/doc/figure/inside").select("h1").text())
        .isEqualTo("Towns: 3 towns (Blue Heron Group)");
    assertThat(page("/doc/claim/web1").select("h1").text())
        .isEqualTo("Blue Heron Group and Northshire CRC: owner Blue Heron Group");
  }

  @Test
  void datesAreInWordsAndForMachines() throws Exception {
    Document page = page("/doc/crc/northshire-crc");
    assertThat(page.select("time[datetime=2015-02-01]").eachText()).contains("1 Feb 2015");
    assertThat(page.select("time[datetime=2021-06]").eachText()).contains("Jun 2021");
  }

  @Test
  void aTextThatIsAtHandIsShownWholeWithoutNamesOrComments() throws Exception {
    try (WebServer withText =
        WebServer.overDataset(
            HostileGraph.samples(), "text", OnLoopback.withTexts(SampleText.texts()))) {
      Document page = page(withText, "/doc/document/beef");
      assertThat(page.select(".part p").eachText())
          .containsExactly(
              "[name withheld] says Herons “keep” all three towns, said Ada Finch. The group runs"
                  + " Northshire CRC.");
      assertThat(page.select(".r.statement").text()).isEqualTo("Herons “keep” all three towns");
      assertThat(page.select(".r.ownership").text()).isEqualTo("runs Northshire CRC");
      assertThat(page.select(".part .taken .statement a").text()).isEqualTo("by Ada Finch");
      assertThat(page.select("ol.passages blockquote").eachText())
          .containsExactly("three towns", "4 towns");
      assertThat(page.text())
          .doesNotContain("Ann Reader")
          .doesNotContain("Otto Grebe")
          .doesNotContain("in the north");
    }
  }
}
