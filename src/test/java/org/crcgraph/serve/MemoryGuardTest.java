package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.crcgraph.serve.sparql.Limits;
import org.junit.jupiter.api.Test;

/** Queries that need more memory than the server has, at a server in a process of its own. */
final class MemoryGuardTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The server: prints its address, and serves until its input ends. */
  static final class Server {
    private Server() {}

    public static void main(String[] arguments) throws IOException {
      DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
      dataset.begin(ReadWrite.WRITE);
      for (int i = 0; i < 2_000; i++) {
        dataset.add(SSE.parseQuad("(<urn:g> <urn:n%d> <urn:p> %d)".formatted(i, i)));
      }
      dataset.commit();
      dataset.end();
      try (WebServer server =
          WebServer.overDataset(
              dataset,
              "test",
              OnLoopback.withoutQueries(Limits.standard().withTime(Duration.ofMinutes(2))))) {
        System.out.println(server.address());
        System.out.flush();
        System.in.readAllBytes();
      }
    }
  }

  private static HttpRequest ask(URI server, String query) {
    return HttpRequest.newBuilder(server.resolve("/sparql"))
        .header("Content-Type", "application/sparql-query")
        .timeout(Duration.ofMinutes(2))
        .POST(BodyPublishers.ofString(query))
        .build();
  }

  @Test
  void aQueryThatNeedsTooMuchMemoryIsEndedAndTheServerGoesOn() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx100m",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      URI server = URI.create(said.readLine());
      List<String> bombs =
          List.of(
              "SELECT (COUNT(DISTINCT ?k) AS ?n) { ?a ?b ?c . ?d ?e ?f"
                  + " BIND(CONCAT(STR(?a), STR(?d), STR(?c)) AS ?k) }",
              "SELECT (GROUP_CONCAT(?k; separator='"
                  + "s".repeat(500_000)
                  + "') AS ?x) { ?a ?b ?k }");
      List<CompletableFuture<HttpResponse<String>>> answers =
          bombs.stream()
              .map(bomb -> CLIENT.sendAsync(ask(server, bomb), BodyHandlers.ofString()))
              .toList();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(503);
        assertThat(answer.get().body()).contains("too much memory");
        assertThat(CLIENT.send(ask(server, "ASK {}"), BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroy();
    }
  }
}
