package org.crcgraph.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Starts the program, and commands that read many documents in a virtual machine that suits them.
 *
 * <p>The rules are much code of which no part is hot: the second compiler (C2) takes longer to
 * translate them than they take to read 25 MB of text. Whether there is one can only be said when a
 * virtual machine starts, and a jar cannot say it: so a second one is started, which takes a tenth
 * of a second.
 */
public final class Launcher {
  /** The commands whose time goes into our own code. */
  private static final Set<String> READERS = Set.of("extract", "evaluate");

  /** The first compiler alone; a small heap, which grows where a document needs it. */
  private static final List<String> FOR_READERS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String FIRST_HEAP = "-Xms48m";

  /**
   * Tells a machine that was started by another: one that a user set up so himself stands alone.
   */
  private static final String STARTED_BY_US = "-Dcrcgraph.second=true";

  private Launcher() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (options.contains(STARTED_BY_US)) {
      endWithParent();
    } else if (arguments.length > 0 && READERS.contains(arguments[0]) && mayAdd(options)) {
      System.exit(run(command(options, arguments)));
    }
    Crcgraph.main(arguments);
  }

  /**
   * Whether options leave open what we choose: who chooses a compiler or debugs has it as asked.
   */
  static boolean mayAdd(List<String> options) {
    return options.stream().allMatch(option -> isOfHeap(option) || option.startsWith("-D"));
  }

  private static boolean isOfHeap(String option) {
    return option.startsWith("-Xm") || option.startsWith("-Xss");
  }

  /** The command that runs this program with these arguments in a machine for readers. */
  static List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FOR_READERS);
    if (options.stream().noneMatch(Launcher::isOfHeap)) {
      command.add(FIRST_HEAP);
    }
    command.addAll(options);
    command.add(STARTED_BY_US);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a command with our streams and gives its exit code. */
  static int run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }

  /** Nobody waits for the records any more when the process that was started by hand is killed. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> {
              Thread watch = new Thread(() -> haltAfter(parent), "crcgraph-parent");
              watch.setDaemon(true);
              watch.start();
            });
  }

  private static void haltAfter(ProcessHandle parent) {
    parent.onExit().join();
    Runtime.getRuntime().halt(Problems.FAILURE);
  }
}
