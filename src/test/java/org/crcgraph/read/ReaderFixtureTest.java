package org.crcgraph.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crcgraph.ExpectedFiles;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.TextRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads every document of {@code src/test/resources/read} and compares what was read with the file
 * {@code NAME.expected} beside it. {@code -Dfixtures.rewrite=true} writes the expectations anew.
 */
final class ReaderFixtureTest {
  private static final ExpectedFiles FILES = new ExpectedFiles(Path.of("src/test/resources/read"));

  @TestFactory
  Stream<DynamicTest> everyDocumentReadsAsExpected() throws IOException {
    return FILES.tests(ReaderFixtureTest::describe);
  }

  private static String describe(Path file) throws UnreadableDocumentException {
    List<Issue> issues = new ArrayList<>();
    Document document = DocumentFormat.read(file, issues);
    Document.Layout layout = document.layout();
    StringBuilder out = new StringBuilder();
    out.append("kind ").append(layout.kind().label()).append('\n');
    out.append("date ").append(layout.date()).append('\n');
    out.append("url ").append(document.url()).append('\n');
    TextRange title = layout.title();
    out.append("title ").append(title == null ? "none" : show(document, title)).append('\n');
    if (!layout.pages().isEmpty()) {
      out.append("pages ").append(layout.pages()).append('\n');
    }
    int comment = -1;
    for (Document.Block block : layout.blocks()) {
      if (block.comment() != comment) {
        comment = block.comment();
        Document.CommentPart part = layout.comments().get(comment);
        out.append("comment ").append(comment);
        out.append(part.parent() < 0 ? "" : " to " + part.parent());
        out.append(part.author() == null ? "" : " by " + part.author());
        out.append(' ').append(show(document, part.range())).append('\n');
      }
      out.append(comment < 0 ? "" : "  ");
      out.append(block.kind().toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      out.append(' ').append(show(document, block.range())).append('\n');
    }
    for (Issue issue : issues) {
      out.append("issue ").append(issue.toString().replace(file.toString(), "FILE")).append('\n');
    }
    return out.toString();
  }

  /** The text in one line, with what cannot be seen made visible. */
  private static String show(Document document, TextRange range) {
    StringBuilder shown = new StringBuilder();
    for (char c : document.text().string(range).toCharArray()) {
      if (c == '\n') {
        shown.append("\\n");
      } else if (c == '\r') {
        shown.append("\\r");
      } else if (c == '\u00a0' || (c >= '\u200b' && c <= '\u200f') || c == '\ufeff') {
        shown.append(String.format("\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return new String(shown.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
