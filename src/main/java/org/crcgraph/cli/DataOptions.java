package org.crcgraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.crcgraph.Installation;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Entity;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.read.RegisterEntities;
import org.crcgraph.read.RegisterReader;
import org.crcgraph.read.RegisterTenures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where registers and lexicon are, and the lexicon that is made of them. */
final class DataOptions {
  @Option(names = "--data", paramLabel = "DIR", description = "Registers and lexicon (data).")
  private @Nullable Path data;

  Path folder() {
    return data != null ? data : Installation.folder("data");
  }

  /** The lexicon with the registers' names; what is wrong with them goes to the issues. */
  Lexicon lexicon(List<Issue> issues) throws IOException {
    List<Register> registers = RegisterReader.read(folder().resolve("registers"), issues);
    List<Entity> entities = RegisterEntities.of(registers);
    return Lexicon.load(folder(), entities, issues).with(RegisterTenures.of(registers, entities));
  }
}
