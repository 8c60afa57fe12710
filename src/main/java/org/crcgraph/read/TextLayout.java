package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.PrintedDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a text: head, post, comments, and the blocks that each consists of. */
final class TextLayout {
  /** Length of "date 2018-05-14". */
  private static final int STAMP = 15;

  /** So many lines of a site's own may stand over its search box. */
  private static final int MOST_OF_SITE = 6;

  private TextLayout() {}

  /**
   * The day that a collector of pages has put before the words, "date 2018-05-14 Three yards …", or
   * null; it is taken off the first line.
   */
  private static @Nullable PartialDate stamp(String text, List<Line> lines) {
    Line first = lines.isEmpty() ? null : lines.get(0);
    if (first == null || first.length() < STAMP || !first.startsWith(text, "date ")) {
      return null;
    }
    TextRange day = new TextRange(first.from() + 5, first.from() + STAMP);
    PrintedDate date = PrintedDate.first(text, day).orElse(null);
    boolean apart = first.length() == STAMP || Line.isBlank(text.charAt(first.from() + STAMP));
    if (date == null || !apart || !date.range().equals(day)) {
      return null;
    }
    Line rest = first.after(text, first.from() + STAMP);
    if (rest.length() == 0) {
      lines.remove(0);
    } else {
      lines.set(0, new Line(rest.from(), rest.to(), 0, true));
    }
    return date.date();
  }

  /** The layout of a text; the text itself is never changed. */
  static Document.Layout of(String text) {
    List<Line> lines = Line.of(text);
    PartialDate stamp = stamp(text, lines);
    CommentThread thread = CommentThread.of(text, lines);
    List<Line> post = new ArrayList<>();
    int site = 0;
    for (Line line : lines.subList(0, thread.postEnd())) {
      if (!Furniture.isNavigation(text, line)) {
        post.add(line);
      } else if (post.size() <= MOST_OF_SITE && Furniture.isBar(text, line)) {
        site = post.size();
      }
    }
    Head head = Head.of(text, post, site, !thread.comments().isEmpty());
    post.removeAll(head.furniture());
    Blocks blocks = new Blocks(text);
    blocks.add(post, -1, head.title());
    List<Document.CommentPart> comments = new ArrayList<>();
    for (CommentThread.Comment comment : thread.comments()) {
      blocks.add(comment.lines(), comments.size(), null);
      comments.add(
          new Document.CommentPart(
              new TextRange(
                  comment.lines().get(0).from(),
                  comment.lines().get(comment.lines().size() - 1).to()),
              comment.author(),
              comment.parent()));
    }
    return new Document.Layout(
        head.title(),
        stamp != null ? stamp : head.date(),
        head.kind(),
        blocks.list(),
        comments,
        List.of());
  }
}
