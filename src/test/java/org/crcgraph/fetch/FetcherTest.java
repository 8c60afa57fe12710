package org.crcgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.read.DocumentFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetcherTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2019-05-20T12:00:00Z"), ZoneOffset.UTC);

  private static final String PAGE =
      "<!doctype html><html><body><h1>Toner</h1><p>There is none.</p></body></html>";

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Long> times = new CopyOnWriteArrayList<>();
  private volatile String robots = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    times.add(System.nanoTime());
    switch (path) {
      case "/robots.txt" -> send(exchange, robots.isEmpty() ? 404 : 200, "text/plain", robots);
      case "/page" -> send(exchange, 200, "text/html; charset=utf-8", PAGE);
      case "/moved" -> redirect(exchange, "/page");
      case "/loop" -> redirect(exchange, "/loop");
      case "/to-metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
      case "/to-file" -> redirect(exchange, "file:///etc/passwd");
      case "/picture" -> send(exchange, 200, "image/png", "not a picture");
      case "/gone" -> send(exchange, 410, "text/html", "gone");
      case "/endless" -> {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
          for (int i = 0; i < 1_000; i++) {
            out.write(new byte[10_000]);
          }
        } catch (IOException e) {
          // The client hung up, as it should.
          exchange.close();
        }
      }
      default -> send(exchange, 200, "text/plain", "Toner at " + path + "\n");
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Fetcher fetcher(boolean allowPrivate, boolean refresh, Duration delay) {
    return new Fetcher(
        new FetchSettings(
            FetchSettings.USER_AGENT, delay, Duration.ofSeconds(5), 100_000, allowPrivate, refresh),
        NOON);
  }

  private Fetcher.Result fetch(String path) throws Exception {
    try (Fetcher fetcher = fetcher(true, false, Duration.ZERO)) {
      return fetcher.fetch(url(path), folder);
    }
  }

  @Test
  void aPageIsSavedWithItsAddressTimeAndHash() throws Exception {
    Fetcher.Result result = fetch("/page");
    assertThat(result.file()).hasContent(PAGE);
    assertThat(Files.readString(Path.of(result.file() + ".meta.json")))
        .contains("\"url\" : \"" + url("/page") + "\"")
        .contains("\"fetched\" : \"2019-05-20T12:00:00Z\"")
        .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"");
    List<Issue> issues = new ArrayList<>();
    Document document = DocumentFormat.read(result.file(), issues);
    assertThat(document.url()).isEqualTo(url("/page"));
    assertThat(issues).isEmpty();
  }

  @Test
  void aFetchedPageThatWasChangedIsReported() throws Exception {
    Path file = fetch("/page").file();
    Files.writeString(file, PAGE.replace("none", "some"));
    List<Issue> issues = new ArrayList<>();
    DocumentFormat.read(file, issues);
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).toString()).contains("was changed after it was fetched");
  }

  @Test
  void whatWasFetchedBeforeIsNotAskedForAgainUnlessTold() throws Exception {
    fetch("/page");
    int requests = asked.size();
    assertThat(fetch("/page").fetched()).isFalse();
    assertThat(asked).hasSize(requests);
    try (Fetcher fetcher = fetcher(true, true, Duration.ZERO)) {
      assertThat(fetcher.fetch(url("/page"), folder).fetched()).isTrue();
    }
  }

  @Test
  void aRedirectIsFollowedAndKept() throws Exception {
    Fetcher.Result result = fetch("/moved");
    assertThat(Files.readString(Path.of(result.file() + ".meta.json")))
        .contains("\"url\" : \"" + url("/moved") + "\"")
        .contains("\"finalUrl\" : \"" + url("/page") + "\"");
  }

  @Test
  void robotsTxtIsAskedFirstOnceAndObeyed() throws Exception {
    robots = "User-agent: *\nDisallow: /private\n\nUser-agent: crcgraph\nDisallow: /secret\n";
    try (Fetcher fetcher = fetcher(true, false, Duration.ZERO)) {
      fetcher.fetch(url("/private/1"), folder);
      assertThatThrownBy(() -> fetcher.fetch(url("/secret/2"), folder))
          .isInstanceOf(Fetcher.NotFetchedException.class)
          .hasMessageContaining("robots.txt does not allow it");
    }
    assertThat(asked).containsExactly("/robots.txt", "/private/1");
  }

  @Test
  void aHostIsGivenTimeBetweenRequests() throws Exception {
    try (Fetcher fetcher = fetcher(true, false, Duration.ofMillis(150))) {
      fetcher.fetch(url("/a"), folder);
      fetcher.fetch(url("/b"), folder);
    }
    assertThat(times).hasSize(3);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isGreaterThan(Duration.ofMillis(120).toNanos());
    }
  }

  @Test
  void aPrivateAddressIsAskedOnlyWhenAllowed() throws Exception {
    try (Fetcher fetcher = fetcher(false, false, Duration.ZERO)) {
      assertThatThrownBy(() -> fetcher.fetch(url("/page"), folder))
          .hasMessageContaining("private address 127.0.0.1");
      String byName = url("/page").replace("127.0.0.1", "localhost");
      assertThatThrownBy(() -> fetcher.fetch(byName, folder))
          .hasMessageContaining("localhost is at the private address");
    }
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/loop", "/to-file", "/picture", "/gone", "/endless"})
  void whatIsNoDocumentIsRefusedAndLeavesNothingBehind(String path) throws Exception {
    assertThatThrownBy(() -> fetch(path)).isInstanceOf(Fetcher.NotFetchedException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "127.0.0.2",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "198.18.0.1",
        "240.0.0.1",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1"
      })
  void addressesOfPrivateAndSpecialNetworksAreNotPublic(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "151.101.1.1", "192.0.78.9", "2606:4700::1111"})
  void addressesOfTheInternetArePublic(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/a", "file:///etc/passwd", "nonsense", "http://u:p@x.y/"})
  void whatIsNoPlainWebAddressIsRefused(String url) {
    try (Fetcher fetcher = fetcher(true, false, Duration.ZERO)) {
      assertThatThrownBy(() -> fetcher.fetch(url, folder))
          .isInstanceOf(Fetcher.NotFetchedException.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
