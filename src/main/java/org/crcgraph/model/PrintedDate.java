package org.crcgraph.model;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as English documents print it, such as "Friday 3rd May 2019", "May 3, 2019", "May 2019",
 * "03/05/2019", "03.05.19" (day first) or "2019-05-03".
 *
 * @param range where it stands
 * @param date what it means
 */
public record PrintedDate(TextRange range, PartialDate date) {
  private static final String SPACE = "[\\s\\u00a0]";
  private static final String WEEKDAY =
      "(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?" + SPACE + "+)?";
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String ORDINAL = "(?:st|nd|rd|th)?";

  /** The year is optional in the first two forms; without it a date is only a day of some year. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:"
              + (WEEKDAY + "(?:the" + SPACE + "+)?(\\d{1,2})" + ORDINAL)
              + (",?(?:" + SPACE + "+of)?" + SPACE + "+" + MONTH + "\\b\\.?")
              + ("(?:,?" + SPACE + "+(\\d{4})\\b)?")
              + ("|" + WEEKDAY + MONTH + "\\.?" + SPACE + "+(\\d{1,2})" + ORDINAL + "\\b")
              + ("(?:,?" + SPACE + "+(\\d{4})\\b)?")
              + ("|" + MONTH + "\\.?,?" + SPACE + "+(\\d{4})\\b")
              + "|(\\d{4})-(\\d{2})-(\\d{2})\\b"
              + "|(?<![\\d./])(\\d{1,2})([/.])(\\d{1,2})\\13(\\d{4}|\\d{2})\\b(?![./]\\d))",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The first date with a year in a range of the text. */
  public static Optional<PrintedDate> first(String text, TextRange in) {
    List<PrintedDate> found = find(text, in, null, 1);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** Every date with a year in a range of the text, in order. */
  public static List<PrintedDate> all(String text, TextRange in) {
    return find(text, in, null, Integer.MAX_VALUE);
  }

  /**
   * Every date in a range of the text, in order; a day and month without a year are taken to be of
   * {@code year}.
   */
  public static List<PrintedDate> all(String text, TextRange in, int year) {
    return find(text, in, year, Integer.MAX_VALUE);
  }

  private static List<PrintedDate> find(
      String text, TextRange in, @Nullable Integer year, int most) {
    if (!mayHoldDate(text, in)) {
      return List.of();
    }
    List<PrintedDate> found = new ArrayList<>();
    Matcher m = DATE.matcher(text).region(in.from(), in.to());
    while (found.size() < most && m.find()) {
      PartialDate date = read(m, year);
      if (date != null) {
        found.add(new PrintedDate(new TextRange(m.start(), m.end()), date));
      }
    }
    return found;
  }

  /** Most lines have no month and no two numbers side by side, which shows without matching. */
  private static boolean mayHoldDate(String text, TextRange in) {
    boolean digit = false;
    boolean month = false;
    boolean letterBefore = false;
    for (int i = in.from(); i < in.to(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
        month |= i + 2 < in.to() && "-/.".indexOf(text.charAt(i + 1)) >= 0;
      } else if (!letterBefore && i + 2 < in.to() && !month) {
        month = isMonth(c | ' ', text.charAt(i + 1) | ' ', text.charAt(i + 2) | ' ');
      }
      letterBefore = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (digit && month) {
        return true;
      }
    }
    return false;
  }

  /** Whether three letters, all small, begin the name of a month. */
  private static boolean isMonth(int first, int second, int third) {
    return switch (first) {
      case 'j' -> (second == 'a' && third == 'n') || (second == 'u' && third <= 'n');
      case 'f' -> second == 'e';
      case 'm' -> second == 'a';
      case 'a' -> second == 'p' || second == 'u';
      case 's' -> second == 'e';
      case 'o' -> second == 'c';
      case 'n' -> second == 'o';
      case 'd' -> second == 'e';
      default -> false;
    };
  }

  private static @Nullable PartialDate read(Matcher m, @Nullable Integer year) {
    try {
      if (m.group(1) != null) {
        return day(m.group(3), month(m.group(2)), m.group(1), year);
      } else if (m.group(4) != null) {
        return day(m.group(6), month(m.group(4)), m.group(5), year);
      } else if (m.group(7) != null) {
        return new PartialDate(Integer.parseInt(m.group(8)), month(m.group(7)), 0);
      } else if (m.group(9) != null) {
        return day(m.group(9), Integer.parseInt(m.group(10)), m.group(11), year);
      }
      String written = m.group(15);
      return day(
          written.length() == 2 ? "20" + written : written,
          Integer.parseInt(m.group(14)),
          m.group(12),
          year);
    } catch (DateTimeException e) {
      // "31 February" is printed now and then: it is no date.
      return null;
    }
  }

  private static @Nullable PartialDate day(
      @Nullable String year, int month, String day, @Nullable Integer fallback) {
    Integer whole = year == null ? fallback : Integer.valueOf(year);
    int dayOfMonth = Integer.parseInt(day);
    return whole == null || dayOfMonth == 0 || month == 0
        ? null
        : new PartialDate(whole, month, dayOfMonth);
  }

  private static int month(String word) {
    return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }
}
