package org.crcgraph.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium, driven over its DevTools protocol. One start serves all pages; a driver
 * library would bring its own browser, or a server between us and this one.
 */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final StringBuilder received = new StringBuilder();
  private String session = "";

  private Chromium(Process process, URI debugger) {
    this.process = process;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(debugger, new Receiver())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  /** Where it is installed, if it is. */
  static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with a profile of its own; empty where it does not come up in a minute. */
  static Optional<Chromium> start(Path program, Path profile)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() > 1) {
        Chromium browser =
            new Chromium(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
        browser.openTab();
        return Optional.of(browser);
      }
      Thread.sleep(50);
    }
    process.destroyForcibly();
    return Optional.empty();
  }

  private void openTab() {
    String target =
        send("Target.createTarget", parameters("url", "about:blank")).path("targetId").asText();
    session =
        send("Target.attachToTarget", parameters("targetId", target).put("flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", JSON.createObjectNode());
    }
  }

  static ObjectNode parameters(String name, String value) {
    return JSON.createObjectNode().put(name, value);
  }

  JsonNode send(String method, ObjectNode parameters) {
    int id = number.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(message.toString(), true).join();
    JsonNode reply = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (reply.has("error")) {
      throw new IllegalStateException(method + ": " + reply.path("error"));
    }
    return reply.path("result");
  }

  /** The window's width in CSS pixels, and the medium and colours that pages are told of. */
  void look(int width, String medium, String colours) {
    ObjectNode size = JSON.createObjectNode().put("width", width).put("height", 900);
    send(
        "Emulation.setDeviceMetricsOverride",
        size.put("deviceScaleFactor", 1).put("mobile", false));
    ObjectNode media = JSON.createObjectNode().put("media", medium);
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", colours);
    send("Emulation.setEmulatedMedia", media);
  }

  void scripts(boolean allowed) {
    send("Emulation.setScriptExecutionDisabled", JSON.createObjectNode().put("value", !allowed));
  }

  /** Opens a page and waits until a condition, in JavaScript, holds for it. */
  void open(URI address, String condition) throws InterruptedException {
    messages.clear();
    requests.clear();
    send("Page.navigate", parameters("url", address.toString()));
    await("location.href !== 'about:blank' && document.readyState === 'complete'");
    await(condition);
  }

  void await(String condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate("!!(" + condition + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "not so after " + PATIENCE.toSeconds() + " s: " + condition + "; " + messages);
      }
      Thread.sleep(20);
    }
  }

  /** The value of an expression, of the promise that it gives where it gives one. */
  JsonNode evaluate(String expression) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            parameters("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.path("exceptionDetails").toString());
    }
    return result.path("result").path("value");
  }

  void press(String key, int code) {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          parameters("type", type)
              .put("key", key)
              .put("code", key)
              .put("windowsVirtualKeyCode", code));
      if (type.equals("rawKeyDown") && key.equals("Enter")) {
        send("Input.dispatchKeyEvent", parameters("type", "char").put("text", "\r"));
      }
    }
  }

  /** What scripts and the browser complained of since the page was opened. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Addresses that were asked for since the page was opened. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Asks it to end, so that it clears its profile; ends it where it does not. */
  @Override
  public void close() {
    socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    socket.abort();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Puts messages together and hands answers to those who wait. */
  private final class Receiver implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      received.append(data);
      if (last) {
        String text = received.toString();
        received.setLength(0);
        try {
          take(JSON.readTree(text));
        } catch (IOException e) {
          messages.add("not JSON: " + e.getMessage());
        }
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void take(JsonNode message) {
      if (message.has("id")) {
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
        if (answer != null) {
          answer.complete(message);
        }
        return;
      }
      JsonNode told = message.path("params");
      switch (message.path("method").asText()) {
        case "Runtime.consoleAPICalled" -> messages.add("console: " + told.path("args"));
        case "Runtime.exceptionThrown" -> messages.add("thrown: " + told);
        case "Log.entryAdded" -> messages.add("log: " + told.path("entry").path("text").asText());
        case "Page.javascriptDialogOpening" -> messages.add("dialog: " + told.path("message"));
        case "Network.requestWillBeSent" -> requests.add(told.path("request").path("url").asText());
        default -> {}
      }
    }
  }
}
