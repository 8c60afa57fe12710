package org.crcgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Sha256;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.ServeOptions;
import org.crcgraph.serve.WebServer;
import org.crcgraph.serve.sparql.Limits;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of documents whose text is at hand, from the file to the page. */
final class TextsAtHandTest {
  private static final String TEXT =
      """
      Union warns of cuts

      Nadia Quill, chief executive of Kellick Group, said: “Barnaby Thorpe was failed, and we are sorry.”

      Mr Thorpe, who was released in May, had not been seen for weeks. <script>window.hacked=1</script>

      3 comments:

      1.

      Otto Grebe12 June 2018 at 10:00

      My cousin Ann Reader knew him.

      Reply
      """;

  @TempDir private static Path folder;
  private static WebServer server;
  private static Path file;

  @BeforeAll
  static void start() throws Exception {
    file = Files.writeString(folder.resolve("heron.txt"), TEXT);
    Path graph = folder.resolve("graph");
    new Build(Path.of("data"), Path.of("ontology"), Path.of("queries"), graph, 1)
        .run(List.of(file), n -> {});
    List<Issue> issues = new ArrayList<>();
    TextsAtHand texts = TextsAtHand.of(Path.of("data"), List.of(file.toString()), issues);
    assertThat(issues).isEmpty();
    server =
        WebServer.overGraph(
                graph,
                new ServeOptions(
                    "127.0.0.1",
                    0,
                    Limits.standard(),
                    StoredQueries.load(Path.of("queries")),
                    texts,
                    entry -> {}))
            .orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String sent(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.address().resolve(path))
                .header("Accept", "text/html")
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private static Document page() throws Exception {
    return Jsoup.parse(
        sent("/doc/document/" + Sha256.of(Files.readAllBytes(file)).substring(0, 16)));
  }

  @Test
  void theTextIsShownWithWhatWasTakenBesideIt() throws Exception {
    Document page = page();
    assertThat(page.select(".part p").eachText())
        .anyMatch(text -> text.startsWith("Nadia Quill, chief executive of Kellick Group"))
        .anyMatch(text -> text.contains("had not been seen for weeks"));
    assertThat(page.select(".part:has(.r.statement) .taken .statement").text())
        .contains("by Nadia Quill, chief executive");
    assertThat(page.select(".r.post").text()).contains("Nadia Quill");
  }

  @Test
  void whoHoldsNoPublicPostIsNotNamedNorIsAnyReader() throws Exception {
    Document page = page();
    assertThat(page.select(".r.statement").text())
        .isEqualTo("[name withheld] was failed, and we are sorry.");
    assertThat(page.text())
        .contains("[name withheld], who was released in May")
        .doesNotContain("Thorpe")
        .doesNotContain("Grebe")
        .doesNotContain("Ann Reader")
        .doesNotContain("cousin");
  }

  @Test
  void noOtherAnswerNamesThemEither() throws Exception {
    for (String path :
        List.of(
            "/api/statements-by.json?speaker=Nadia+Quill",
            "/search?q=Thorpe",
            "/graph/document/" + Sha256.of(Files.readAllBytes(file)).substring(0, 16))) {
      assertThat(sent(path)).as(path).doesNotContain("Barnaby Thorpe").doesNotContain("Grebe");
    }
    assertThat(sent("/api/statements-by.json?speaker=Nadia+Quill"))
        .contains("[name withheld] was failed");
  }

  @Test
  void scriptsInATextStayText() throws Exception {
    Document page = page();
    assertThat(page.text()).contains("<script>window.hacked=1</script>");
    assertThat(page.select("script:not([src])")).isEmpty();
  }

  @Test
  void whatIsNotFoundIsAProblemAndTheRestIsAtHand() throws IOException {
    List<Issue> issues = new ArrayList<>();
    TextsAtHand texts =
        TextsAtHand.of(
            Path.of("data"), List.of(folder.resolve("no.txt").toString(), file.toString()), issues);
    assertThat(issues).hasSize(1);
    assertThat(texts.of(Sha256.of(Files.readAllBytes(file)))).isPresent();
    assertThat(texts.of("0".repeat(64))).isEmpty();
  }

  @Test
  void aFileThatChangedIsNotShown() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "A first version of it.");
    TextsAtHand texts =
        TextsAtHand.of(Path.of("data"), List.of(other.toString()), new ArrayList<>());
    String digest = Sha256.of(Files.readAllBytes(other));
    Files.writeString(other, "A second version of it.");
    assertThat(texts.of(digest)).isEmpty();
    Files.writeString(other, "A first version of it.");
    assertThat(texts.of(digest)).isPresent();
  }
}
