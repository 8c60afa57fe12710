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

  @Test
  void aGraphThatAServerHasOpenCanStillBeAsked() throws Exception {
    Path database = Files.createDirectory(folder.resolve(GraphStore.DATABASE));
    TDBInternal.expel(DatabaseMgr.connectDatasetGraph(database.toString()));
    Files.writeString(folder.resolve(GraphStore.REPORT), "{}");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(GraphStore.DUMP)))) {
      out.write("<http://a> <http://b> <http://c> <http://g> .\n".getBytes(StandardCharsets.UTF_8));
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
      boolean answered =
          GraphFolder.open(folder)
              .orElseThrow()
              .read(QueryFactory.create("ASK { <http://a> ?p ?o }"), running -> running.ask());
      assertThat(answered).isTrue();
    } finally {
      server.destroy();
    }
  }
}
