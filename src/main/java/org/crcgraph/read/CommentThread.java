package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The readers' comments of a page that was saved as plain text.
 *
 * <p>Three shapes occur. Most sites print author and time over each comment ({@link
 * StampedComments}); Blogger does not. In its <em>numbered</em> shape each comment opens with its
 * number and closes with "ReplyDelete" (or "Delete", a reply) on a line of its own. In the
 * <em>fused</em> shape the numbers are lost and the marker has slipped between the first line of
 * its comment and the rest: "first line / ReplyDelete rest of the line / further lines".
 *
 * @param postEnd index of the line before which the post ends
 * @param comments the comments in order
 */
record CommentThread(int postEnd, List<Comment> comments) {
  private static final String TOP = "ReplyDelete";
  private static final String REPLY = "Delete";

  /** "Jo Writer 12 May 2018 at 09:15", which some saved pages print over a comment. */
  private static final Pattern BYLINE =
      Pattern.compile(
          "(.{0,60}?)[\\s\\u00a0]*\\d{1,2} [A-Z][a-z]{2,8} \\d{4} at \\d{1,2}:\\d{2}(?: ?[AaPp][Mm])?");

  /**
   * A comment.
   *
   * @param lines its lines without page furniture
   * @param author name printed over it or signed under it, or null
   * @param parent index of the comment that it replies to, or -1
   */
  record Comment(List<Line> lines, @Nullable String author, int parent) {}

