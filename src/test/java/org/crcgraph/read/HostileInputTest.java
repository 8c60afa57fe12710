package org.crcgraph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileInputTest {
  @TempDir private Path folder;

  private final List<Issue> issues = new ArrayList<>();

  private Document read(String name, String text) throws Exception {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Document read(String name, byte[] bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    return DocumentFormat.read(file, issues);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.html", "a.pdf", "a.eml", "a.md"})
  void anEmptyFileIsAProblemLine(String name) {
    assertThatThrownBy(() -> read(name, ""))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageEndingWith(name + ":1:1: empty; take it out, or fetch it again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.html", "a.eml", "a.md"})
  void aFileOfBlanksIsAProblemLine(String name) {
    assertThatThrownBy(() -> read(name, " \r\n\u00a0\n\u200b"))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(name + ":1:1: ");
  }

  @Test
  void aBinaryFileIsAProblemLine() {
    byte[] bytes = new byte[4096];
    new java.util.Random(1).nextBytes(bytes);
    assertThatThrownBy(() -> read("a.txt", bytes)).hasMessageContaining("binary");
  }

  @Test
  void aFolderAMissingFileAndAnUnknownFormatAreProblemLines() {
    assertThatThrownBy(() -> DocumentFormat.read(folder, issues)).hasMessageContaining("a folder");
    assertThatThrownBy(() -> DocumentFormat.read(folder.resolve("none.txt"), issues))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> read("a.docx", "PK")).hasMessageContaining("unknown document format");
  }

  @Test
  void aHugeFileIsRefusedWithoutBeingRead() throws IOException {
    Path file = folder.resolve("huge.txt");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(200L << 20);
    }
    assertThatThrownBy(() -> DocumentFormat.read(file, issues))
        .hasMessageContaining("too large (200 MiB; the limit is 64 MiB)");
  }

  @Test
  void aBadByteIsReportedWithItsPlace() throws Exception {
    Document document =
        read("a.txt", new byte[] {'o', 'n', 'e', '\n', 't', 'w', 'o', (byte) 0x93, 'x'});
    assertThat(document.text().string()).isEqualTo("one\ntwo\u201cx");
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).toString()).contains("a.txt:2:4: not UTF-8; read as windows-1252");
  }

  @Test
  void thousandsOfCommentsAreReadInTime() throws Exception {
    StringBuilder numbered =
        new StringBuilder("Monday 6 May 2019\n\nMany\n\nBody.\n\n20000 comments:\n\n");
    StringBuilder fused = new StringBuilder("Body of the post.\n");
    for (int i = 1; i <= 20_000; i++) {
      numbered.append("  ").append(i).append(". Comment.\n\n    ReplyDelete\n");
      fused.append("First line ").append(i).append("\nReplyDeleteand the rest\nof it\n");
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(read("n.txt", numbered.toString()).layout().comments()).hasSize(20_000);
          assertThat(read("f.txt", fused.toString()).layout().comments()).hasSize(20_000);
        });
  }

  @Test
  void oneGiantLineIsReadInTime() throws Exception {
    String line = "A sentence about toner, and no end to it. ".repeat(250_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(read("a.txt", line).layout().blocks()).hasSize(1));
  }

  @Test
  void aPageOfManyDivisionsIsReadInTime() throws Exception {
    String deep = "<html><body>" + "<div>".repeat(50_000) + "<p>Toner.</p>";
    String wide =
        "<html><body>" + "<div><p>Toner is scarce in this county.</p></div>".repeat(50_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          assertThat(read("d.html", deep).text().string()).contains("Toner.");
          assertThat(read("w.html", wide).layout().blocks()).hasSize(50_000);
        });
  }

  @Test
  void aPageUnderAWrongExtensionIsReadAsWhatItIs() throws Exception {
    Document document =
        read("a.txt", "<!DOCTYPE html><html><body><p>Not plain text.</p></body></html>");
    assertThat(document.text().string()).isEqualTo("Not plain text.");
  }

  @Test
  void surrogatesAloneAndMarksInOddPlacesDoNoHarm() throws Exception {
    assertThat(
            read("a.txt", "ReplyDelete\nDelete\nx\nDelete\nReplies\n1.\nReplyDelete")
                .layout()
                .comments())
        .allMatch(c -> c.range().length() > 0);
    assertThatThrownBy(
            () -> read("b.txt", "  1.\n    ReplyDelete\n    Replies\n    1.\n      Delete\n"))
        .hasMessageContaining("holds no text");
    assertThat(read("c.txt", "\u2028\u0085x\ud83d\ude42\n3 comments:\n").layout().comments())
        .isEmpty();
  }
}
