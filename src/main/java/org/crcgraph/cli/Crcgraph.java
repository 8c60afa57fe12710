package org.crcgraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: hands the command line to the class of its command. */
@Command(
    name = "crcgraph",
    mixinStandardHelpOptions = true,
    version = "crcgraph 0.1.0",
    description = "The knowledge graph of who ran probation in England and Wales.",
    subcommands = {ExtractCommand.class})
public final class Crcgraph {
  private Crcgraph() {}

  /** Runs the command and exits with its code: 0 done, 1 wrong input, 2 wrong usage, 3 failure. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command and gives its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Crcgraph()).execute(arguments);
  }
}
