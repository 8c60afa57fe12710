package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.TextRange;

/** Finds the parts of a text: head, post, comments, and the blocks that each consists of. */
final class TextLayout {
  private TextLayout() {}

  /** The layout of a text; the text itself is never changed. */
  static Document.Layout of(String text) {
    List<Line> lines = Line.of(text);
    CommentThread thread = CommentThread.of(text, lines);
    List<Line> post = new ArrayList<>();
    for (Line line : lines.subList(0, thread.postEnd())) {
      if (!Furniture.isNavigation(text, line)) {
        post.add(line);
      }
    }
    Head head = Head.of(text, post, !thread.comments().isEmpty());
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
        head.title(), head.date(), head.kind(), blocks.list(), comments, List.of());
  }
}
