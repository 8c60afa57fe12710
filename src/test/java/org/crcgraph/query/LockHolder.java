package org.crcgraph.query;

import java.io.IOException;
import java.nio.file.Path;
import org.crcgraph.graph.GraphStore;

/** A process that opens a graph as a server does, and keeps it until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    boolean isOpen = GraphStore.open(Path.of(arguments[0])).isPresent();
    System.out.println(isOpen ? "open" : "no graph");
    System.out.flush();
    System.in.readAllBytes();
  }
}
