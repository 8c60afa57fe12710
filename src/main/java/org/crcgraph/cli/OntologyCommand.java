package org.crcgraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.crcgraph.Installation;
import org.crcgraph.graph.Ontology;
import org.crcgraph.publish.OntologyPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crcgraph ontology}: the ontology's documentation as one HTML page. */
@Command(name = "ontology", description = "Prints the ontology's documentation as one HTML page.")
final class OntologyCommand implements Callable<Integer> {
  @Option(names = "--output", paramLabel = "FILE", description = "Write to a file.")
  private @Nullable Path output;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String page = OntologyPage.of(Ontology.load(Installation.folder("ontology")));
    if (output == null) {
      Streams.out(spec).print(page);
      Streams.out(spec).flush();
    } else {
      Files.writeString(output, page, StandardCharsets.UTF_8);
    }
    return 0;
  }
}