  /** The comments among a page's lines; none where the page shows none. */
  static CommentThread of(String text, List<Line> lines) {
    int count = -1;
    int firstAlone = -1;
    int alone = 0;
    int fused = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.startsWith(text, TOP)) {
        if (line.length() == TOP.length()) {
          alone++;
          firstAlone = firstAlone < 0 ? i : firstAlone;
        } else {
          fused++;
        }
      } else if (count < 0 && Furniture.isCommentCount(text, line) && opensThread(text, lines, i)) {
        count = i;
      }
    }
    if (alone + fused == 0) {
      CommentThread stamped = StampedComments.of(text, lines);
      if (stamped != null) {
        return stamped;
      }
    }
    int numbered = numberedStart(text, lines, count, firstAlone);
    if (numbered >= 0 && alone >= fused) {
      return new CommentThread(
          count >= 0 && count < numbered ? count : numbered,
          new Numbered(text, lines, numbered).read());
    }
    if (alone + fused > 0) {
      return fused(text, lines);
    }
    return new CommentThread(count >= 0 ? count : lines.size(), List.of());
  }

  /** A count of comments is a heading only where comments, or nothing but furniture, follow. */
  private static boolean opensThread(String text, List<Line> lines, int count) {
    for (int i = count + 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (number(text, line) >= 0) {
        return true;
      }
      if (!Furniture.isNavigation(text, line)) {
        return false;
      }
    }
    return true;
  }

  /** The line that opens the first numbered comment, or -1. */
  private static int numberedStart(String text, List<Line> lines, int count, int firstAlone) {
    if (count >= 0 && count + 1 < lines.size() && number(text, lines.get(count + 1)) >= 0) {
      return count + 1;
    }
    for (int i = firstAlone - 1; i >= 0; i--) {
      if (lines.get(i).indent() > 0 && number(text, lines.get(i)) == 1) {
        return i;
      }
    }
    return -1;
  }

  /** The number that opens the line, as in "12. text", or -1. */
  private static int number(String text, Line line) {
    int end = line.from();
    int number = 0;
    while (end < line.to() && end - line.from() < 6 && isDigit(text.charAt(end))) {
      number = number * 10 + text.charAt(end) - '0';
      end++;
    }
    boolean closed =
        end > line.from()
            && end < line.to()
            && text.charAt(end) == '.'
            && (end + 1 == line.to() || Line.isBlank(text.charAt(end + 1)));
    return closed ? number : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static CommentThread fused(String text, List<Line> lines) {
    int end = lines.size();
    while (end > 0 && Furniture.isNavigation(text, lines.get(end - 1))) {
      end--;
    }
    List<Integer> markers = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < end; i++) {
      open |= lines.get(i).startsWith(text, TOP);
      if (open && markerLength(text, lines.get(i)) > 0) {
        markers.add(i);
      }
    }
    List<Comment> comments = new ArrayList<>();
    int top = -1;
    for (int k = 0; k < markers.size(); k++) {
      int marker = markers.get(k);
      int next = k + 1 < markers.size() ? markers.get(k + 1) : end + 1;
      List<Line> own = new ArrayList<>();
      if (marker > 0) {
        // The line before the marker; where that begins with a marker too, what follows it.
        Line before = lines.get(marker - 1);
        own.add(
            k > 0 && markers.get(k - 1) == marker - 1
                ? before.after(text, before.from() + markerLength(text, before))
                : before);
      }
      Line line = lines.get(marker);
      if (next > marker + 1) {
        own.add(line.after(text, line.from() + markerLength(text, line)));
      }
      // The line before the next marker opens the next comment.
      for (int i = marker + 1; i < next - 1; i++) {
        own.add(lines.get(i));
      }
      own.removeIf(part -> part.length() == 0);
      boolean reply = !line.startsWith(text, TOP) && top >= 0;
      if (!own.isEmpty()) {
        if (!reply) {
          top = comments.size();
        }
        comments.add(comment(text, own, reply ? top : -1));
      }
    }
    int postEnd = markers.isEmpty() ? end : Math.max(0, markers.get(0) - 1);
    if (postEnd > 0 && Furniture.isCommentCount(text, lines.get(postEnd - 1))) {
      postEnd--;
    }
    return new CommentThread(postEnd, comments);
  }

  /** Length of the marker that opens the line, or 0. */
  private static int markerLength(String text, Line line) {
    if (line.startsWith(text, TOP)) {
      return TOP.length();
    }
    if (!line.startsWith(text, REPLY)) {
      return 0;
    }
    int after = line.from() + REPLY.length();
    if (after == line.to()) {
      return REPLY.length();
    }
    // "Delete the file", "Deleted by": a sentence about deleting, not a marker fused with a word.
    char c = text.charAt(after);
    boolean word =
        Line.isBlank(c)
            || ((c == 'd' || c == 's' || c == 'r')
                && (after + 1 == line.to() || !Character.isLetter(text.charAt(after + 1))));
    return word ? 0 : REPLY.length();
  }

  private static Comment comment(String text, List<Line> lines, int parent) {
    List<Line> body = lines;
    String author = null;
    Line first = lines.get(0);
    if (lines.size() > 1 && first.length() < 100) {
      Matcher byline = BYLINE.matcher(first.in(text));
      if (byline.matches()) {
        author = byline.group(1).isBlank() ? null : byline.group(1);
        body = lines.subList(1, lines.size());
      }
    }
    return new Comment(List.copyOf(body), author != null ? author : SignOff.of(text, body), parent);
  }

  /** Reads the numbered shape, line by line. */
  private static final class Numbered {
    private final String text;
    private final List<Line> lines;
    private final int start;
    private final int lastMarker;
    private final List<Comment> comments = new ArrayList<>();

    private @Nullable List<Line> open;
    private boolean openIsReply;
    private int top = -1;
    private int topIndent = -1;
    private int replyIndent = -1;
    private int nextTop = 1;
    private int nextReply = 1;
    private boolean inReplies;

    Numbered(String text, List<Line> lines, int start) {
      this.text = text;
      this.lines = lines;
      this.start = start;
      int last = lines.size() - 1;
      while (last > start && !isMarker(lines.get(last))) {
        last--;
      }
      lastMarker = last;
    }

    List<Comment> read() {
      for (int i = start; i < lines.size(); i++) {
        Line line = lines.get(i);
        if (isMarker(line)) {
          close();
        } else if (open == null && line.is(text, "Replies")) {
          inReplies = true;
          nextReply = 1;
        } else if (opens(line)) {
          close();
          begin(line, isReply(line));
        } else if (open != null) {
          open.add(line);
        } else if (i < lastMarker) {
          // The number is lost, but a marker will close it: somebody's comment all the same.
          begin(line, inReplies);
        }
      }
      close();
      return comments;
    }

    private boolean isMarker(Line line) {
      return line.is(text, TOP)
          || line.is(text, REPLY)
          || line.is(text, "Reply Delete")
          || line.is(text, "Reply");
    }

    /** Whether a number opens a comment, and not an item of a list inside one. */
    private boolean opens(Line line) {
      int number = number(text, line);
      if (number < 0) {
        return false;
      }
      if (open == null) {
        return number == nextTop
            || (inReplies && number == nextReply)
            || line.indent() == topIndent
            || line.indent() == replyIndent;
      }
      // No marker closed the last one: only the next number at the same indentation will do.
      return line.indent() > 0
          && open.stream().skip(1).allMatch(l -> l.indent() > line.indent())
          && (openIsReply
              ? (number == nextReply && line.indent() == replyIndent)
                  || (number == nextTop && line.indent() == topIndent)
              : number == nextTop && line.indent() == topIndent);
    }

    private boolean isReply(Line line) {
      if (!inReplies) {
        return false;
      }
      if (replyIndent < 0) {
        return true;
      }
      if (topIndent != replyIndent && line.indent() == topIndent) {
        return false;
      }
      int number = number(text, line);
      return (topIndent != replyIndent && line.indent() == replyIndent)
          || number == nextReply
          || number != nextTop;
    }

    private void begin(Line line, boolean reply) {
      int number = number(text, line);
      if (reply) {
        replyIndent = number >= 0 && replyIndent < 0 ? line.indent() : replyIndent;
        nextReply = (number >= 0 ? number : nextReply) + 1;
      } else {
        topIndent = number >= 0 && topIndent < 0 ? line.indent() : topIndent;
        nextTop = (number >= 0 ? number : nextTop) + 1;
        inReplies = false;
      }
      openIsReply = reply;
      open = new ArrayList<>();
      Line first = number >= 0 ? line.after(text, text.indexOf('.', line.from()) + 1) : line;
      if (first.length() > 0) {
        open.add(first);
      }
    }

    private void close() {
      List<Line> own = open;
      open = null;
      if (own == null) {
        return;
      }
      while (!own.isEmpty()
          && lastOf(own).from() > lines.get(lastMarker).from()
          && Furniture.isNavigation(text, lastOf(own))) {
        own.remove(own.size() - 1);
      }
      if (own.isEmpty()) {
        return;
      }
      boolean reply = openIsReply && top >= 0;
      if (!reply) {
        top = comments.size();
      }
      comments.add(comment(text, own, reply ? top : -1));
    }

    private static Line lastOf(List<Line> own) {
      return own.get(own.size() - 1);
    }
  }
}
