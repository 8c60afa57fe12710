package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which virtual machine a command runs in, and that nothing of it is lost on the way. */
final class LauncherTest {
  @Test
  void heapAndPropertiesAreHandedOnAndNothingElseIsAddedToThem() {
    List<String> command = Launcher.command(List.of("-Xmx64m", "-Da=b"), "extract", "a b.txt");

    assertThat(command)
        .containsSubsequence(
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-Da=b",
            "-Dcrcgraph.second=true",
            "-cp",
            "extract",
            "a b.txt")
        .doesNotContain("-Xms48m");
  }

  @Test
  void whoChoosesACompilerOrDebugsHasItAsAsked() {
    assertThat(Launcher.mayAdd(List.of())).isTrue();
    assertThat(Launcher.mayAdd(List.of("-Xmx64m", "-Xss2m", "-Da=b"))).isTrue();
    assertThat(Launcher.mayAdd(List.of("-Xmx64m", "-XX:+UseG1GC"))).isFalse();
    assertThat(Launcher.mayAdd(List.of("-agentlib:jdwp=transport=dt_socket"))).isFalse();
  }

  @Test
  void theExitCodeIsThatOfTheSecondMachine() throws Exception {
    String java = Launcher.command(List.of()).get(0);

    assertThat(Launcher.run(List.of(java, "-Xmx16m", "-version"))).isZero();
    assertThat(Launcher.run(List.of(java, "-Xmx16m", "-jar", "no-such-file.jar"))).isEqualTo(1);
  }
}
