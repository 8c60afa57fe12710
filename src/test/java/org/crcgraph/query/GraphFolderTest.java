package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.crcgraph.graph.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening built graphs. */
final class GraphFolderTest {
  @TempDir private Path folder;

  @Test
  void aFolderWithoutABuildIsNoGraph() {
    assertThat(GraphFolder.open(folder)).isEmpty();
  }

  private static boolean has(GraphSource graph, String subject) {
    return graph.read(
        QueryFactory.create("ASK { <%s> ?p ?o }".formatted(subject)), running -> running.ask());
  }

  @Test
  void aGraphThatAServerHasOpenCanStillBeAsked() throws Exception {
    Path database = Files.createDirectory(folder.resolve(GraphStore.DATABASE));
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
    Txn.executeWrite(
        dataset,
        () -> dataset.add(SSE.parseQuad("(<http://g> <http://database> <http://b> <http://c>)")));
    TDBInternal.expel(dataset);
    Files.writeString(folder.resolve(GraphStore.REPORT), "{}");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(GraphStore.DUMP)))) {
      out.write(
          "<http://dump> <http://b> <http://c> <http://g> .\n".getBytes(StandardCharsets.UTF_8));
    }
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo("open");
      GraphSource beside = GraphFolder.open(folder).orElseThrow();
      assertThat(has(beside, "http://database")).isTrue();
      assertThat(has(beside, "http://dump")).isFalse();
      // A database that cannot be copied.
      Files.delete(database.resolve("Data-0001").resolve("nodes.dat"));
      Files.createSymbolicLink(
          database.resolve("Data-0001").resolve("nodes.dat"), folder.resolve("nowhere"));
      assertThat(has(GraphFolder.open(folder).orElseThrow(), "http://dump")).isTrue();
    } finally {
      server.destroy();
    }
  }
}
