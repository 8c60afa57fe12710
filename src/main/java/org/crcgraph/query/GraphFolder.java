package org.crcgraph.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/** Opens built graphs for reading. */
public final class GraphFolder {
  private static final String DATABASE = "tdb2";
  private static final String DUMP = "graph.nq.gz";

  private GraphFolder() {}

  /**
   * Opens a build. While another process, such as a server, has its database open, the sorted dump
   * beside it is read into memory instead.
   *
   * @return empty where no build stands in the folder
   */
  public static Optional<GraphSource> open(Path folder) {
    Path database = folder.resolve(DATABASE);
    if (!Files.isDirectory(database)) {
      return Optional.empty();
    }
    DatasetGraph dataset;
    try {
      dataset = DatabaseMgr.connectDatasetGraph(database.toString());
    } catch (AlreadyLocked e) {
      dataset = read(folder.resolve(DUMP));
    }
    return Optional.of(GraphSource.of(united(dataset)));
  }

  /** Reads a file of quads into memory. */
  static DatasetGraph read(Path file) {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, file.toUri().toString()));
    return united(dataset);
  }

  /** The same dataset with the union of its named graphs as its default graph. */
  private static DatasetGraph united(DatasetGraph dataset) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    return dataset;
  }
}
