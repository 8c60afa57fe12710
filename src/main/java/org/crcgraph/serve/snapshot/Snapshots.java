package org.crcgraph.serve.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.crcgraph.graph.GraphStore;
import org.crcgraph.serve.sparql.Backend;
import org.crcgraph.serve.sparql.QueryDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshot of the moment. */
public interface Snapshots extends Supplier<Snapshot> {
  /** One snapshot for ever. */
  static Snapshots of(DatasetGraph dataset, String version, QueryDesk desk) {
    Snapshot only = new Snapshot(new Backend.Local(dataset), desk, version, Optional.empty());
    return () -> only;
  }

  /** The build in a folder, and a new build when it stands there; empty where there is none. */
  static Optional<Snapshots> ofFolder(Path folder, QueryDesk desk) throws IOException {
    Optional<DatasetGraph> dataset = GraphStore.open(folder);
    if (dataset.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new OfFolder(folder, desk, dataset.get()));
  }

  /** Another endpoint, whose content may change unseen: what was computed is renewed in time. */
  static Snapshots ofEndpoint(URI endpoint, QueryDesk desk) {
    return new OfEndpoint(new Backend.Remote(endpoint.toString()), desk);
  }

  /** Looks for a new build once in a while. */
  final class OfFolder implements Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(OfFolder.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path folder;
    private final QueryDesk desk;
    private volatile Snapshot current;
    private volatile DatasetGraph dataset;
    private volatile long looked = System.nanoTime();

    private OfFolder(Path folder, QueryDesk desk, DatasetGraph dataset) throws IOException {
      this.folder = folder;
      this.desk = desk;
      this.dataset = dataset;
      current =
          new Snapshot(new Backend.Local(dataset), desk, version(), Optional.of(folder)).warmed();
    }

    @Override
    public Snapshot get() {
      if (System.nanoTime() - looked > EVERY_NANOS) {
        look();
      }
      return current;
    }

    private synchronized void look() {
      if (System.nanoTime() - looked <= EVERY_NANOS) {
        return;
      }
      looked = System.nanoTime();
      try {
        String version = version();
        if (!version.equals(current.version())) {
          takeUp(version);
        }
      } catch (IOException | RuntimeException e) {
        // A build may be under way; the old one is served from its open files until it is there.
        LOG.warn("The new build cannot be opened yet: {}", e.toString());
      }
    }

    /** Requests under way keep the old dataset, whose files stay open although renamed. */
    private void takeUp(String version) {
      TDBInternal.expel(dataset, true);
      Optional<DatasetGraph> opened = GraphStore.open(folder);
      if (opened.isPresent()) {
        dataset = opened.get();
        current =
            new Snapshot(new Backend.Local(dataset), desk, version, Optional.of(folder)).warmed();
      }
    }

    private String version() throws IOException {
      Path report = folder.resolve(GraphStore.REPORT);
      return new ObjectMapper().readTree(Files.readString(report)).path("version").asText("");
    }
  }

  /** Forgets what was computed after some minutes. */
  final class OfEndpoint implements Snapshots {
    private static final long EVERY_NANOS = Duration.ofMinutes(5).toNanos();

    private final Backend backend;
    private final QueryDesk desk;
    private volatile Snapshot current;
    private volatile long since = System.nanoTime();

    private OfEndpoint(Backend backend, QueryDesk desk) {
      this.backend = backend;
      this.desk = desk;
      current = fresh();
    }

    @Override
    public Snapshot get() {
      if (System.nanoTime() - since > EVERY_NANOS) {
        renew();
      }
      return current;
    }

    private synchronized void renew() {
      if (System.nanoTime() - since > EVERY_NANOS) {
        since = System.nanoTime();
        current = fresh();
      }
    }

    private Snapshot fresh() {
      return new Snapshot(
          backend,
          desk,
          "endpoint-" + Long.toHexString(System.currentTimeMillis()),
          Optional.empty());
    }
  }
}
