package org.crcgraph.read;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.PrintedDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** What lines over a text look like: dates, bylines, labels and publishers' names. */
final class HeadLines {
  /** What may stand beside a date on its line: "Published:", a time of day, a debate's house. */
  private static final Pattern BESIDE_DATE =
      Pattern.compile(
          "(?:published|publication|posted|page|article|story|reviewed|last reviewed|uploaded|added|updated|last updated|first published|date|on|at|by|from|and|of|the"
              + "|news|press release|for release|for immediate release|(?:strictly )?embargoed until|embargo|hours|issued"
              + "|gmt|bst|am|pm|hrs|hours|modified|last modified|first posted|published on|created|london|released|publication date"
              + "|debated|debates?|debate|volume|(?:authority|order) of the house of (?:commons|lords)"
              + "|house of (?:commons|lords)|westminster hall|hansard|HC|HL|session|comments?"
              + "|no comments|leave a comment|\\d{1,4}"
              + "|\\d{1,2}[:.]\\d{2}(?::\\d{2})?|[\\s\\u00a0|:,.()\\-–—·•/])*",
          Pattern.CASE_INSENSITIVE);

  /** "By Una Marsh, ", "by the press office | ": who wrote it, before the date. */
  private static final Pattern BEFORE_DATE =
      Pattern.compile(
          "(?:(?:posted |written |published )?by .{2,60}|.{2,60}[|–—]|[A-Z][\\w'’]*(?: [A-Z][\\w'’]*){0,4},)[\\s\\u00a0|,:–—-]*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POSTED_BY =
      Pattern.compile(
          "(?:posted|written|published)? ?by .{2,60}? on[\\s\\u00a0]+", Pattern.CASE_INSENSITIVE);

  private static final String NAME = "[A-Z][\\w.'’-]+(?: [A-Z][\\w.'’-]+){1,3}";

  /** "by Una Marsh", "| Una Marsh | 3 comments", "– Una Marsh": who wrote it, after the date. */
  private static final Pattern AFTER_DATE =
      Pattern.compile(
          "[\\s\\u00a0|,:–—-]*(?:(?i:by |[|/·•] ?|in |under |filed under )[\\w.,'’|/·•()& –-]{2,80}|(?<=[,–—-] ?)"
              + NAME
              + ")");

  private static final Pattern OPENS_AS_BYLINE =
      Pattern.compile("(?:posted|written|published|by)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:(?:by|words by|written by|posted by|author:|reporter:) "
              + NAME
              + "(?:(?:,| and| in|\\||\\s[–-]) ?.{1,60})?|(?:to|cc|subject): .{2,60}|(?:from|department): .{2,200}|.{4,60} excerpts)",
          Pattern.CASE_INSENSITIVE);

  /** A publisher's name, which may stand over a title: few words, all with capitals. */
  private static final Pattern NAMES_FORM =
      Pattern.compile(
          "(?:[A-Z][\\w'’.]*|and|of|the|for|in|on|&|-|–)(?: (?:[A-Z][\\w'’.]*|and|of|the|for|in|on|&|-|–)){0,5}");

  private static final Pattern SHORT_NAME =
      Pattern.compile("[A-Z][\\w'’.]*(?: [A-Z][\\w'’.]*){0,2}");

  /** A masthead that can stand alone, parted from the title by an empty line. */
  private static final Pattern KNOWN_MASTHEAD =
      Pattern.compile(
          "(?:HM|House of|Westminster Hall|Ministry of|Department (?:of|for)|GOV\\.UK|BBC|News and)\\b.*"
              + "|.*\\b(?:Committee|Inspectorate|Office|Parliament|News)",
          Pattern.CASE_INSENSITIVE);

  /** Words that name the kind of a document, or its number in a series, on a line of their own. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:press (?:release|notice|statement)|news (?:release|story|article)|media (?:release|statement)"
              + "|for immediate release|news|speech|blog|report|briefing|briefing paper|question|statement"
              + "|parliamentary debates?|oral evidence|written evidence|written statement|oral answers to questions|motion"
              + "|hansard|embargoed.{0,80}|not for publication before.{0,80}|news(?: ?[|/] ?.{2,30})+"
              + "|exclusive|updated|breaking(?: news)?|published|from|research and analysis|policy paper|guidance|corporate report|transparency data"
              + "|authored article|news and communications|details|contents|opinion|analysis|comment|feature|features|long read"
              + "|crime|politics|society|courts|law|business|business news|uk|uk news|uk politics|home news|local news|england|world|people|letters?|editorial|latest|prisons|criminal justice|justice"
              + "|\\(\\d{1,2} (?:years?|months?|weeks?|days?)(?:, \\d{1,2} (?:months?|weeks?|days?|hours?))? ago\\)|commons chamber|lords chamber|grand committee"
              + "|\\(limited text - ministerial extracts only\\)|.{2,60} - hansard|UIN \\d{1,6}.{0,80}|\\d{1,2} min(?:ute)?s? read|time to read: .{3,20}"
              + "|(?:[\\w-]+ ){0,2}(?:report|session) of session \\d{4}.{0,12}"
              + "|report by the .{4,60}|HC \\d{1,4}.{0,30}|\\d{1,2}[.:]\\d{2} ?[ap]\\.?m\\.?"
              + "|(?:[\\w'’-]+ ){0,2}(?:bulletin|circular|newsletter|update|briefing)(?: (?:no\\.? ?)?[\\d/.-]+)?"
              + "|[A-Z]{2,4} ?\\d{1,3}[/-]\\d{2,4}|(?:issue|volume|number|no\\.?) ?\\d{1,3})[:.]?"
              + "|[\\[(].{3,60} in the chair[\\])]|debate between .{6,80}"
              + "|HoC \\d.{0,20}|watch the meeting|ordered by the house of .{4,60}"
              + "|(?:topics?|tags?|categor(?:y|ies)|filed under|reading time|sector|location|audience): ?.{2,60}"
              + "|(?:[<«‹←] ?.{2,40}|(?:<|«|‹|←)? ?back to .{2,40})"
              + "|.{4,110}(?: {2,}|\\t)(?:part (?:one|two|three|four|five|\\d) +)?\\d{1,3}"
              + "|home(?: ?[>»/|] ?.{1,40})+|.{1,40}(?: [>»] .{1,40})+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s*[|·•/]\\s*|\\s{2,}");

  private static final String[] NO_PARTS = {};

  private static final Pattern NAVIGATION =
      Pattern.compile(
          "(?:home|about(?: us)?|news|contact(?: us)?|donate|get (?:help|involved)|our (?:work|partners|people)"
              + "|what we do|work for us|jobs|careers|search|menu|log ?in|sign ?(?:in|up)|subscribe|events|publications"
              + "|reports|blog|media|analysis|opinion|sport|business|resources|services|support us|join(?: us)?|shop|video)",
          Pattern.CASE_INSENSITIVE);

  /** "22 Sep 17": a day with the year in two figures, as a line of its own. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile(
          "(?:[A-Za-z]{2,9}:? )?(\\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}) ['’]?(\\d{2})",
          Pattern.CASE_INSENSITIVE);

  /** "Una Marsh (Upper Town) (Lab)": who speaks next in a debate. */
  private static final Pattern SPEAKER =
      Pattern.compile(".{4,60} \\([^()]{2,60}\\)(?: \\([^()]{2,40}\\))?:?");

  /** "Paris, ", "LONDON (": the place before the date that opens a company's announcement. */
  private static final Pattern PLACE =
      Pattern.compile("(?:[A-Z][\\w.'’-]*(?: [A-Z][\\w.'’-]*){0,3})?,?\\s*\\(?");

  private static final Pattern AFTER_PLACE =
      Pattern.compile("\\)?\\s*(?:[–—:|]|--?\\s).*", Pattern.DOTALL);

  private static final Pattern CHANGED =
      Pattern.compile(
          "(?:(?:last |page )?(?:modified|updated|reviewed|amended)|ordered by)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> OPEN_ENDS =
      Set.of(
          "and", "the", "of", "in", "to", "for", "a", "an", "with", "by", "on", "at", "from",
          "that", "which", "will", "has", "have", "is", "its", "their");

  private static final Pattern KIND_OF_PAGE =
      Pattern.compile(
          "(?:press release|news story|news article|speech|guidance|policy paper|corporate report"
              + "|research and analysis|authored article|statistics|transparency data)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SITTING =
      Pattern.compile(
          "\\b(?:in|at) (?:the )?(?:House of (?:Commons|Lords)|Westminster Hall|Public Bill Committees?|Grand Committee)"
              + "(?: at \\d{1,2}[:.]\\d{2} ?[ap]\\.?m\\.?)?,? on $",
          Pattern.CASE_INSENSITIVE);

  /** A title with its date is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_DATED_TITLE = 160;

  private HeadLines() {}

  /** The date of a line that consists of a date, or null. */
  static @Nullable PartialDate dateOf(String text, Line line) {
    if (line.length() > 160 || line.length() < 8) {
      return null;
    }
    if (line.length() > 100) {
      PrintedDate day = PrintedDate.first(text, line.range()).orElse(null);
      return day != null && isSitting(before(text, line, day)) ? day.date() : null;
    }
    Matcher shortYear = SHORT_YEAR.matcher(line.in(text).strip());
    if (shortYear.matches()) {
      String whole = shortYear.group(1) + " 20" + shortYear.group(2);
      return PrintedDate.first(whole, new TextRange(0, whole.length()))
          .map(PrintedDate::date)
          .orElse(null);
    }
    for (PrintedDate found : PrintedDate.all(text, line.range())) {
      if (isBeside(before(text, line, found))
          && BESIDE_DATE.matcher(after(text, line, found)).matches()) {
        return found.date();
      }
    }
    return null;
  }

  /** What leads to a date: "Published", or what the document is. */
  private static boolean isBeside(String before) {
    if (BESIDE_DATE.matcher(before).matches() || isSitting(before)) {
      return true;
    }
    String label = before.replaceAll("[\\s\\u00a0|,:–—-]+$", "");
    return label.length() < before.length() && LABEL.matcher(label).matches();
  }

  /** The date that stands beside the author's name on a short line, or null. */
  static @Nullable PartialDate bylineDate(String text, Line line) {
    if (line.length() > 100) {
      return null;
    }
    PrintedDate found = PrintedDate.first(text, line.range()).orElse(null);
    if (found == null) {
      return null;
    }
    String before = before(text, line, found);
    String after = after(text, line, found);
    boolean closes = BESIDE_DATE.matcher(after).matches();
    boolean opens = BESIDE_DATE.matcher(before).matches();
    // "Posted by the team on 5 February 2019 in Yards, People": author before, place after.
    boolean beside =
        closes
            ? BEFORE_DATE.matcher(before).matches()
            : (opens || POSTED_BY.matcher(before).matches()) && AFTER_DATE.matcher(after).matches();
    return beside ? found.date() : null;
  }

  private static String before(String text, Line line, PrintedDate date) {
    return text.substring(line.from(), date.range().from());
  }

  private static String after(String text, Line line, PrintedDate date) {
    return text.substring(date.range().to(), line.to());
  }

  /** Whether a line begins by naming its author. */
  static boolean opensAsByline(String text, Line line) {
    return OPENS_AS_BYLINE.matcher(line.in(text)).lookingAt();
  }

  /**
   * Whether a line gives the day of a change, or of a printing, and not of the first publication.
   */
  static boolean isOfChange(String text, Line line) {
    return CHANGED.matcher(line.in(text)).lookingAt();
  }

  /** The day of a debate: "Oral Answers – in the House of Commons at 11:30 am on 9th May 2018." */
  private static boolean isSitting(String before) {
    return before.length() <= 160 && SITTING.matcher(before).find();
  }

  /** Whether a line names who wrote the text. */
  static boolean isByline(String text, Line line) {
    return line.length() <= 100 && BYLINE.matcher(line.in(text)).matches();
  }

  /** Whether a line says what the document is, or where on a site it stands. */
  static boolean isLabel(String text, Line line) {
    return line.length() <= 120 && LABEL.matcher(line.in(text)).matches();
  }

  /**
   * Whether a line leads around the site: at least three short parts between bars or wide gaps, one
   * of them such as "Home" or "News".
   */
  static boolean isNavigationBar(String text, Line line) {
    String[] parts = hasBars(text, line) ? BETWEEN_PARTS.split(line.in(text).strip()) : NO_PARTS;
    if (parts.length < 3) {
      return false;
    }
    boolean known = false;
    for (String part : parts) {
      if (part.length() > 30) {
        return false;
      }
      known |= NAVIGATION.matcher(part).matches();
    }
    return known;
  }

  /** Whether there is anything that parts a line, which few lines have. */
  private static boolean hasBars(String text, Line line) {
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter
          && ("|·•/".indexOf(c) >= 0
              || (c <= ' ' && i + 1 < line.to() && text.charAt(i + 1) <= ' '))) {
        return true;
      }
    }
    return false;
  }

  /** The words before a gap of several blanks, where a second language or a slogan follows. */
  private static String firstPart(String words) {
    int gap = words.indexOf("   ");
    return gap < 0 ? words : words.substring(0, gap);
  }

  /** Whether a line can be a publisher's name. */
  static boolean hasFormOfName(String text, Line line) {
    return line.length() <= 60
        && text.charAt(line.to() - 1) != ':'
        && (NAMES_FORM.matcher(firstPart(line.in(text))).matches() || isListOfBodies(text, line));
  }

  /** "Ministry of Justice, HM Courts Service": bodies alone. */
  private static boolean isListOfBodies(String text, Line line) {
    String[] bodies = line.in(text).split(", ", -1);
    for (String body : bodies) {
      if (!NAMES_FORM.matcher(body).matches() || !KNOWN_MASTHEAD.matcher(body).matches()) {
        return false;
      }
    }
    return bodies.length > 1;
  }

  /** Whether a line is a body's name such as nobody gives to a text. */
  static boolean isKnownMasthead(String text, Line line) {
    return KNOWN_MASTHEAD.matcher(line.in(text)).matches();
  }

  /** "Mending the Yards Contents": a title with the heading of the list of its chapters. */
  static boolean isOverContents(String text, Line line) {
    return line.length() > 16 && text.startsWith(" Contents", line.to() - 9);
  }

  /**
   * The words of a title without what the page has put to them: the number of the chapter, the
   * heading of the list of chapters, the name of the site after a bar.
   */
  static TextRange bare(String text, Line title) {
    int from = title.from();
    int to = isOverContents(text, title) ? title.to() - 9 : title.to();
    int digits = from;
    while (digits < to && digits - from < 3 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean fused =
        digits > from
            && digits + 1 < to
            && Character.isUpperCase(text.charAt(digits))
            && Character.isLowerCase(text.charAt(digits + 1));
    if (fused) {
      from = digits;
    }
    PrintedDate dated = dateAfterTitle(text, title);
    if (dated != null) {
      to = beforeDash(text, title, dated);
    }
    int bar = text.lastIndexOf(" | ", to - 1);
    if (bar > from + 15 && to - bar <= 45 && Character.isUpperCase(text.charAt(bar + 3))) {
      to = bar;
    }
    return new TextRange(from, to);
  }

  /** The date that closes a title after a dash, "Yards - 5 March 2019 (Commons)", or null. */
  static @Nullable PrintedDate dateAfterTitle(String text, Line title) {
    if (title.length() > LONGEST_DATED_TITLE) {
      return null;
    }
    for (PrintedDate date : PrintedDate.all(text, title.range())) {
      String after = after(text, title, date).strip();
      boolean closes = after.isEmpty() || (after.startsWith("(") && after.endsWith(")"));
      if (closes && date.date().day() > 0 && beforeDash(text, title, date) > title.from()) {
        return date;
      }
    }
    return null;
  }

  /** Where a title ends before a dash and a date, or its start where no dash leads to the date. */
  private static int beforeDash(String text, Line title, PrintedDate date) {
    String before = before(text, title, date);
    boolean dash = before.endsWith(" - ") || before.endsWith(" – ") || before.endsWith(" — ");
    return dash ? title.from() + before.length() - 3 : title.from();
  }

  /** Whether a line names the kind of a page as the government's common site does. */
  static boolean isKindOfPage(String text, Line line) {
    return line.length() <= 30 && KIND_OF_PAGE.matcher(line.in(text)).matches();
  }

  /** Whether a line ends in a word that no phrase ends in: the sentence goes on below. */
  static boolean endsOpen(String text, Line line) {
    int word = line.to();
    while (word > line.from() && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return OPEN_ENDS.contains(text.substring(word, line.to()));
  }

  /** Whether a line is at most three words with capitals. */
  static boolean isShortName(String text, Line line) {
    return SHORT_NAME.matcher(line.in(text)).matches();
  }

  /** Whether a line names a member who speaks. */
  static boolean isSpeaker(String text, Line line) {
    return SPEAKER.matcher(line.in(text)).matches();
  }

  /** Whether no sentence ends before the end of the line. */
  static boolean isOneSentence(String text, Line line) {
    for (int i = line.from() + 2; i + 2 < line.to(); i++) {
      if (".!?".indexOf(text.charAt(i)) >= 0
          && text.charAt(i + 1) == ' '
          && Character.isUpperCase(text.charAt(i + 2))) {
        return false;
      }
    }
    return true;
  }

  /** The date of a paragraph that opens "Paris, 18 December 2014 –", or null. */
  static @Nullable PartialDate dateline(String text, Line line) {
    Line opening = new Line(line.from(), Math.min(line.to(), line.from() + 70), 0, false);
    PrintedDate found = PrintedDate.first(text, opening.range()).orElse(null);
    return found != null
            && found.date().day() > 0
            && PLACE.matcher(before(text, line, found)).matches()
            && AFTER_PLACE.matcher(after(text, line, found)).matches()
        ? found.date()
        : null;
  }
}
