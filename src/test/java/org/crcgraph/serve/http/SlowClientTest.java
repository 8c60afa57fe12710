package org.crcgraph.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that send or read slowly, more of them than the server has threads. */
final class SlowClientTest {
  private static final int THREADS = 128;
  private static final int CLIENTS = THREADS + 12;
  private static final byte[] LARGE = new byte[8 << 20]; // more than the kernel's buffers hold
  private static FusekiServer server;
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeAll
  static void start() {
    Router router =
        Router.empty()
            .get("/small", "small", request -> Reply.ok("text/plain", "small"))
            .get("/large", "large", request -> Reply.ok("application/octet-stream", LARGE))
            .ask("/echo", "echo", request -> Reply.ok("text/plain", request.body()));
    server =
        FusekiServer.create()
            .port(0)
            .numServerThreads(4, THREADS)
            .fusekiModules(FusekiModules.create(List.of()))
            .addServlet(
                "/*",
                new FrontServlet(
                    router, entry -> {}, (request, problem) -> Reply.problem(problem), 1 << 20))
            .build()
            .start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @AfterEach
  void disconnect() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket send(String text) throws Exception {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private Socket sendHalfAQuestion() throws Exception {
    return send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
  }

  private static int statusOf(Socket socket) throws Exception {
    InputStream in = socket.getInputStream();
    String line = new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    return Integer.parseInt(line.substring(line.length() - 3));
  }

  private static HttpResponse<String> request(String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
            .timeout(Duration.ofSeconds(20));
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void readersWhoDoNotReadLeaveThreadsForOthers() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      statuses.add(statusOf(send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")));
    }
    assertThat(statuses).containsOnly(200, 503).contains(503);
    assertThat(request("/small", "").statusCode()).isEqualTo(200);
    assertThat(request("/echo", "question").body()).isEqualTo("question");
  }

  @Test
  void sendersWhoDoNotSendLeaveThreadsForOthers() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      sendHalfAQuestion();
    }
    assertThat(request("/small", "").statusCode()).isEqualTo(200);
    assertThat(request("/echo", "question").statusCode()).isEqualTo(503);
  }

  @Test
  void theTurnOfASenderWhoGivesUpIsAnothers() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      sendHalfAQuestion().shutdownOutput();
    }
    for (Socket socket : sockets) {
      assertThat(statusOf(socket)).isIn(400, 408, 503);
    }
    assertThat(request("/echo", "question").body()).isEqualTo("question");
  }
}
