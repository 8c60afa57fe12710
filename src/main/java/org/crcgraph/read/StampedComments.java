package org.crcgraph.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.crcgraph.read.CommentThread.Comment;
import org.jspecify.annotations.Nullable;

/**
 * The comments of pages on which a line with author and time stands over each comment, or under it:
 * WordPress, Disqus, newspapers, Typepad and their like. Such a line alone proves nothing: a
 * heading ("3 thoughts on …", "Comments (3)") has to stand over them, or they have to come again
 * and again at the end of a text with times of day or buttons for a reply.
 */
final class StampedComments {
  /** The first stamp follows the heading within so many lines. */
  private static final int NEAR_HEADING = 8;

  /** So many characters of text come before the comments of a page that gives them no heading. */
  private static final int POST = 300;

  /** Comments without buttons are longer than this, taken together. */
  private static final int SHORT_COMMENT = 60;

  /** A heading without the post's title is no longer than this. */
  private static final int LONGEST_HEADING = 50;

  private static final Pattern HEADING =
      Pattern.compile(
          "(?:(?:\\d{1,6}|no|one|two|three|four|five|six|seven|eight|nine|ten|all|view|latest|readers?['’]?|user|open|show|recent|your)(?: \\d{1,5})? +(?:comments?|responses?|thoughts?|replies|reactions?|reader comments?)\\b(?: (?:to|on|so far|for)\\b.{0,220})?"
              + "|(?:comments?|responses|replies|reactions|discussion|join the (?:conversation|discussion)|have your say|readers?['’]? comments|conversation|what do you think\\?)(?: on .{1,200})?"
              + "|(?:comments?|responses|replies|conversation)[ \\u00a0]?[(:\\[]? ?\\d{1,6}[)\\]]?)"
              + "[.:]?",
          Pattern.CASE_INSENSITIVE);

  /** Buttons and counts that stand over, in and under comments. */
  private static final Pattern BUTTON =
      Pattern.compile(
          "[\\s\\u00a0•·|▲▼△▽∧∨⚑−–+\\-›»>↓↑→←↳0-9()]*(?:"
              + "(?:log ?in to |sign in to )?(?:reply|comment|leave a comment)|reply to this(?: comment)?|reply to .{1,40}|in reply to .{1,40}"
              + "|likes?|unlike|liked by .{1,60}|like ?loading\\.{0,3}…?|loading\\.{3}|loading…|loading|share|report(?: (?:this|abuse|comment|this comment))?|recommend(?:ed)?(?: by .{1,30})?"
              + "|upvotes?|downvotes?|up|down|vote(?:s)?|flag(?: as inappropriate)?|flag comment|edit(?:ed)?|see more|show more(?: replies)?|read more|read less|permalink|permanent link|link|quote"
              + "|(?:view|show|hide|see|load)(?: (?:all|more|\\d{1,4}|previous))* (?:repl(?:y|ies)|comments?)|avatar(?: for .{1,40})?|collapse|expand|delete|cite"
              + "|your comment is awaiting moderation\\.?|this comment (?:was|has been) (?:deleted|removed).{0,60}|verified|subscriber|facebook|twitter|follow|helpful|parent"
              + "|(?:sort(?:ed)? by|order by|show).{0,40}|(?:newest|oldest|best|top|most recent|recommended)(?: first)?|newest oldest(?: most voted)?"
              + ")(?:[\\s\\u00a0•·|▲▼△▽⚑−–+›»>↓↑→←0-9()]+(?:reply|likes?|share|report|recommend|flag|quote|permalink|link|edit|delete|parent|facebook|twitter)?)*"
              + "|(?:last updated:?|edited) .{6,40}|(?:score|votes|likes|rating|recommended):? ?-?\\d{1,5}|comment (?:number )?\\d{1,4}\\.?"
              + "|complain about this comment|reply \\d{1,5} \\d{1,5} click to rate|click to rate|the comments below have .{4,40}"
              + "|[\\s\\u00a0•·|▲▼△▽∧∨⚑−–+\\-›»>↓↑→←0-9()]{1,24}",
          Pattern.CASE_INSENSITIVE);

