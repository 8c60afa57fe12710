package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README tells a newcomer to type is typed here, in its order. */
final class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @BeforeAll
  static void build() {
    assertThat(CommandRun.of("build").code()).isZero();
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(Path.of("README.md")));
    while (matcher.find()) {
      blocks.add(matcher.group(1).strip());
    }
    return blocks;
  }

  private static List<String> commands() throws IOException {
    return blocks().stream()
        .flatMap(block -> Arrays.stream(block.split("\n")))
        .filter(line -> line.startsWith("crcgraph "))
        .map(line -> line.replaceFirst("\\s+#.*$", "").substring("crcgraph ".length()))
        .toList();
  }

  /** Words as a shell makes them: {@code crc="KSS CRC"} is one word without the quotes. */
  private static Object[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+").matcher(command);
    while (matcher.find()) {
      words.add(matcher.group().replace("\"", ""));
    }
    return words.toArray();
  }

  @Test
  void everyCommandDoesWhatItSays() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(8);
    for (String command : commands()) {
      CommandRun run = CommandRun.of(words(command));
      assertThat(run.code()).as("crcgraph %s%n%s", command, run.err()).isZero();
    }
  }

  @Test
  void theFirstCommandLineBuildsReportsAndServes() throws IOException {
    String first = blocks().get(0);
    assertThat(first)
        .startsWith("mvn -q package -DskipTests && ")
        .contains(" crcgraph.jar build".replace(" crcgraph", " target/crcgraph"))
        .endsWith("serve");
    Matcher report = Pattern.compile("crcgraph\\.jar (report [^&]+)&&").matcher(first);
    assertThat(report.find()).isTrue();
    CommandRun run = CommandRun.of(words(report.group(1).strip()));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("London CRC").contains("MTCnovo").contains("Working Links");
  }

  @Test
  void theTestCommandIsTheOneThatCiRuns() throws IOException {
    assertThat(blocks().get(1)).isEqualTo("mvn verify");
    assertThat(Files.readString(Path.of(".ci/run"))).containsPattern("\\nmvn [^\\n]*verify\\n");
  }

  @Test
  void everyLinkToAFileLeadsSomewhere() throws IOException {
    Matcher links =
        Pattern.compile("\\]\\((?!http)([^)]+)\\)").matcher(Files.readString(Path.of("README.md")));
    while (links.find()) {
      assertThat(Path.of(links.group(1))).exists();
    }
  }
}
