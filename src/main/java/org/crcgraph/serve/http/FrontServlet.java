package org.crcgraph.serve.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request to its handler and sends the finished reply. */
public final class FrontServlet extends HttpServlet {
  private static final Logger LOG = LoggerFactory.getLogger(FrontServlet.class);
  private static final int LONGEST_LOGGED_PATH = 500;
  private static final int LARGE = 1 << 20;
  private static final int LARGE_AT_ONCE = 64;

  private final transient Router router;
  private final transient Consumer<AccessEntry> log;
  private final transient Pages pages;
  private final transient BodyReader bodies;
  private final transient Semaphore largeSends = new Semaphore(LARGE_AT_ONCE);

  /** Turns a problem into a page for people. */
  @FunctionalInterface
  public interface Pages {
    /** The page, with the status of the problem. */
    Reply problem(Request request, Problem problem);
  }

  /** Routes, what is done with log lines, pages for problems, and most bytes of a request body. */
  public FrontServlet(Router router, Consumer<AccessEntry> log, Pages pages, long largestRequest) {
    this.router = router;
    this.log = log;
    this.pages = pages;
    bodies = new BodyReader(largestRequest);
  }

  @Override
  protected void service(HttpServletRequest exchange, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    Instant time = Instant.now();
    String route = "none";
    Reply reply;
    try {
      Request request = Request.of(exchange, bodies);
      Optional<Router.Route> found = router.find(request.path());
      route = found.map(Router.Route::name).orElse(route);
      reply = answer(request, found);
    } catch (ProblemException e) { // the request itself cannot be read
      reply = Reply.problem(e.problem());
    }
    boolean large = reply.body().length() > LARGE && !exchange.getMethod().equals("HEAD");
    if (large && !largeSends.tryAcquire()) {
      reply.body().close();
      reply =
          Reply.problem(
              Problem.of(
                  503, "Too many large answers", "Many large answers are being sent; try again."));
      large = false;
    }
    long bytes = reply.body().length();
    try {
      if (reply.status() != 408) {
        bodies.drain(exchange);
      }
      send(exchange, response, reply);
    } finally {
      if (large) {
        largeSends.release();
      }
      reply.body().close();
      String path = exchange.getRequestURI();
      log.accept(
          new AccessEntry(
              time,
              exchange.getMethod(),
              route,
              path.length() > LONGEST_LOGGED_PATH ? path.substring(0, LONGEST_LOGGED_PATH) : path,
              reply.header("Crcgraph-Query").orElse(""),
              reply.status(),
              bytes,
              (System.nanoTime() - start) / 1000));
    }
  }

  private Reply answer(Request request, Optional<Router.Route> found) {
    try {
      if (found.isEmpty()) {
        return pages.problem(
            request, Problem.of(404, "Not found", "There is nothing at this address."));
      }
      Router.Route route = found.get();
      if (request.method().equals("OPTIONS")) {
        return Reply.empty(204).with("Allow", allowed(route));
      }
      if (!route.methods().contains(request.method())) {
        return pages
            .problem(
                request,
                Problem.of(405, "Method not allowed", "Allowed here: " + allowed(route) + "."))
            .with("Allow", allowed(route));
      }
      return route.handler().answer(request);
    } catch (ProblemException e) {
      return pages.problem(request, e.problem());
    } catch (IOException | RuntimeException e) {
      LOG.error("{} {} failed", request.method(), Escape.header(request.path()), e);
      return pages.problem(
          request,
          Problem.of(500, "Internal error", "Something failed here; the server's log says what."));
    }
  }

  private static String allowed(Router.Route route) {
    TreeSet<String> methods = new TreeSet<>(route.methods());
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private static void send(HttpServletRequest exchange, HttpServletResponse response, Reply reply)
      throws IOException {
    response.setStatus(reply.status());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Access-Control-Expose-Headers", "ETag, Link, Location, Crcgraph-Version, Retry-After");
    if (exchange.getMethod().equals("OPTIONS")) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
      response.setHeader(
          "Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match, X-Requested-With");
      response.setHeader("Access-Control-Max-Age", "86400");
    }
    if (reply.header("Content-Security-Policy").isEmpty()) {
      response.setHeader("Content-Security-Policy", ContentPolicy.STRICT);
    }
    if (reply.status() == 413
        || reply.status() == 408) { // the body may be unread: the connection cannot be used again
      response.setHeader("Connection", "close");
    }
    for (Reply.Header header : reply.headers()) {
      response.setHeader(header.name(), header.value());
    }
    if (reply.status() == 304 || reply.status() == 204) {
      return;
    }
    response.setContentLengthLong(reply.body().length());
    if (!exchange.getMethod().equals("HEAD")) {
      reply
          .body()
          .writeTo(
              new PacedOutput(response.getOutputStream(), PacedOutput.GRACE, PacedOutput.SLOWEST));
    }
  }
}
