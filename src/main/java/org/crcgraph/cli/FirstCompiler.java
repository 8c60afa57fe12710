package org.crcgraph.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Leaves our own code to the first compiler of the virtual machine (C1) while many documents are
 * read. The rules are much code of which no part is hot: the second compiler (C2) takes as long to
 * translate them as they take to read 25 MB of text, and its code reads it no faster.
 */
final class FirstCompiler {
  /** Documents of so many bytes together take longer than it takes to say this. */
  private static final long PAYS_FROM = 4L << 20;

  /**
   * A compiler directive (JEP 165). Collections and patterns are as scattered as our code; the
   * platform's other methods, such as digests and decoders, are worth the second compiler.
   */
  private static final String DIRECTIVE =
      "[{match: [\"org/crcgraph/*.*\", \"java/util/*.*\"], c2: {Exclude: true}}]";

  private FirstCompiler() {}

  /** Leaves our code to the first compiler where the documents are many or long. */
  static void preferFor(List<Path> documents) throws IOException {
    long size = 0;
    for (Path document : documents) {
      size += Files.isRegularFile(document) ? Files.size(document) : 0;
    }
    if (size >= PAYS_FROM) {
      prefer();
    }
  }

  /**
   * Leaves our code to the first compiler from now on.
   *
   * @return false on a virtual machine that takes no directives, which then does as it likes
   */
  static boolean prefer() throws IOException {
    Path file = Files.createTempFile("crcgraph", ".json");
    try {
      Files.writeString(file, DIRECTIVE);
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "compilerDirectivesAdd",
              new Object[] {new String[] {file.toString()}},
              new String[] {String[].class.getName()});
      return true;
    } catch (InstanceNotFoundException e) {
      return false;
    } catch (JMException e) {
      throw new IllegalStateException("the directive " + DIRECTIVE + " is refused", e);
    } finally {
      Files.delete(file);
    }
  }
}
