package org.crcgraph.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.crcgraph.graph.GraphStore;

/** Opens built graphs for reading. */
public final class GraphFolder {
  private static final String LOCK = "tdb.lock";

  private GraphFolder() {}

  /**
   * Opens a build. TDB2 lets one process in: while another, such as a server, has the database
   * open, a copy of its files is read, for a build is never written to again. Where there is no
   * room for a copy, the sorted dump is read into memory, which takes ten times as long.
   *
   * @return empty where no build stands in the folder
   */
  public static Optional<GraphSource> open(Path folder) {
    Optional<DatasetGraph> dataset;
    try {
      dataset = GraphStore.open(folder);
    } catch (DBOpEnvException e) {
      // Another process has the lock, or the folder may not be written to.
      dataset = Optional.of(beside(folder));
    }
    return dataset.map(GraphSource::of);
  }

  private static DatasetGraph beside(Path folder) {
    try {
      return unioned(DatabaseMgr.connectDatasetGraph(copy(folder).toString()));
    } catch (IOException e) {
      return read(folder.resolve(GraphStore.DUMP));
    }
  }

  /** A copy of the database that goes when the program ends. */
  private static Path copy(Path folder) throws IOException {
    Path database = folder.resolve(GraphStore.DATABASE);
    Path copy = Files.createTempDirectory("crcgraph");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(copy)));
    try (Stream<Path> files = Files.walk(database)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = copy.resolve(database.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.getFileName().toString().equals(LOCK)) {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What cannot be deleted is left to the system, which empties its temporary folder.
    }
  }

  /** Reads a file of quads into memory, its default graph the union of the named ones. */
  static DatasetGraph read(Path file) {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, file.toUri().toString()));
    return unioned(dataset);
  }

  private static DatasetGraph unioned(DatasetGraph dataset) {
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    return dataset;
  }
}
