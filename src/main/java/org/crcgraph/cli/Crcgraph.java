package org.crcgraph.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: hands the command line to the class of its command. */
@Command(
    name = "crcgraph",
    scope = CommandLine.ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    version = "crcgraph 0.1.0",
    description = "The knowledge graph of who ran probation in England and Wales.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BuildCommand.class,
      DiffCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      ExtractCommand.class,
      FetchCommand.class,
      OntologyCommand.class,
      QueryCommand.class,
      ReportCommand.class,
      ServeCommand.class,
      SparqlCommand.class,
      ValidateCommand.class
    })
public final class Crcgraph implements Runnable {
  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show the details of a failure.")
  private boolean debug;

  private Crcgraph() {}

  /** Runs the command and exits with its code: 0 done, 1 wrong input, 2 wrong usage, 3 failure. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  /** Runs the command with these streams and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Crcgraph())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Problems::failure)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  static boolean isDebug(CommandLine command) {
    return command.getCommandSpec().root().userObject() instanceof Crcgraph program
        && program.debug;
  }

  /** Without a command there is nothing to do: that is wrong usage. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        new CommandLine(this), "Missing command; see crcgraph --help");
  }
}
