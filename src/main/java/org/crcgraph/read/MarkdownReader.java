package org.crcgraph.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.Block;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Markdown: headings, lists and quotations; title and date also from a YAML head. Emphasis and
 * links stay in the text as they are written.
 */
final class MarkdownReader implements DocumentReader {
  @Override
  public Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues)
      throws UnreadableDocumentException {
    String text = Decoding.text(file, bytes, issues);
    List<Line> lines = Line.of(text);
    int start = 0;
    TextRange title = null;
    PartialDate date = null;
    String url = null;
    if (!lines.isEmpty() && lines.get(0).is(text, "---")) {
      int end = 1;
      while (end < lines.size() && !lines.get(end).is(text, "---")) {
        Line line = lines.get(end);
        TextRange value = value(text, line);
        if (value != null && line.startsWith(text, "title:")) {
          title = value;
        } else if (value != null && line.startsWith(text, "date:")) {
          date = PartialDate.parse(text.substring(value.from(), value.to())).orElse(null);
        } else if (value != null
            && (line.startsWith(text, "url:") || line.startsWith(text, "source:"))) {
          url = text.substring(value.from(), value.to());
        }
        end++;
      }
      start = end < lines.size() ? end + 1 : 0;
    }
    List<Line> body = new ArrayList<>();
    Set<TextRange> headings = new HashSet<>();
    for (Line line : lines.subList(start, lines.size())) {
      int mark = line.from();
      while (mark < line.to() && text.charAt(mark) == '#') {
        mark++;
      }
      boolean heading =
          mark > line.from()
              && mark - line.from() <= 6
              && mark < line.to()
              && Line.isBlank(text.charAt(mark));
      if (heading) {
        Line words = line.after(text, mark);
        if (title == null || words.in(text).equals(text.substring(title.from(), title.to()))) {
          // The head of many files repeats the first heading.
          title = words.range();
        }
        body.add(new Line(words.from(), words.to(), 0, true));
        headings.add(words.range());
      } else if (text.charAt(line.from()) == '>') {
        Line words = line.after(text, line.from() + 1);
        if (words.length() > 0) {
          body.add(new Line(words.from(), words.to(), 0, line.afterGap()));
        }
      } else {
        body.add(line);
      }
    }
    Head head = Head.of(text, body, false);
    body.removeAll(head.furniture());
    TextRange shown = title != null ? title : head.title();
    Blocks blocks = new Blocks(text);
    if (title != null && body.stream().noneMatch(l -> l.range().equals(shown))) {
      // A title of the YAML head.
      blocks.list().add(new Block(title, BlockKind.TITLE, -1));
    }
    blocks.add(body, -1, shown);
    List<Block> all = new ArrayList<>();
    for (Block block : blocks.list()) {
      boolean heading = block.kind() != BlockKind.TITLE && headings.contains(block.range());
      all.add(heading ? new Block(block.range(), BlockKind.HEADING, -1) : block);
    }
    return new Document(
        name,
        file,
        sha256,
        SourceText.of(text),
        url,
        new Document.Layout(
            shown, date != null ? date : head.date(), head.kind(), all, List.of(), List.of()));
  }

  private static @Nullable TextRange value(String text, Line line) {
    int colon = text.indexOf(':', line.from());
    if (colon < 0 || colon >= line.to()) {
      return null;
    }
    Line value = line.after(text, colon + 1);
    int from = value.from();
    int to = value.to();
    if (to - from >= 2 && "\"'".indexOf(text.charAt(from)) >= 0) {
      from++;
      to--;
    }
    return from < to ? new TextRange(from, to) : null;
  }
}
