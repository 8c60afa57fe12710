package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.PrintedDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * What stands over a text: title and date of publication, and what kind of document it is.
 *
 * @param title the title line, or null
 * @param date date of publication, or null
 * @param kind what the document is, by its form
 * @param furniture lines of the head that nobody wrote as prose (date line, "Press release")
 */
record Head(
    @Nullable TextRange title,
    @Nullable PartialDate date,
    DocumentKind kind,
    List<Line> furniture) {
  /** The head is looked for in this many lines. */
  private static final int LINES = 12;

  private static final int LONGEST_TITLE = 200;

  /** What may stand beside a date on its line: "Published:", "by", a time of day. */
  private static final Pattern BESIDE_DATE =
      Pattern.compile(
          "(?:published|posted|updated|last updated|first published|date|on|at|by|from|and|of|the"
              + "|news|press release|for release|embargoed until|issued|gmt|bst|am|pm|hrs|hours"
              + "|modified|last modified|london|released|publication date|debated|volume|\\d{1,3}"
              + "|\\d{1,2}[:.]\\d{2}(?::\\d{2})?|[\\s\\u00a0|:,.()\\-–—·•])*",
          Pattern.CASE_INSENSITIVE);

  /** "By Una Marsh, ", "by the press office | ": who wrote it, before the date. */
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:by .{2,60}|.{2,60}[|–—]|[A-Z][\\w'’]*(?: [A-Z][\\w'’]*){0,4},)[\\s\\u00a0|,:–—-]*",
          Pattern.CASE_INSENSITIVE);

  /** A publisher's name, which may stand over a title: few words, all with capitals. */
  private static final Pattern MASTHEAD =
      Pattern.compile(
          "(?:[A-Z][\\w'’.]*|and|of|the|for|in|on|&|-|–)(?: (?:[A-Z][\\w'’.]*|and|of|the|for|in|on|&|-|–)){0,5}");

  /** A masthead that can stand alone, parted from the title by an empty line. */
  private static final Pattern KNOWN_MASTHEAD =
      Pattern.compile(
          "(?:HM|House of|Ministry of|Department (?:of|for)|GOV\\.UK|BBC|News and)\\b.*"
              + "|.*\\b(?:Committee|Inspectorate|Office|Parliament|News)");

  /** Words by which a press release tells, in its notes, when it is public. */
  private static final Pattern RELEASED =
      Pattern.compile(
          "\\b(?:published|available|embargo\\w*|released?|online|website|00[.:]01)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTES =
      Pattern.compile("(?:ends?|notes? (?:to|for) editors?)[:.]?", Pattern.CASE_INSENSITIVE);

  /** Words that name the kind of a document on a line of their own. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:press (?:release|notice|statement)|news (?:release|story|article)|media release"
              + "|for immediate release|news|speech|blog|report|briefing|briefing paper"
              + "|oral evidence|written evidence|written statement|oral answers to questions"
              + "|hansard|embargoed.{0,80}|not for publication before.{0,80})[:.]?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads the head.
   *
   * @param post the lines above the comments
   * @param comments whether readers' comments follow
   */
  static Head of(String text, List<Line> post, boolean comments) {
    int end = Math.min(LINES, post.size());
    List<Line> furniture = new ArrayList<>();
    List<Line> top = new ArrayList<>();
    PartialDate date = null;
    boolean dateFirst = false;
    int i = 0;
    // What stands before the first paragraph: dates, labels, mastheads, the title.
    while (i < end) {
      Line line = post.get(i);
      PartialDate printed = dateOf(text, line);
      PartialDate signed = printed != null || top.isEmpty() ? null : bylineDate(text, line);
      if (printed != null) {
        date = date == null ? printed : date;
        dateFirst |= i == 0;
        furniture.add(line);
      } else if (signed != null) {
        date = date == null ? signed : date;
      } else if (line.length() <= 120 && LABEL.matcher(line.in(text)).matches()) {
        furniture.add(line);
      } else if (line.length() > LONGEST_TITLE || Blocks.isSeparator(text, line)) {
        break;
      } else {
        top.add(line);
      }
      i++;
    }
    Line title = title(text, post, top, dateFirst);
    TextRange whole = title == null ? null : whole(text, title, top);
    if (title == null && !dateFirst) {
      furniture.clear();
      date = null;
    }
    if (date == null && !comments) {
      date = dateInNotes(text, post);
    }
    DocumentKind kind = KindOfDocument.of(text, post, title, dateFirst, comments);
    return new Head(whole, date, kind, furniture);
  }

  /** The title among the short lines at the top, or null where the text begins at once. */
  private static @Nullable Line title(
      String text, List<Line> post, List<Line> top, boolean dateFirst) {
    if (top.isEmpty()) {
      return null;
    }
    int chosen = 0;
    while (chosen + 1 < top.size()
        && isMasthead(text, top.get(chosen), !top.get(chosen + 1).afterGap())
        && isTitle(text, post, top.get(chosen + 1), dateFirst)) {
      chosen++;
    }
    Line title = top.get(chosen);
    boolean broken =
        chosen + 1 < top.size()
            && text.charAt(title.to() - 1) == ':'
            && title.afterGap()
            && !top.get(chosen + 1).afterGap()
            && isTitle(text, post, top.get(chosen + 1), dateFirst)
            && endsParagraph(post, top.get(chosen + 1));
    return broken || isTitle(text, post, title, dateFirst) ? title : null;
  }

  private static boolean endsParagraph(List<Line> post, Line line) {
    int next = post.indexOf(line) + 1;
    return next < post.size() && post.get(next).afterGap();
  }

  /** A title that ends in a colon goes on in the next line where a gap follows that. */
  private static TextRange whole(String text, Line title, List<Line> top) {
    int next = top.indexOf(title) + 1;
    boolean broken =
        text.charAt(title.to() - 1) == ':'
            && next < top.size()
            && !top.get(next).afterGap()
            && (next + 1 == top.size() || top.get(next + 1).afterGap());
    return broken ? new TextRange(title.from(), top.get(next).to()) : title.range();
  }

  private static boolean isMasthead(String text, Line line, boolean nextIsClose) {
    if (line.length() > 60 || text.charAt(line.to() - 1) == ':') {
      return false;
    }
    String words = line.in(text);
    return MASTHEAD.matcher(words).matches()
        && (nextIsClose || KNOWN_MASTHEAD.matcher(words).matches());
  }

  /** The date that ends a short line under the title, after a byline, or null. */
  private static @Nullable PartialDate bylineDate(String text, Line line) {
    if (line.length() > 100) {
      return null;
    }
    PrintedDate found = PrintedDate.first(text, line.range()).orElse(null);
    return found != null
            && BESIDE_DATE.matcher(text.substring(found.range().to(), line.to())).matches()
            && BYLINE.matcher(text.substring(line.from(), found.range().from())).matches()
        ? found.date()
        : null;
  }

  /** The date that a press release's notes give for its publication, or null. */
  private static @Nullable PartialDate dateInNotes(String text, List<Line> post) {
    boolean notes = false;
    for (Line line : post) {
      if (!notes) {
        notes = line.length() < 30 && NOTES.matcher(line.in(text)).matches();
      } else if (line.length() < 1_000 && RELEASED.matcher(line.in(text)).find()) {
        PrintedDate found = PrintedDate.first(text, line.range()).orElse(null);
        if (found != null && found.date().day() > 0) {
          return found.date();
        }
      }
    }
    return null;
  }

  /** The date of a line that consists of a date, or null. */
  static @Nullable PartialDate dateOf(String text, Line line) {
    if (line.length() > 100 || line.length() < 8) {
      return null;
    }
    PrintedDate found = PrintedDate.first(text, line.range()).orElse(null);
    if (found == null) {
      return null;
    }
    String before = text.substring(line.from(), found.range().from());
    String after = text.substring(found.range().to(), line.to());
    return BESIDE_DATE.matcher(before).matches() && BESIDE_DATE.matcher(after).matches()
        ? found.date()
        : null;
  }

  /**
   * Whether a line reads as a title: short, and no sentence or lead-in. Under a date line, where a
   * title is due, it may end like a sentence.
   */
  private static boolean isTitle(String text, List<Line> post, Line line, boolean due) {
    char end = text.charAt(line.to() - 1);
    if (end == ':' || end == ',' || end == ';' || text.startsWith(":-", line.to() - 2)) {
      return false;
    }
    boolean last = line.from() == post.get(post.size() - 1).from();
    if (due) {
      return line.length() <= 80 || (end != '.' && !last);
    }
    boolean sentence =
        end == '.' || end == '!' || end == '?' || end == '…' || end == '"' || end == '”';
    return !sentence
        && !last
        && !text.startsWith("Dear ", line.from())
        && !text.startsWith("http", line.from())
        && !Character.isLowerCase(text.codePointAt(line.from()))
        && (Character.isLetterOrDigit(text.codePointAt(line.from()))
            || "'\"‘“£".indexOf(text.charAt(line.from())) >= 0);
  }
}
