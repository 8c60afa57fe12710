package org.crcgraph.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.crcgraph.model.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Titles and dates over texts of newspapers, unions, auditors, parliament and companies. Each part
 * of the file is "DATE | TITLE", then the head, indented.
 */
final class HeadTest {
  private static final Path HEADS = Path.of("src/test/resources/heads/heads.txt");

  private static final String BODY =
      """


      The company that runs the county's printers has been told to mend its ways by those who read \
      what it prints, and who found that the toner was thin and that nobody had been told about it \
      before the last page came out.

      "We are working hard," said a spokesman for the firm, which took over in February 2015.
      """;

  @TestFactory
  Stream<DynamicTest> titleAndDateAreFound() throws IOException {
    return Arrays.stream(Files.readString(HEADS).split("\n---\n"))
        .map(
            part -> {
              String[] expected = part.substring(0, part.indexOf('\n')).split(" \\| ", 2);
              String head = part.substring(part.indexOf('\n') + 1).stripTrailing().stripIndent();
              return DynamicTest.dynamicTest(
                  expected[1] + ", " + expected[0], () -> check(head + BODY, expected));
            });
  }

  private static void check(String text, String[] expected) {
    Document.Layout head = TextLayout.of(text);
    String title =
        head.title() == null ? "none" : text.substring(head.title().from(), head.title().to());
    assertThat(title.replaceAll("\\s+", " ")).isEqualTo(expected[1]);
    assertThat(head.date() == null ? "none" : head.date().toString()).isEqualTo(expected[0]);
  }
}