  /** What follows the last comment of a page. */
  private static final Pattern END =
      Pattern.compile(
          "(?:(?:leave|post|add|write|submit|make)(?: (?:a|your|us a))?(?: new)? (?:reply|comment|response)\\b.{0,60}"
              + "|cancel reply|comments? (?:are|is|have been) (?:now )?closed.{0,60}|commenting (?:is|has been) .{2,60}|the comments to this entry are closed.{0,20}|comments? navigation"
              + "|(?:← ?)?older comments.{0,40}|newer comments.{0,20}|load more(?: comments)?.{0,3}|more comments.{0,20}"
              + "|your email address will not be published.*|required fields are marked.*|this site uses akismet.*|fill in your details below.*|you are commenting using.*"
              + "|recent (?:posts|comments)|archives?|categories|blogroll|related(?: posts| articles| stories| content)?:?|tags:? .{0,200}|(?:previous|next|older|newer) (?:post|article|entry)\\b.{0,160}|post navigation"
              + "|verify your comment|powered by .{2,40}|powered by|subscribe(?: to .{2,60})?|most (?:read|popular|viewed|recent).{0,20}|more from .{2,60}|read next|you may also like.{0,20}|(?:copyright|©).*|© ?\\d{4}.*|proudly powered by .*|blog at wordpress\\.com.*|create a free website.*|about (?:us|this blog|me)|contact us|terms (?:and|&) conditions.{0,60}|privacy(?: policy)?|trackbacks?(?:/pingbacks)?.{0,20}|notify me of .*|share this:?|follow (?:us|this blog).{0,60}|search(?: for)?:?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PINGBACK =
      Pattern.compile(
          "(?:\\d{1,3}[.)] )?(?:pingbacks?|trackbacks?)\\b.{0,300}", Pattern.CASE_INSENSITIVE);

  private static final Pattern REPLY =
      Pattern.compile(
          "[\\s•·]*(?:log ?in to )?reply\\b.{0,20}|recommend.{0,12}|report(?: abuse| this comment)?|likes?|[•·\\s]*share ›?",
          Pattern.CASE_INSENSITIVE);

  /**
   * A line that opens or closes a comment.
   *
   * @param first index of its first line
   * @param last index of its last line
   */
  private record Mark(int first, int last, CommentStamp stamp) {}

  private final String text;
  private final List<Line> lines;

  private StampedComments(String text, List<Line> lines) {
    this.text = text;
    this.lines = lines;
  }

  /** The comments of a page, or null where it shows none of this kind. */
  static @Nullable CommentThread of(String text, List<Line> lines) {
    return new StampedComments(text, lines).read();
  }

  private @Nullable CommentThread read() {
    int written = 0;
    int heading = -1;
    for (int i = 0; i < lines.size() && heading < 0; i++) {
      if (written >= POST / 2 && isHeading(i) && stampAfter(i)) {
        heading = i;
      }
      written += lines.get(i).length();
    }
    if (heading >= 0) {
      List<Mark> marks = marks(heading + 1, lines.size());
      return thread(heading, heading + 1, marks);
    }
    int start = 0;
    written = 0;
    while (start < lines.size() && written < POST) {
      written += lines.get(start++).length();
    }
    List<Mark> marks = marks(start, lines.size());
    marks.removeIf(mark -> !mark.stamp().timed() || !mark.stamp().dated());
    if (marks.size() < 2) {
      return null;
    }
    int buttons = 0;
    for (int i = marks.get(0).first(); i < lines.size(); i++) {
      Line line = lines.get(i);
      buttons += line.length() <= 40 && REPLY.matcher(line.in(text)).matches() ? 1 : 0;
    }
    boolean feet = isFeet(marks, -1);
    boolean enough = buttons * 2 >= marks.size() || (marks.size() >= 3 && isProse(marks)) || feet;
    return enough && isDense(marks) ? thread(-1, feet ? firstBody(marks.get(0)) : 0, marks) : null;
  }

  /** Where no heading tells, the line above "Posted by: …" is all that is surely the comment. */
  private int firstBody(Mark first) {
    int i = first.first() - 1;
    while (i > 0 && !lines.get(i).afterGap()) {
      i--;
    }
    return Math.max(i, 0);
  }

  /** A timetable has times and names as well, but only a word or two under each. */
  private boolean isProse(List<Mark> marks) {
    int written = 0;
    for (int m = 0; m < marks.size(); m++) {
      int to = m + 1 < marks.size() ? marks.get(m + 1).first() : lines.size();
      for (int i = marks.get(m).last() + 1; i < to; i++) {
        written += lines.get(i).length();
      }
    }
    return written >= marks.size() * SHORT_COMMENT;
  }

  /** Comments follow one another: no long stretch of another text between them. */
  private boolean isDense(List<Mark> marks) {
    for (int m = 0; m + 1 < marks.size(); m++) {
      if (marks.get(m + 1).first() - marks.get(m).last() > 80) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeading(int i) {
    Line line = lines.get(i);
    char first = text.charAt(line.from());
    boolean brief =
        line.length() <= LONGEST_HEADING
            || (line.length() <= 260 && (Character.isDigit(first) || first == 'C'));
    return brief && HEADING.matcher(line.in(text)).matches();
  }

  private boolean stampAfter(int heading) {
    int limit = Math.min(lines.size(), heading + 1 + NEAR_HEADING);
    for (Mark mark : marks(heading + 1, limit)) {
      if (mark.stamp().dated() || mark.stamp().timed() || mark.stamp().says()) {
        return true;
      }
    }
    return false;
  }

  /** The stamps from one line to another; each with the name over it where it gives none. */
  private List<Mark> marks(int from, int to) {
    List<Mark> marks = new ArrayList<>();
    int free = from;
    for (int i = from; i < to; i++) {
      CommentStamp stamp = CommentStamp.of(text, lines.get(i));
      if (stamp == null) {
        continue;
      }
      if (stamp.author() == null) {
        Mark named = named(i, free, stamp);
        if (named != null) {
          marks.add(named);
          free = i + 1;
        }
      } else if (stamp.dated() || stamp.timed()) {
        marks.add(new Mark(i, i, stamp));
        free = i + 1;
      } else if (isOldBlogger(i)) {
        marks.add(new Mark(i, i, stamp));
        free = i + 1;
      }
    }
    return marks;
  }

  /** "Jo Writer said...": three dots, as Blogger used to print, where no prose has them. */
  private boolean isOldBlogger(int i) {
    Line line = lines.get(i);
    return text.startsWith("said...", line.to() - 7) || text.startsWith("said…", line.to() - 5);
  }

  /** A time with the name on the line above it, or, on some sites, two lines above it. */
  private @Nullable Mark named(int i, int free, CommentStamp time) {
    for (int above = i - 1; above >= Math.max(free, i - 2); above--) {
      Line line = lines.get(above);
      if (line.length() <= 40 && BUTTON.matcher(line.in(text)).matches()) {
        continue;
      }
      CommentStamp says = CommentStamp.of(text, line);
      if (says != null && says.says() && says.author() != null) {
        return new Mark(
            above, i, new CommentStamp(says.author(), says.to(), time.timed(), time.dated(), true));
      }
      String name = bare(line.in(text));
      boolean isName = CommentStamp.isName(name) && (time.timed() || time.dated());
      // The last words of the comment before are no name: those end in a mark, or run on.
      boolean stands =
          above == 0 || line.afterGap() || above == free || isButton(above - 1) || startsItem(line);
      return isName && stands && !isHeading(above)
          ? new Mark(above, i, new CommentStamp(name, null, time.timed(), time.dated(), false))
          : null;
    }
    return null;
  }

  private boolean startsItem(Line line) {
    return !bare(line.in(text)).equals(line.in(text));
  }

  /** Without the bullet or number of a list. */
  private static String bare(String words) {
    int i = 0;
    while (i < words.length()
        && (Character.isDigit(words.charAt(i)) || ".)•·◦*- \u00a0".indexOf(words.charAt(i)) >= 0)) {
      i++;
    }
    return words.substring(i).strip();
  }

  private boolean isButton(int i) {
    Line line = lines.get(i);
    return line.length() <= 90 && BUTTON.matcher(line.in(text)).matches();
  }

  private boolean isEnd(int i) {
    Line line = lines.get(i);
    return line.length() <= 400 && END.matcher(line.in(text)).matches();
  }

  /**
   * Whether the stamps stand under their comments: "Posted by: Jo Writer | 5 May 2018 at 10:31".
   */
  private boolean isFeet(List<Mark> marks, int heading) {
    int posted = 0;
    for (Mark mark : marks) {
      posted += lines.get(mark.first()).startsWith(text, "Posted by") ? 1 : 0;
    }
    if (posted * 2 < marks.size() || posted == 0) {
      return false;
    }
    // Under a heading the first line decides; without one, what follows the last stamp.
    return heading >= 0
        ? marks.get(0).first() > heading + 1
        : lines.get(marks.get(0).first()).startsWith(text, "Posted by:");
  }

  private @Nullable CommentThread thread(int heading, int begin, List<Mark> marks) {
    if (marks.isEmpty()) {
      return null;
    }
    List<Comment> comments = new ArrayList<>();
    List<Integer> indents = new ArrayList<>();
    Map<String, Integer> byAuthor = new HashMap<>();
    boolean feet = isFeet(marks, heading);
    boolean inReplies = false;
    int top = -1;
    for (int m = 0; m < marks.size(); m++) {
      Mark mark = marks.get(m);
      int from = feet ? (m == 0 ? begin : marks.get(m - 1).last() + 1) : mark.last() + 1;
      int to = feet ? mark.first() : m + 1 < marks.size() ? marks.get(m + 1).first() : lines.size();
      List<Line> body = body(from, to, !feet && m + 1 == marks.size());
      if (body.isEmpty()) {
        continue;
      }
      String author = mark.stamp().author();
      String replied = mark.stamp().to();
      if (author != null && replied == null) {
        // "Ann Bell Jo Writer • 3 years ago": the sign between the two names is lost.
        for (Map.Entry<String, Integer> known : byAuthor.entrySet()) {
          String lower = author.toLowerCase(Locale.ROOT);
          if (lower.length() > known.getKey().length() + 1
              && lower.endsWith(" " + known.getKey())
              && known.getKey().length() > 3) {
            replied = known.getKey();
            author = author.substring(0, author.length() - known.getKey().length()).strip();
            break;
          }
        }
      }
      int indent = lines.get(mark.first()).indent();
      int parent = -1;
      if (m > 0 && !feet) {
        boolean opened = has(marks.get(m - 1).last() + 1, mark.first(), "Replies");
        boolean closed = has(marks.get(m - 1).last() + 1, mark.first(), "Reply");
        inReplies = opened || (inReplies && !closed);
        parent = inReplies ? top : -1;
      }
      if (replied != null) {
        parent = byAuthor.getOrDefault(replied.toLowerCase(Locale.ROOT), -1);
      }
      for (int i = from; parent < 0 && i < to && i < from + 3; i++) {
        parent = answered(lines.get(i), byAuthor);
      }
      for (int c = comments.size() - 1; parent < 0 && c >= 0; c--) {
        if (indents.get(c) < indent) {
          parent = c;
        }
      }
      if (author != null) {
        byAuthor.put(author.toLowerCase(Locale.ROOT), comments.size());
      }
      indents.add(indent);
      top = parent < 0 ? comments.size() : top;
      comments.add(
          new Comment(
              List.copyOf(body),
              author == null || author.equalsIgnoreCase("anonymous") ? null : author,
              parent));
    }
    int end = heading >= 0 ? heading : feet ? begin : marks.get(0).first();
    return comments.isEmpty() ? null : new CommentThread(end, comments);
  }

  /** Whether one of some lines consists of a word. */
  private boolean has(int from, int to, String word) {
    for (int i = from; i < to; i++) {
      if (lines.get(i).is(text, word)) {
        return true;
      }
    }
    return false;
  }

  /** The comment whose author a line answers, "In reply to Jo Writer" or "@Jo Writer", or -1. */
  private int answered(Line line, Map<String, Integer> byAuthor) {
    String words = line.in(text).toLowerCase(Locale.ROOT);
    int at =
        words.startsWith("@")
            ? 1
            : words.startsWith("in reply to ") ? 12 : words.startsWith("replying to ") ? 12 : -1;
    if (at < 0) {
      return -1;
    }
    int best = -1;
    int length = 0;
    for (Map.Entry<String, Integer> known : byAuthor.entrySet()) {
      if (known.getKey().length() > length && words.startsWith(known.getKey(), at)) {
        best = known.getValue();
        length = known.getKey().length();
      }
    }
    return best;
  }

  /** The lines of a comment without the buttons around it. */
  private List<Line> body(int from, int to, boolean last) {
    List<Line> body = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Line line = lines.get(i);
      if (last && isEnd(i)) {
        break;
      }
      if (line.length() <= 320 && PINGBACK.matcher(line.in(text)).matches()) {
        continue;
      }
      CommentStamp stamp = CommentStamp.of(text, line);
      boolean time = stamp != null && stamp.author() == null;
      boolean heading = i + 1 == to && isHeading(i);
      if (!time && !heading && !isButton(i) && !isEnd(i) && !Furniture.isNavigation(text, line)) {
        body.add(line);
      }
    }
    return body;
  }
}
