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

  /** The last step of a breadcrumb is no longer than this. */
  private static final int LONGEST_CRUMB = 45;

  /** A title that ends like a sentence is no longer than this. */
  private static final int LONGEST_QUESTION = 120;

  /** Words by which a press release tells, in its notes, when it is public. */
  private static final Pattern RELEASED =
      Pattern.compile(
          "\\b(?:published|available|embargo\\w*|released?|online|website|00[.:]01)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOTES =
      Pattern.compile("(?:ends?|notes? (?:to|for) editors?)[:.]?", Pattern.CASE_INSENSITIVE);

  /** A line at the top: what it is, and the date that it prints. */
  private record Top(Line line, Part part, @Nullable PartialDate date) {}

  /** What a line at the top can be. */
  private enum Part {
    DATE,
    /** "By Una Marsh", with or without a date. */
    BYLINE,
    /** "Press release", "Home > News": nobody wrote it as prose, and it is no title. */
    LABEL,
    /** The name of a site and what it says of itself, above its search box. */
    SITE,
    /** "Home | News | About us": what stands above it is the site's name. */
    NAVIGATION,
    /** Anything else: a publisher's name, the title, a standfirst, the first words. */
    WORDS
  }

  /**
   * Reads the head.
   *
   * @param post the lines above the comments
   * @param comments whether readers' comments follow
   */
  static Head of(String text, List<Line> post, boolean comments) {
    return of(text, post, 0, comments);
  }

  /**
   * Reads the head.
   *
   * @param post the lines above the comments
   * @param site how many lines stand above "Search", "Menu" or the like and belong to the site
   * @param comments whether readers' comments follow
   */
  static Head of(String text, List<Line> post, int site, boolean comments) {
    List<Top> tops = tops(text, post, site);
    boolean dateFirst = !tops.isEmpty() && tops.get(0).part() == Part.DATE;
    Titles titles = new Titles(text, post, tops, dateFirst, comments);
    Line title = titles.title();
    PartialDate date = null;
    List<Line> furniture = new ArrayList<>();
    if (title != null || dateFirst) {
      PartialDate changed = null;
      for (Top top : tops) {
        if (top.date() != null && HeadLines.isOfChange(text, top.line())) {
          changed = changed == null ? top.date() : changed;
        } else {
          date = date == null ? top.date() : date;
        }
        if (top.part() == Part.DATE || top.part() == Part.LABEL || top.part() == Part.NAVIGATION) {
          furniture.add(top.line());
        }
      }
      date = date == null ? changed : date;
    }
    if (date == null && title != null) {
      PrintedDate printed = HeadLines.dateAfterTitle(text, title);
      date = printed == null ? null : printed.date();
    }
    if (date == null && !comments) {
      date = title == null ? null : dateline(text, post, title);
      date = date == null ? dateInNotes(text, post) : date;
    }
    DocumentKind kind = KindOfDocument.of(text, post, title, dateFirst, comments);
    return new Head(title == null ? null : titles.whole(title), date, kind, furniture);
  }

  /** The lines before the first paragraph, each with what it is. */
  private static List<Top> tops(String text, List<Line> post, int site) {
    List<Top> tops = new ArrayList<>();
    boolean words = false;
    for (Line line : post.subList(0, Math.min(site, post.size()))) {
      if (dateOf(text, line) != null || line.length() > LONGEST_TITLE) {
        // Not what a site says of itself: "Search" stood beside the article.
        return tops(text, post, 0);
      }
      tops.add(new Top(line, Part.SITE, null));
    }
    for (Line line : post.subList(tops.size(), Math.min(LINES + tops.size(), post.size()))) {
      PartialDate printed = dateOf(text, line);
      boolean mayBeSigned = printed == null && (words || HeadLines.opensAsByline(text, line));
      PartialDate signed = mayBeSigned ? HeadLines.bylineDate(text, line) : null;
      if (printed != null) {
        tops.add(new Top(line, Part.DATE, printed));
      } else if (signed != null || HeadLines.isByline(text, line)) {
        tops.add(new Top(line, Part.BYLINE, signed));
      } else if (HeadLines.isNavigationBar(text, line)) {
        tops.add(new Top(line, Part.NAVIGATION, null));
      } else if (HeadLines.isLabel(text, line)) {
        tops.add(new Top(line, Part.LABEL, null));
      } else if (line.length() > LONGEST_TITLE || Blocks.isSeparator(text, line)) {
        return tops;
      } else {
        words = true;
        tops.add(new Top(line, Part.WORDS, null));
      }
    }
    return tops;
  }

  /** The search for the title among the lines at the top. */
  private record Titles(
      String text, List<Line> post, List<Top> tops, boolean dateFirst, boolean comments) {

    /** The title, or null where the text begins at once. */
    @Nullable Line title() {
      List<Integer> candidates = new ArrayList<>();
      for (int i = 0; i < tops.size(); i++) {
        if (tops.get(i).part() == Part.NAVIGATION && hasWordsAfter(i)) {
          candidates.clear();
        }
        if (tops.get(i).part() == Part.WORDS && !isTagline(i)) {
          candidates.add(i);
        }
      }
      if (candidates.isEmpty()) {
        return null;
      }
      int chosen = 0;
      while (chosen + 1 < candidates.size()
          && isMasthead(candidates.get(chosen), candidates.get(chosen + 1))
          && isTitle(candidates.get(chosen + 1))) {
        chosen++;
      }
      for (int later = chosen + 1; later < candidates.size(); later++) {
        if (repeats(
            tops.get(candidates.get(chosen)).line(), tops.get(candidates.get(later)).line())) {
          chosen = later;
          break;
        }
      }
      Line title = tops.get(candidates.get(chosen)).line();
      Integer next = chosen + 1 < candidates.size() ? candidates.get(chosen + 1) : null;
      boolean broken =
          next != null
              && goesOn(title)
              && (title.afterGap() || endsInPreposition(title))
              && isTitle(next);
      return broken || isTitle(candidates.get(chosen)) ? title : null;
    }

    /**
     * "Three yards shut - Larch Weekly", then "Three yards shut": the page's name, then the title.
     */
    private boolean repeats(Line page, Line title) {
      if (page.length() < title.length() + 4
          || title.length() < 8
          || !page.startsWith(text, title.in(text))) {
        return false;
      }
      String rest = text.substring(page.from() + title.length(), page.to()).strip();
      return !rest.isEmpty() && "-–—|:·".indexOf(rest.charAt(0)) >= 0;
    }

    private boolean hasWordsAfter(int i) {
      return tops.subList(i + 1, tops.size()).stream()
          .anyMatch(top -> top.part() == Part.WORDS && top.line().length() <= LONGEST_TITLE);
    }

    /** "the public service union": what a publisher says of itself under its name. */
    private boolean isTagline(int i) {
      Line line = tops.get(i).line();
      return i > 0
          && line.length() <= 60
          && !line.afterGap()
          && Character.isLowerCase(text.codePointAt(line.from()))
          && ".:,;-".indexOf(text.charAt(line.to() - 1)) < 0;
    }

    /** The title with its second line. */
    TextRange whole(Line title) {
      return goesOn(title)
          ? new TextRange(title.from(), post.get(post.indexOf(title) + 1).to())
          : HeadLines.bare(text, title);
    }

    /** A title that ends in a colon goes on in the next line where a gap follows that. */
    private boolean goesOn(Line title) {
      int next = post.indexOf(title) + 1;
      return text.charAt(title.to() - 1) == ':'
          && next < post.size()
          && post.get(next).length() <= LONGEST_TITLE
          && (!post.get(next).afterGap() || endsInPreposition(title))
          && (next + 1 == post.size() || post.get(next + 1).afterGap());
    }

    /** "An inspection of probation services in:" is half a title, whatever gap follows. */
    private boolean endsInPreposition(Line title) {
      String words = title.in(text);
      return words.endsWith(" in:") || words.endsWith(" of:") || words.endsWith(" by:");
    }

    /** Whether the line at an index is a publisher's name over the title at the next one. */
    private boolean isMasthead(int i, int next) {
      Line line = tops.get(i).line();
      if (HeadLines.isOverContents(text, line)) {
        return false;
      }
      if (line.length() <= LONGEST_CRUMB
          && next > i + 1
          && HeadLines.isKindOfPage(text, tops.get(i + 1).line())
          && ".?!".indexOf(text.charAt(line.to() - 1)) < 0) {
        // "Harbours and law" over "News story": the last step of a breadcrumb.
        return true;
      }
      if (!HeadLines.hasFormOfName(text, line)) {
        return false;
      }
      if (HeadLines.isKnownMasthead(text, line)
          || (next == i + 1 && !tops.get(next).line().afterGap())) {
        return true;
      }
      boolean labelled =
          tops.subList(i + 1, next).stream().anyMatch(top -> top.part() == Part.LABEL);
      boolean close =
          tops.subList(i + 1, next + 1).stream().noneMatch(top -> top.line().afterGap());
      boolean datedAfter =
          next == i + 1
              && next + 1 < tops.size()
              && (tops.get(next + 1).date() != null
                  || (tops.get(next + 1).part() == Part.BYLINE
                      && tops.get(next).line().length() > line.length()));
      return !dateFirst && HeadLines.isShortName(text, line) && (labelled || close || datedAfter);
    }

    /**
     * Whether a line reads as a title: short, and no sentence or lead-in. Under a date line, where
     * a title is due, it may end like a sentence.
     */
    private boolean isTitle(int i) {
      Line line = tops.get(i).line();
      char end = text.charAt(line.to() - 1);
      if (endsInPreposition(line) && goesOn(line)) {
        return true;
      }
      if (end == ':' || end == ',' || end == ';' || text.startsWith(":-", line.to() - 2)) {
        return false;
      }
      boolean last = line.from() == post.get(post.size() - 1).from();
      if (!last && isWrapped(line, post.get(post.indexOf(line) + 1))) {
        return false;
      }
      if (dateFirst) {
        return line.length() <= 80 || (end != '.' && !last);
      }
      boolean sentence = ".!?…\"”".indexOf(end) >= 0;
      return (!sentence || isHeadlineThatAsks(i))
          && !last
          && (!HeadLines.isSpeaker(text, line) || HeadLines.dateAfterTitle(text, line) != null)
          && !text.startsWith("Dear ", line.from())
          && !text.startsWith("http", line.from())
          && !Character.isLowerCase(text.codePointAt(line.from()))
          && (Character.isLetterOrDigit(text.codePointAt(line.from()))
              || "'\"‘“£".indexOf(text.charAt(line.from())) >= 0);
    }

    /** Whether the line is the first of a paragraph whose lines the page has broken. */
    private boolean isWrapped(Line line, Line next) {
      if (next.afterGap() || !Character.isLowerCase(text.codePointAt(next.from()))) {
        return false;
      }
      return HeadLines.endsOpen(text, line)
          || (line.length() > 50 && next.length() > 60 && !goesOn(line));
    }

    /** "Is probation safe?", 'Reforms "flawed"': a headline where the text does not go on. */
    private boolean isHeadlineThatAsks(int i) {
      Line line = tops.get(i).line();
      int next = post.indexOf(line) + 1;
      return (!comments || signedBelow(i))
          && next < post.size()
          && line.length() <= LONGEST_QUESTION
          && (text.charAt(line.to() - 1) == '.'
              ? signedBelow(i)
              : post.get(next).afterGap() || signedBelow(i))
          && HeadLines.isOneSentence(text, line);
    }

    /** Whether the date or the author stands on the next line, or a label. */
    private boolean signedBelow(int i) {
      return i + 1 < tops.size() && tops.get(i + 1).part() != Part.WORDS;
    }
  }

  /** The date after the place that opens a company's announcement, or null. */
  private static @Nullable PartialDate dateline(String text, List<Line> post, Line title) {
    int first = post.indexOf(title) + 1;
    for (Line line : post.subList(first, Math.min(first + 3, post.size()))) {
      PartialDate date = HeadLines.dateline(text, line);
      if (date != null) {
        return date;
      }
    }
    return null;
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
    return HeadLines.dateOf(text, line);
  }
}
