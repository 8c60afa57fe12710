package org.crcgraph.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar date with the precision that its source gives: a year, a month or a day (ISO 8601,
 * reduced precision; XML Schema {@code gYear}, {@code gYearMonth}, {@code date}).
 *
 * @param year 1 to 9999
 * @param month 1 to 12, or 0 where the source gives a year only
 * @param day 1 to 31, or 0 where the source gives no day
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  public PartialDate {
    if (year < 1 || year > 9999 || (month == 0 && day != 0)) {
      throw new DateTimeException("not a date: " + year + "-" + month + "-" + day);
    }
    if (month != 0) {
      YearMonth checked = YearMonth.of(year, month);
      if (day != 0 && !checked.isValidDay(day)) {
        throw new DateTimeException("no such day: " + checked + "-" + day);
      }
    }
  }

  /** A day. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** Reads {@code 2019}, {@code 2019-12} or {@code 2019-12-06}; empty for anything else. */
  public static Optional<PartialDate> parse(String text) {
    Matcher m = ISO.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PartialDate(
              Integer.parseInt(m.group(1)),
              m.group(2) == null ? 0 : monthOrFail(m.group(2)),
              m.group(3) == null ? 0 : monthOrFail(m.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int monthOrFail(String digits) {
    int value = Integer.parseInt(digits);
    if (value == 0) {
      throw new DateTimeException("a month or day is never 00");
    }
    return value;
  }

  /** The first day that this date can mean. */
  public LocalDate firstDay() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /** The last day that this date can mean. */
  public LocalDate lastDay() {
    if (month == 0) {
      return LocalDate.of(year, 12, 31);
    }
    return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
  }

  /** Whether one of the two can mean a day that the other can mean. */
  public boolean compatible(PartialDate other) {
    return !firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(lastDay());
  }

  /** By first possible day, then the more precise first. */
  @Override
  public int compareTo(PartialDate other) {
    int byDay = firstDay().compareTo(other.firstDay());
    return byDay != 0 ? byDay : lastDay().compareTo(other.lastDay());
  }

  /** ISO 8601 with the precision given. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(10);
    append(text, year, 4);
    if (month != 0) {
      append(text.append('-'), month, 2);
    }
    if (day != 0) {
      append(text.append('-'), day, 2);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int number, int digits) {
    String written = Integer.toString(number);
    for (int i = written.length(); i < digits; i++) {
      text.append('0');
    }
    text.append(written);
  }
}
