package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When our code is left to the first compiler. */
final class FirstCompilerTest {
  @AfterEach
  void forget() throws JMException {
    command("compilerDirectivesClear");
  }

  @Test
  void ourCodeIsKeptFromTheSecondCompiler() throws Exception {
    assertThat(FirstCompiler.prefer()).isTrue();

    assertThat(command("compilerDirectivesPrint")).contains("org/crcgraph");
  }

  @Test
  void aFewSmallDocumentsAreNotWorthIt(@TempDir Path folder) throws Exception {
    Path small = Files.writeString(folder.resolve("a.txt"), "Quillon.");
    FirstCompiler.preferFor(List.of(small, folder));
    assertThat(command("compilerDirectivesPrint")).doesNotContain("org/crcgraph");

    Path large = Files.write(folder.resolve("b.txt"), new byte[5 << 20]);
    FirstCompiler.preferFor(List.of(small, large));
    assertThat(command("compilerDirectivesPrint")).contains("org/crcgraph");
  }

  private static String command(String operation) throws JMException {
    return ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            operation,
            new Object[] {},
            new String[] {})
        .toString();
  }
}
