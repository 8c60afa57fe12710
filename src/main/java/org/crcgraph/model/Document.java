package org.crcgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as read: its text exactly as decoded and where its parts stand.
 *
 * @param name file name without folder and extension, which names its records
 * @param file path as the user gave it, for messages
 * @param sha256 lower-case hex digest of the file's bytes
 * @param text the text that spans count in
 * @param url where it was published, where the file says so
 * @param layout where its parts stand
 */
public record Document(
    String name, String file, String sha256, SourceText text, @Nullable String url, Layout layout) {
  /** What identifies it. */
  public DocumentRef ref() {
    return new DocumentRef(name, sha256, text.codePoints());
  }

  /**
   * Where the parts of a document stand. Everything a rule reads lies in a block; page furniture
   * (reply buttons, numbers, navigation) lies in none.
   *
   * @param title the title line, or null
   * @param date date of publication printed in the file or its metadata, or null
   * @param kind what the document is
   * @param blocks paragraphs, in order
   * @param comments readers' comments, in order
   * @param pages first offset of every page (PDF), or empty
   */
  public record Layout(
      @Nullable TextRange title,
      @Nullable PartialDate date,
      Annotation.DocumentKind kind,
      List<Block> blocks,
      List<CommentPart> comments,
      List<Integer> pages) {
    public Layout {
      blocks = List.copyOf(blocks);
      comments = List.copyOf(comments);
      pages = List.copyOf(pages);
    }
  }

  /**
   * A paragraph, heading or list item, without surrounding white space.
   *
   * @param range where it stands
   * @param kind what it is
   * @param comment index in {@link Layout#comments} of the comment that it is part of, or -1
   */
  public record Block(TextRange range, BlockKind kind, int comment) {}

  /** What a block is on the page. */
  public enum BlockKind {
    TITLE,
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    /** A line such as {@code --oo00oo--} that parts what a post reproduces. */
    SEPARATOR
  }

  /**
   * A reader's comment as the page has it.
   *
   * @param range the body, without page furniture
   * @param author sign-off as printed, or null
   * @param parent index of the comment that it replies to, or -1
   */
  public record CommentPart(TextRange range, @Nullable String author, int parent) {}
}
