package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.crcgraph.serve.sparql.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library would send, byte for byte. */
final class RefusedRequestTest {
  private static WebServer server;

  @BeforeAll
  static void start() {
    server =
        WebServer.overDataset(
            HostileGraph.samples(), "refused", OnLoopback.withoutQueries(Limits.standard()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String answer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /id/crc/x%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /doc/crc/x%0d%0aevil:y.ttl HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /doc/crc/x HTTP/1.1\r\nHost: a\r\n evil: folded\r\nConnection: close\r\n\r\n",
        "GET /doc/crc/x HTTP/1.1\r\nHost: evil\"><script>\r\nConnection: close\r\n\r\n",
        "GET /doc/../../evil/%2e%2e/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void isRefusedAsAProblemThatSaysNothingOfIt(String request) throws IOException {
    String answer = answer(request);
    assertThat(answer)
        .matches("(?s)HTTP/1[.]1 4\\d\\d .*")
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .doesNotContain("evil");
    assertThat(answer.split("HTTP/1[.]1 ", -1)).as("one answer").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/crc/x?y=%0d%0aevil:1",
        "/search?q=%0d%0aevil:1",
        "/api/who-owns-which-crc.csv?on=%0d%0aevil:1",
        "/sparql?query=ASK%7B%7D&format=%0d%0aevil:1",
        "/reconcile?callback=%0d%0aevil:1"
      })
  void noParameterBecomesAHeader(String path) throws IOException {
    String answer = answer("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")).lines())
        .noneMatch(line -> line.startsWith("evil"));
  }
}
