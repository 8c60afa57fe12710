package org.crcgraph.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.system.FusekiLogging;
import org.apache.jena.sparql.core.DatasetGraph;
import org.crcgraph.serve.http.FrontServlet;
import org.crcgraph.serve.http.RefusedRequest;
import org.crcgraph.serve.snapshot.Snapshots;
import org.crcgraph.serve.sparql.QueryDesk;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The web server: Fuseki's embedded server without its modules, and our own routes on it. */
public final class WebServer implements AutoCloseable {
  private static final int OUTPUT_BUFFER = 64 * 1024;
  private static final int HEADERS = 64 * 1024;
  private static final int THREADS = 128;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

  private final FusekiServer fuseki;
  private final QueryDesk desk;

  private WebServer(FusekiServer fuseki, QueryDesk desk) {
    this.fuseki = fuseki;
    this.desk = desk;
  }

  /** Starts to serve the build in a folder; empty where there is none. */
  public static Optional<WebServer> overGraph(Path folder, ServeOptions options)
      throws IOException {
    QueryDesk desk = new QueryDesk(options.limits());
    Optional<Snapshots> snapshots = Snapshots.ofFolder(folder, desk);
    if (snapshots.isEmpty()) {
      desk.close();
      return Optional.empty();
    }
    return Optional.of(start(snapshots.get(), desk, options));
  }

  /** Starts to serve another SPARQL endpoint. */
  public static WebServer overEndpoint(URI endpoint, ServeOptions options) {
    QueryDesk desk = new QueryDesk(options.limits());
    return start(Snapshots.ofEndpoint(endpoint, desk), desk, options);
  }

  /** Starts to serve a dataset that does not change. */
  static WebServer overDataset(DatasetGraph dataset, String version, ServeOptions options) {
    QueryDesk desk = new QueryDesk(options.limits());
    return start(Snapshots.of(dataset, version, desk), desk, options);
  }

  private static WebServer start(Snapshots snapshots, QueryDesk desk, ServeOptions options) {
    FusekiLogging.markInitialized(true); // the program has set up its logging
    Metrics metrics = new Metrics(desk);
    Site site = new Site(snapshots, desk, options.queries(), options.texts(), metrics);
    FrontServlet front =
        new FrontServlet(
            site.routes(),
            options.log().andThen(metrics::count),
            site::problem,
            options.limits().requestBytes());
    FusekiServer fuseki =
        FusekiServer.create()
            .port(options.port())
            .numServerThreads(4, THREADS)
            .fusekiModules(FusekiModules.create(List.of()))
            .addServlet("/*", front)
            .build();
    configure(fuseki.getJettyServer(), options.host());
    fuseki.start();
    return new WebServer(fuseki, desk);
  }

  /**
   * Fuseki asks for an output buffer of 5 MiB for each answer, which caps the rate of small ones;
   * answers here are complete before they are sent, so a small one loses nothing.
   */
  private static void configure(Server jetty, String host) {
    jetty.insertHandler(new GracefulHandler());
    jetty.setErrorHandler(new RefusedRequest());
    jetty.setStopTimeout(PATIENCE_AT_STOP.toMillis());
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector tcp) {
        tcp.setHost(host);
        tcp.setIdleTimeout(IDLE.toMillis());
      }
      connector.getConnectionFactories().stream()
          .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
          .map(HttpConfiguration.ConnectionFactory.class::cast)
          .map(HttpConfiguration.ConnectionFactory::getHttpConfiguration)
          .forEach(
              http -> {
                http.setOutputBufferSize(OUTPUT_BUFFER);
                http.setRequestHeaderSize(HEADERS);
                http.setResponseHeaderSize(HEADERS);
                // No least rates of Jetty's: it counts them from the arrival of the request, so
                // that a
                // small body of a query that runs for long would be refused. BodyReader and
                // PacedOutput
                // give up slow clients.
                http.setSendServerVersion(false);
              });
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create(
        "http://"
            + ((ServerConnector) fuseki.getJettyServer().getConnectors()[0]).getHost()
            + ":"
            + fuseki.getPort()
            + "/");
  }

  /** Finishes the requests at hand, ends what runs too long, and stops. */
  @Override
  public void close() {
    // Queries that still run at half of the patience are ended with a reason, while it can be sent.
    CompletableFuture.delayedExecutor(PATIENCE_AT_STOP.toMillis() / 2, TimeUnit.MILLISECONDS)
        .execute(desk::close);
    fuseki.stop();
    desk.close();
  }
}
