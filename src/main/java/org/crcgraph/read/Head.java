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
              + "|modified|last modified|london"
              + "|\\d{1,2}[:.]\\d{2}(?::\\d{2})?|[\\s\\u00a0|:,.()\\-–—·•])*",
          Pattern.CASE_INSENSITIVE);

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
    List<Line> furniture = new ArrayList<>();
    PartialDate date = null;
    Line title = null;
    boolean dateFirst = false;
    for (int i = 0; i < Math.min(LINES, post.size()); i++) {
      Line line = post.get(i);
      PartialDate printed = dateOf(text, line);
      if (printed != null) {
        if (date == null) {
          date = printed;
          dateFirst = i == 0;
        }
        furniture.add(line);
      } else if (line.length() <= 120 && LABEL.matcher(line.in(text)).matches()) {
        furniture.add(line);
      } else if (title == null && i == furniture.size()) {
        // Only dates and labels stand above it.
        if (!isTitle(text, post, i, dateFirst)) {
          break;
        }
        title = line;
      } else if (line.length() > LONGEST_TITLE) {
        break;
      }
    }
    if (title == null && !dateFirst) {
      furniture.removeIf(line -> dateOf(text, line) == null);
    }
    DocumentKind kind = KindOfDocument.of(text, post, title, dateFirst, comments);
    return new Head(title == null ? null : title.range(), date, kind, furniture);
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
  private static boolean isTitle(String text, List<Line> post, int i, boolean due) {
    Line line = post.get(i);
    if (line.length() > LONGEST_TITLE || Blocks.isSeparator(text, line)) {
      return false;
    }
    char end = text.charAt(line.to() - 1);
    if (end == ':' || end == ',' || end == ';' || text.startsWith(":-", line.to() - 2)) {
      return false;
    }
    boolean last = i + 1 == post.size();
    if (due) {
      return line.length() <= 80 || (end != '.' && !last);
    }
    boolean sentence =
        end == '.' || end == '!' || end == '?' || end == '…' || end == '"' || end == '”';
    return !sentence
        && !last
        && !text.startsWith("Dear ", line.from())
        && !text.startsWith("http", line.from())
        && Character.isLetterOrDigit(text.codePointAt(line.from()))
        && !Character.isLowerCase(text.codePointAt(line.from()));
  }
}
