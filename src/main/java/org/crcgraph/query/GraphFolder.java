package org.crcgraph.query;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.crcgraph.graph.GraphStore;

/** Opens built graphs for reading. */
public final class GraphFolder {
  private GraphFolder() {}

  /**
   * Opens a build. While another process, such as a server, has its database open, the sorted dump
   * beside it is read into memory instead.
   *
   * @return empty where no build stands in the folder
   */
  public static Optional<GraphSource> open(Path folder) {
    Optional<DatasetGraph> dataset;
    try {
      dataset = GraphStore.open(folder);
    } catch (DBOpEnvException e) {
      // Another process has the lock, or the folder may not be written to.
      dataset = Optional.of(read(folder.resolve(GraphStore.DUMP)));
    }
    return dataset.map(GraphSource::of);
  }

  /** Reads a file of quads into memory, its default graph the union of the named ones. */
  static DatasetGraph read(Path file) {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, file.toUri().toString()));
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    return dataset;
  }
}
