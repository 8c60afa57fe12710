package org.crcgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import org.crcgraph.model.Issue;
import picocli.CommandLine;

/** Every way in which a command ends badly: what is printed, and the exit code. */
final class Problems {
  /** The input is wrong. */
  static final int INPUT = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Something failed inside. */
  static final int FAILURE = 3;

  private Problems() {}

  /** Prints every problem on a line of its own; returns 3 for a failure, 1 for an error, else 0. */
  static int print(List<Issue> issues, PrintWriter err) {
    issues.stream().distinct().forEach(err::println);
    err.flush();
    if (issues.stream().anyMatch(i -> i.severity() == Issue.Severity.FAILURE)) {
      return FAILURE;
    }
    return issues.stream().anyMatch(i -> i.severity() == Issue.Severity.ERROR) ? INPUT : 0;
  }

  /** Prints what failed, with its stack trace only under {@code --debug}. */
  static int failure(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    String message = failure.getMessage();
    err.println(
        "crcgraph: "
            + (message == null ? failure.getClass().getSimpleName() : message)
            + (Crcgraph.isDebug(command) ? "" : "; run again with --debug for the details"));
    if (Crcgraph.isDebug(command)) {
      failure.printStackTrace(err);
    }
    err.flush();
    return FAILURE;
  }
}
