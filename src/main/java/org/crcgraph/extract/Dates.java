package org.crcgraph.extract;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The grammar of dates: "17 April 2018", "April 17, 2018", "July 2017", "in 2014". */
final class Dates {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Map<String, Integer> MONTH = months();

  private Dates() {}

  /** Whether the word, in lower case, is the full name of a month. */
  static boolean isMonth(String word) {
    return MONTHS.contains(word);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < MONTHS.size(); i++) {
      months.put(MONTHS.get(i), i + 1);
      months.put(MONTHS.get(i).substring(0, 3), i + 1);
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }

  /**
   * A date in a sentence.
   *
   * @param from first token
   * @param to one past the last token
   */
  record Dated(int from, int to, PartialDate date) {}

  /** The month that a token names, from 1, or 0. */
  static int month(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size() || tokens.get(i).name() != null) {
      return 0;
    }
    return MONTH.getOrDefault(tokens.get(i).word(), 0);
  }

  /** The year that a token writes in four digits, or 0. */
  static int year(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size() || !tokens.get(i).isNumeral()) {
      return 0;
    }
    String word = tokens.get(i).word();
    if (word.length() != 4 || word.indexOf('.') >= 0 || word.indexOf(',') >= 0) {
      return 0;
    }
    int year = Integer.parseInt(word);
    return year >= 1900 && year <= 2100 ? year : 0;
  }

  /** The date that begins at a token. */
  static Optional<Dated> at(Tokens tokens, int i) {
    int month = month(tokens, i);
    if (month > 0) {
      int year = year(tokens, i + 1);
      if (year > 0) {
        return dated(i, i + 2, year, month, 0);
      }
      boolean range = tokens.is(i + 1, "and") || tokens.is(i + 1, "to") || tokens.is(i + 1, "–");
      if (range && month(tokens, i + 2) > 0 && year(tokens, i + 3) > 0) {
        // "between January and March 2018" began in January.
        return dated(i, i + 1, year(tokens, i + 3), month, 0);
      }
      int day = day(tokens, i + 1);
      int comma = tokens.is(afterDay(tokens, i + 1), ",") ? 1 : 0;
      int dayYear = year(tokens, afterDay(tokens, i + 1) + comma);
      return day > 0 && dayYear > 0
          ? dated(i, afterDay(tokens, i + 1) + comma + 1, dayYear, month, day)
          : Optional.empty();
    }
    int day = day(tokens, i);
    if (day > 0) {
      int at = afterDay(tokens, i);
      if (tokens.is(at, "of")) {
        at++;
      }
      int dayMonth = month(tokens, at);
      int comma = tokens.is(at + 1, ",") ? 1 : 0;
      int year = year(tokens, at + 1 + comma);
      if (dayMonth > 0 && year > 0) {
        return dated(i, at + 2 + comma, year, dayMonth, day);
      }
    }
    int year = year(tokens, i);
    return year > 0 ? dated(i, i + 1, year, 0, 0) : Optional.empty();
  }

  private static Optional<Dated> dated(int from, int to, int year, int month, int day) {
    try {
      return Optional.of(new Dated(from, to, new PartialDate(year, month, day)));
    } catch (DateTimeException e) {
      // "31 June 2018" is no date; the year alone still is.
      return Optional.empty();
    }
  }

  /** The first date in tokens {@code from} to {@code to}, or null. */
  static @Nullable Dated first(Tokens tokens, int from, int to) {
    for (int i = Math.max(from, 0); i < Math.min(to, tokens.size()); i++) {
      Optional<Dated> dated = at(tokens, i);
      if (dated.isPresent()) {
        return dated.get();
      }
    }
    return null;
  }

  private static int day(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size() || !tokens.get(i).isNumeral()) {
      return 0;
    }
    String word = tokens.get(i).word();
    if (word.length() > 2 || word.indexOf('.') >= 0) {
      return 0;
    }
    int day = Integer.parseInt(word);
    return day >= 1 && day <= 31 ? day : 0;
  }

  private static int afterDay(Tokens tokens, int i) {
    boolean ordinal =
        tokens.touches(i + 1)
            && (tokens.is(i + 1, "st")
                || tokens.is(i + 1, "nd")
                || tokens.is(i + 1, "rd")
                || tokens.is(i + 1, "th"));
    return ordinal ? i + 2 : i + 1;
  }

  /** Whether a numeral is a year or the day of a date. */
  static boolean isPartOfDate(Tokens tokens, int i) {
    return year(tokens, i) > 0
        || (day(tokens, i) > 0
            && (month(tokens, i - 1) > 0
                || month(tokens, afterDay(tokens, i)) > 0
                || (tokens.is(afterDay(tokens, i), "of")
                    && month(tokens, afterDay(tokens, i) + 1) > 0)));
  }

  /**
   * A date that is told from the day of writing: "last August", "in December", "last week", "two
   * weeks ago", "the following month", "last year".
   *
   * @param base when the text was written
   */
  static Optional<PartialDate> relative(Tokens tokens, PartialDate base) {
    for (int i = 0; i < tokens.size(); i++) {
      int month = month(tokens, i);
      boolean last = tokens.is(i - 1, "last") || tokens.is(i - 1, "in") || tokens.is(i - 1, "this");
      if (month > 0 && tokens.is(i + 1, "last") && tokens.is(i + 2, "year")) {
        return Optional.of(new PartialDate(base.year() - 1, month, 0));
      }
      if (month > 0 && last && year(tokens, i + 1) == 0 && base.month() > 0) {
        boolean sameYear =
            month < base.month() || (month == base.month() && !tokens.is(i - 1, "last"));
        return Optional.of(new PartialDate(sameYear ? base.year() : base.year() - 1, month, 0));
      }
      if (tokens.is(i, "week") && tokens.is(i - 1, "last") && base.day() > 0) {
        return Optional.of(monthOf(base.firstDay().minusWeeks(1)));
      }
      if (tokens.is(i, "ago") && base.day() > 0) {
        Quantity before = i >= 2 ? Quantities.at(tokens, i - 2) : null;
        if (before != null && "weeks".equals(before.unit())) {
          return Optional.of(monthOf(base.firstDay().minusWeeks(before.value().longValue())));
        }
      }
      if (tokens.is(i, "yesterday") && base.day() > 0) {
        return Optional.of(PartialDate.of(base.firstDay().minusDays(1)));
      }
    }
    return Optional.empty();
  }

  /**
   * A date in tokens {@code from} to {@code to}, written out or told from the day of writing: "last
   * summer", "last month", "last year", "three years ago", "in the new year".
   */
  static Optional<PartialDate> told(Tokens tokens, int from, int to, @Nullable PartialDate base) {
    Dated dated = first(tokens, from, to);
    if (dated != null) {
      return Optional.of(dated.date());
    }
    if (base == null) {
      return Optional.empty();
    }
    for (int i = Math.max(from, 0); i < Math.min(to, tokens.size()); i++) {
      boolean last = tokens.is(i - 1, "last");
      int season = tokens.get(i).name() == null ? seasonEnd(tokens.get(i).word()) : 0;
      if (last && season > 0) {
        int year = base.month() > season ? base.year() : base.year() - 1;
        return Optional.of(new PartialDate(year, 0, 0));
      }
      if (last && tokens.is(i, "month") && base.month() > 0) {
        return Optional.of(monthOf(base.firstDay().minusMonths(1)));
      }
      if (last && tokens.is(i, "year")) {
        return Optional.of(new PartialDate(base.year() - 1, 0, 0));
      }
      if (tokens.is(i, "year") && (tokens.is(i - 1, "new") || tokens.is(i - 1, "next"))) {
        return Optional.of(new PartialDate(base.year() + 1, 0, 0));
      }
      Quantity before = tokens.is(i, "ago") && i >= 2 ? Quantities.at(tokens, i - 2) : null;
      if (before != null && "years".equals(before.unit())) {
        return Optional.of(new PartialDate(base.year() - before.value().intValue(), 0, 0));
      }
      int month = month(tokens, i);
      if (month > 0 && tokens.is(i + 1, "last") && tokens.is(i + 2, "year")) {
        return Optional.of(new PartialDate(base.year() - 1, month, 0));
      }
      if (month > 0 && (last || tokens.is(i - 1, "in")) && base.month() > 0) {
        return Optional.of(
            new PartialDate(month < base.month() ? base.year() : base.year() - 1, month, 0));
      }
    }
    return Optional.empty();
  }

  /** The last month of a season, or 0. */
  private static int seasonEnd(String word) {
    return switch (word) {
      case "spring" -> 5;
      case "summer" -> 8;
      case "autumn" -> 11;
      case "winter" -> 12;
      default -> 0;
    };
  }

  private static PartialDate monthOf(java.time.LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), 0);
  }
}
