package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.sparql.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in a headless Chromium, where there is one: scripts run, and nothing is refused. */
final class BrowserTest {
  private static Optional<Path> chromium = Optional.empty();
  private static WebServer server;
  @TempDir private static Path profile;

  @BeforeAll
  static void start() throws Exception {
    chromium =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(chromium.isPresent(), "there is no Chromium: pages are not tried in a browser");
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.begin(ReadWrite.WRITE);
    RDFDataMgr.read(dataset, "query/sample.trig");
    RDFDataMgr.read(dataset, "serve/sample.trig");
    dataset.commit();
    dataset.end();
    server =
        WebServer.overDataset(
            dataset,
            "browser",
            new ServeOptions(
                "127.0.0.1",
                0,
                Limits.standard(),
                StoredQueries.load(Path.of("queries")),
                entry -> {}));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/,timeline",
    "/doc/crc/northshire-crc,Northshire CRC",
    "/search?q=heron,Blue Heron Group",
    "/query,CodeMirror",
    "/api/docs,opblock-summary"
  })
  void aPageIsShownWithoutErrors(String path, String part) throws Exception {
    Path page = profile.resolve("page.html");
    Path messages = profile.resolve("messages.txt");
    Process browser =
        new ProcessBuilder(
                List.of(
                    chromium.orElseThrow().toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--user-data-dir=" + profile.resolve("profile"),
                    "--enable-logging=stderr",
                    "--virtual-time-budget=8000",
                    "--window-size=1280,900",
                    "--dump-dom",
                    server.address().resolve(path).toString()))
            .redirectOutput(page.toFile())
            .redirectError(messages.toFile())
            .start();
    boolean ended = browser.waitFor(90, TimeUnit.SECONDS);
    browser.destroyForcibly();
    assumeTrue(ended, "the browser did not end in 90 seconds");
    assertThat(Files.readString(page)).contains(part);
    String log = new String(Files.readAllBytes(messages), StandardCharsets.ISO_8859_1);
    assertThat(log.lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
  }
}
