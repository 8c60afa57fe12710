package org.crcgraph.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.TextRange;

/** Plain text: one block a line. */
final class TextReader implements DocumentReader {
  @Override
  public Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<Document.Block> blocks = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        blocks.add(new Document.Block(new TextRange(from, to), Document.BlockKind.PARAGRAPH, -1));
      }
      start = end + 1;
    }
    return new Document(
        name,
        file,
        sha256,
        SourceText.of(text),
        null,
        new Document.Layout(
            null, null, Annotation.DocumentKind.BLOG_POST, blocks, List.of(), List.of()));
  }
}
