package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code crcgraph extract} prints. */
final class ExtractCommandTest {
  @Test
  void severalDocumentsAtOnceGiveWhatOneAfterAnotherGives(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 8; i++) {
      Files.writeString(
          folder.resolve(i + ".txt"),
          "Inspectors at work\n\n"
              + "Ada Quillon, chief executive of Merrowshire CRC, said that "
              + (60 + i)
              + "% of staff had stayed.\n\n"
              + "Merrowshire CRC is owned by Quillon Group, which took it over in 201"
              + i
              + ".\n");
    }
    Files.write(folder.resolve("5.txt"), new byte[0]);

    CommandRun one = CommandRun.of("extract", "--jobs", "1", folder);
    CommandRun several = CommandRun.of("extract", "--jobs", "3", folder);

    assertThat(one.out()).contains("\"type\":\"figure\"").contains("67");
    assertThat(one.err()).contains("5.txt:1:1: empty");
    assertThat(several).isEqualTo(one);
  }
}
