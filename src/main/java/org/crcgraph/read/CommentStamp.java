package org.crcgraph.read;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.model.PrintedDate;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a comment and when, as sites print it on one line: "Jo Writer says:", "Jo Writer on 5
 * May 2018 at 10:31 am said:", "Jo Writer • 3 years ago", "5 May 2018 at 10:31 am".
 *
 * @param author the name, or null where the line gives only the time
 * @param to the author of the comment that this one replies to, or null
 * @param timed whether the line gives a time of day or how long ago it was
 * @param dated whether the line gives a date or how long ago it was
 * @param says whether a verb of saying ends the line or stands before the date
 */
record CommentStamp(
    @Nullable String author, @Nullable String to, boolean timed, boolean dated, boolean says) {
  private static final int LONGEST = 120;

  /** "3y", "5 mo": lines as short as this are always looked at. */
  private static final int SHORTEST = 6;

  private static final int LONGEST_NAME = 45;

  private static final int MOST_WORDS = 5;

  private static final Pattern AGO =
      Pattern.compile(
          "(?:about |over |almost )?(?:\\d{1,3}|an?|one|last) ?(?:s|m|h|d|w|y|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|mo|years?|yrs?) ago"
              + "|\\byesterday at\\b|\\bjust now\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TIME =
      Pattern.compile(
          "\\b\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\b\\.?)?(?: ?(?:GMT|BST|UTC)\\b)?|\\b\\d{1,2} ?[ap]m\\b",
          Pattern.CASE_INSENSITIVE);

  /** "5th Jan '18": a day with the year in two figures. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile(
          "\\b\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} ['’]\\d{2}\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> VERBS =
      List.of("says", "said", "say", "writes", "wrote", "commented", "replied");

  private static final Pattern SAYS =
      Pattern.compile(
          "\\b(?:says?|said|writes|wrote|commented|replied)[ \\u00a0]*(?::|\\.{3}|…)?$");

  /** "3y", "5 mo": a line of its own on some sites. */
  private static final Pattern SHORT_AGO =
      Pattern.compile("\\d{1,2} ?(?:m|h|d|w|mo|y|yrs?)", Pattern.CASE_INSENSITIVE);

  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";

  /** "Anonymous5 January 2018 at 10:31": the name has grown together with the date. */
  private static final Pattern FUSED =
      Pattern.compile(
          "(.{0,44}?[\\p{L}.])((?:\\d{1,2} " + MONTH + "|" + MONTH + " \\d{1,2},) \\d{4}.{4,20})",
          Pattern.CASE_INSENSITIVE);

  /** What stands between name and time and is part of neither. */
  private static final Pattern GLUE =
      Pattern.compile(
          "^(?:[\\s\\u00a0|•·◦,:;()\\[\\]/–—>»#-]|(?:comment )?posted (?:by|on|at)?\\b:?|(?:comment|by|from|on|at)\\b:?|\\d{1,3}[.)] |\\d{1,4}$|o (?=[\\w]))+"
              + "|(?:[\\s\\u00a0|•·,:;(\\[\\]/–—#-]|\\b(?:on|at|edited|permalink|reply|link|permanent link|author|member|subscriber)$|\\((?:edited|author)\\)$|#\\d{1,6}$|\\d{1,2}/\\d{1,2}$)+$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REPLY_TO =
      Pattern.compile(
          "(.{1,45}?)[ \\u00a0]*(?: in reply to |\\breplied to |\\breplying to | > | » | ▶ | → | ➤ |@)[ \\u00a0]*(.{1,45})",
          Pattern.CASE_INSENSITIVE);

  /** The stamp that a line consists of, or null. */
  static @Nullable CommentStamp of(String text, Line line) {
    if (line.length() > LONGEST || !mayBe(text, line)) {
      return null;
    }
    String rest = line.in(text);
    if (SHORT_AGO.matcher(rest).matches()) {
      return new CommentStamp(null, null, false, true, false);
    }
    boolean timed = false;
    boolean dated = false;
    Matcher fused = FUSED.matcher(rest);
    if (fused.matches() && TIME.matcher(fused.group(2)).find() && isName(fused.group(1))) {
      return new CommentStamp(fused.group(1).strip(), null, true, true, false);
    }
    Matcher ago = AGO.matcher(rest);
    boolean relative = ago.find();
    if (relative) {
      rest = cut(rest, ago.start(), ago.end());
      timed = true;
      dated = true;
    } else {
      PrintedDate date = PrintedDate.first(text, line.range()).orElse(null);
      Matcher shortYear = SHORT_YEAR.matcher(rest);
      if (date != null) {
        rest = cut(rest, date.range().from() - line.from(), date.range().to() - line.from());
        dated = true;
      } else if (shortYear.find()) {
        rest = cut(rest, shortYear.start(), shortYear.end());
        dated = true;
      }
      Matcher time = TIME.matcher(rest);
      if (time.find()) {
        rest = cut(rest, time.start(), time.end());
        timed = true;
      }
    }
    rest = unglued(rest);
    Matcher verb = SAYS.matcher(rest);
    boolean says = verb.find();
    if (says) {
      rest = unglued(rest.substring(0, verb.start()));
    }
    if (!dated && !timed && !says) {
      return null;
    }
    if (rest.isEmpty()) {
      return says ? null : new CommentStamp(null, null, timed, dated, false);
    }
    int comma = rest.indexOf(", ");
    if (comma > 0
        && relative
        && rest.length() <= 70
        && Character.isUpperCase(rest.charAt(comma + 2))) {
      // "Jo Writer, Upper Town, United Kingdom, 3 years ago".
      rest = rest.substring(0, comma);
    }
    Matcher reply = REPLY_TO.matcher(rest);
    if (reply.matches() && isName(reply.group(1)) && isName(reply.group(2))) {
      return new CommentStamp(reply.group(1), reply.group(2).strip(), timed, dated, says);
    }
    return isName(rest) ? new CommentStamp(rest, null, timed, dated, says) : null;
  }

  /** Whether something can be the name of somebody who comments: a few words, and no sentence. */
  static boolean isName(String words) {
    String name = words.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    int spaces = 0;
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      letter |= Character.isLetter(c);
      if (c == ' ' || c == '\u00a0') {
        spaces++;
      } else if (",:;!?\"“”|•".indexOf(c) >= 0) {
        return false;
      }
    }
    char last = name.charAt(name.length() - 1);
    String lower = name.toLowerCase(Locale.ROOT);
    return letter
        && spaces < MOST_WORDS
        && (last != '.'
            || (name.length() > 1 && Character.isUpperCase(name.charAt(name.length() - 2))))
        && !lower.startsWith("http")
        && !lower.startsWith("published")
        && !lower.startsWith("updated")
        && !lower.startsWith("last ")
        && !lower.startsWith("first ")
        && !lower.startsWith("photo of")
        && !lower.contains("comment");
  }

  /**
   * Whether a line can be a stamp, seen without matching anything: it has a time of day, four
   * digits or a year's last two, ends in "ago" or a verb of saying, or is a few characters long.
   */
  private static boolean mayBe(String text, Line line) {
    if (line.length() <= SHORTEST) {
      return true;
    }
    int digits = 0;
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        boolean time =
            i + 2 < line.to()
                && (text.charAt(i + 1) == ':' || text.charAt(i + 1) == '.')
                && Character.isDigit(text.charAt(i + 2));
        if (digits == 4 || time) {
          return true;
        }
      } else {
        digits = 0;
        boolean word =
            (c == 'a' && text.startsWith("ago", i))
                || (c == 'j' && text.startsWith("just now", i))
                || ((c == '\'' || c == '’')
                    && i + 1 < line.to()
                    && Character.isDigit(text.charAt(i + 1)));
        if (word) {
          return true;
        }
      }
    }
    return endsInVerb(text, line);
  }

  /** "says:", "said...", "wrote:" at the end of a line. */
  private static boolean endsInVerb(String text, Line line) {
    int end = line.to();
    while (end > line.from() && ":.… ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    for (String verb : VERBS) {
      if (end - line.from() > verb.length() && text.startsWith(verb, end - verb.length())) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String words, int from, int to) {
    return words.substring(0, from) + "\u00a0" + words.substring(to);
  }

  private static String unglued(String words) {
    String rest = words.strip();
    String before;
    do {
      before = rest;
      rest = GLUE.matcher(rest).replaceAll("").strip();
    } while (!rest.equals(before));
    return rest;
  }
}
