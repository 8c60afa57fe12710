package org.crcgraph.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/**
 * A built graph on disk, opened for reading: its default graph is the union of its named graphs.
 */
public final class GraphStore {
  /** Folder of the TDB2 database in a build. */
  public static final String DATABASE = "tdb2";

  /** The same quads, sorted and compressed. */
  public static final String DUMP = "graph.nq.gz";

  /** What the build read and found. */
  public static final String REPORT = "build-report.json";

  private GraphStore() {}

  /** Whether a complete build stands in a folder. */
  public static boolean exists(Path folder) {
    try {
      BuildFolder.recover(folder);
    } catch (IOException e) {
      return false;
    }
    return Files.isDirectory(folder.resolve(DATABASE)) && Files.exists(folder.resolve(REPORT));
  }

  /** Opens the database of a build; empty where there is none. */
  public static Optional<DatasetGraph> open(Path folder) {
    if (!exists(folder)) {
      return Optional.empty();
    }
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(folder.resolve(DATABASE).toString());
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    return Optional.of(dataset);
  }
}
