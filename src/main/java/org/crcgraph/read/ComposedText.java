package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.Block;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.Document.CommentPart;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document whose file is not plain text, put together block by block: an empty line
 * between two blocks.
 */
final class ComposedText {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<CommentPart> comments = new ArrayList<>();
  private final List<Integer> pages = new ArrayList<>();
  private int commentStart = -1;
  private int commentBlock;

  /** Adds a block; blank ones are passed over. */
  void add(String words, BlockKind kind) {
    int from = 0;
    int to = words.length();
    while (from < to && Line.isBlank(words.charAt(from))) {
      from++;
    }
    while (to > from && Line.isBlank(words.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return;
    }
    if (text.length() > 0) {
      text.append("\n\n");
    }
    int start = text.length();
    text.append(words, from, to);
    blocks.add(new Block(new TextRange(start, text.length()), kind, openComment()));
    if (commentStart == Integer.MAX_VALUE) {
      commentStart = start;
      commentBlock = blocks.size() - 1;
    }
  }

  /** A page begins with what is added next. */
  void beginPage() {
    pages.add(text.length() == 0 ? 0 : text.length() + 2);
  }

  /** A page begins so many characters into the block that is added next. */
  void beginPageAfter(int characters) {
    pages.add((text.length() == 0 ? 0 : text.length() + 2) + characters);
  }

  /** What is added from now on is a comment's. */
  void beginComment() {
    commentStart = Integer.MAX_VALUE;
  }

  /**
   * Ends the comment.
   *
   * @return its index, or -1 where it is empty
   */
  int endComment(@Nullable String author, int parent) {
    boolean empty = commentStart == Integer.MAX_VALUE;
    int start = commentStart;
    commentStart = -1;
    if (empty) {
      return -1;
    }
    TextRange range = new TextRange(start, text.length());
    String signed = author;
    if (signed == null) {
      List<Line> lines = new ArrayList<>();
      for (Block block : blocks.subList(commentBlock, blocks.size())) {
        lines.add(new Line(block.range().from() - start, block.range().to() - start, 0, true));
      }
      signed = SignOff.of(text.substring(start), lines);
    }
    comments.add(new CommentPart(range, signed, parent));
    return comments.size() - 1;
  }

  private int openComment() {
    return commentStart < 0 ? -1 : comments.size();
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  List<Block> blocks() {
    return blocks;
  }

  /**
   * The document.
   *
   * @param date as the file's metadata has it, or null: then as printed
   * @param kind as the file's metadata has it, or null: then by its form
   */
  Document document(
      String name,
      String file,
      String sha256,
      @Nullable String url,
      @Nullable PartialDate date,
      @Nullable DocumentKind kind) {
    String whole = text.toString();
    List<Line> post = new ArrayList<>();
    TextRange title = null;
    for (Block block : blocks) {
      if (block.comment() < 0) {
        post.add(new Line(block.range().from(), block.range().to(), 0, true));
        title = title == null && block.kind() == BlockKind.TITLE ? block.range() : title;
      }
    }
    Head head = Head.of(whole, post, !comments.isEmpty());
    if (title == null) {
      title = head.title();
    }
    List<Block> all = new ArrayList<>();
    for (Block block : blocks) {
      boolean furniture =
          block.comment() < 0
              && head.furniture().stream().anyMatch(l -> l.from() == block.range().from());
      if (!furniture || block.range().equals(title)) {
        all.add(
            title != null && block.range().equals(title)
                ? new Block(title, BlockKind.TITLE, -1)
                : block);
      }
    }
    return new Document(
        name,
        file,
        sha256,
        SourceText.of(whole),
        url,
        new Document.Layout(
            title,
            date != null ? date : head.date(),
            kind != null ? kind : head.kind(),
            all,
            comments,
            pages));
  }
}
