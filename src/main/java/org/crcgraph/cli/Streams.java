package org.crcgraph.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: data to standard output, messages to standard error. */
final class Streams {
  private Streams() {}

  static PrintWriter out(@Nullable CommandSpec spec) {
    return of(spec).commandLine().getOut();
  }

  static PrintWriter err(@Nullable CommandSpec spec) {
    return of(spec).commandLine().getErr();
  }

  /** The command line, for telling of wrong usage. */
  static CommandLine commandLine(@Nullable CommandSpec spec) {
    return of(spec).commandLine();
  }

  private static CommandSpec of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command's spec");
    }
    return spec;
  }
}
