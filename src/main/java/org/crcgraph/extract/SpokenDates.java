package org.crcgraph.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people tell them on a known day: "last month", "in the spring", "last October and
 * November", "two years ago", "on Friday", "early next year"; and dates written out.
 */
final class SpokenDates {
  private static final Map<String, Integer> SEASON_END =
      Map.of("spring", 5, "summer", 8, "autumn", 11, "winter", 12);

  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "monday", DayOfWeek.MONDAY,
          "tuesday", DayOfWeek.TUESDAY,
          "wednesday", DayOfWeek.WEDNESDAY,
          "thursday", DayOfWeek.THURSDAY,
          "friday", DayOfWeek.FRIDAY,
          "saturday", DayOfWeek.SATURDAY,
          "sunday", DayOfWeek.SUNDAY);

  /** Words of what is still to come; a month told after them lies ahead. */
  private static final Set<String> AHEAD =
      Set.of("due", "will", "plans", "expected", "planned", "intends", "shall", "next");

  /** How far back, in tokens, a word of what is to come may stand. */
  private static final int AHEAD_REACH = 10;

  private SpokenDates() {}

  /**
   * The date that begins at a token; a span of years ("2018-19") dates nothing unless something was
   * done "in" it.
   *
   * @param base when the words were written, if that is known
   */
  static Optional<Dates.Dated> at(Tokens tokens, int i, @Nullable PartialDate base) {
    Optional<Dates.Dated> written = Dates.at(tokens, i);
    if (written.isPresent()) {
      boolean inSpan = tokens.is(i - 1, "in") || tokens.is(i - 1, "during");
      return (isSpan(tokens, written.get().to()) && !inSpan) || isSpanEnd(tokens, i)
          ? Optional.empty()
          : written;
    }
    if (base == null || tokens.get(i).name() != null) {
      return Optional.empty();
    }
    String word = tokens.get(i).word();
    return switch (word) {
      case "today" -> dated(i, i + 1, base);
      case "yesterday" ->
          base.day() > 0
              ? dated(i, i + 1, PartialDate.of(base.firstDay().minusDays(1)))
              : Optional.empty();
      case "last" -> afterLast(tokens, i, base);
      case "this" -> afterThis(tokens, i, base);
      case "next", "new" -> afterNext(tokens, i, base);
      case "on" -> day(tokens, i + 1, base, isAhead(tokens, i)).map(d -> from(i, d));
      default -> other(tokens, i, base);
    };
  }

  private static Optional<Dates.Dated> other(Tokens tokens, int i, PartialDate base) {
    Quantity count = i + 2 < tokens.size() ? Quantities.at(tokens, i) : null;
    if (count != null && tokens.is(count.to(), "ago") && count.unit() != null) {
      return ago(i, count, base);
    }
    int season = SEASON_END.getOrDefault(tokens.get(i).word(), 0);
    if (season > 0 && tokens.is(i - 1, "the") && tokens.is(i - 2, "in")) {
      int year = base.month() >= season - 2 ? base.year() : base.year() - 1;
      return dated(i, i + 1, new PartialDate(isAhead(tokens, i) ? base.year() : year, 0, 0));
    }
    int month = Dates.month(tokens, i);
    boolean introduced =
        tokens.is(i - 1, "in")
            || tokens.is(i - 1, "until")
            || tokens.is(i - 1, "during")
            || tokens.is(i - 1, "of")
            || tokens.is(i - 1, "late")
            || tokens.is(i - 1, "early");
    boolean described = Dates.isMonth(tokens.get(i).word()) && isReport(tokens, i + 1);
    if (month == 0 || base.month() == 0 || !(introduced || described)) {
      return Optional.empty();
    }
    int to = afterMonths(tokens, i);
    if (tokens.is(to, "last") && tokens.is(to + 1, "year")) {
      return dated(i, to + 2, new PartialDate(base.year() - 1, month, 0));
    }
    if (isAhead(tokens, i)) {
      return dated(
          i, to, new PartialDate(month >= base.month() ? base.year() : base.year() + 1, month, 0));
    }
    return dated(
        i, to, new PartialDate(month <= base.month() ? base.year() : base.year() - 1, month, 0));
  }

  /** "October and November" is told by its first month. */
  private static int afterMonths(Tokens tokens, int i) {
    boolean more =
        (tokens.is(i + 1, "and") || tokens.is(i + 1, "to")) && Dates.month(tokens, i + 2) > 0;
    return more ? i + 3 : i + 1;
  }

  private static boolean isReport(Tokens tokens, int i) {
    int at = tokens.is(i, "’s") || tokens.is(i, "'s") ? i + 1 : i;
    return tokens.is(at, "report") || tokens.is(at, "inspection") || tokens.is(at, "findings");
  }

  private static Optional<Dates.Dated> ago(int i, Quantity count, PartialDate base) {
    long many = count.value().longValue();
    LocalDate day = base.firstDay();
    return switch (String.valueOf(count.unit()).toLowerCase(Locale.ROOT)) {
      case "years" ->
          dated(i, count.to() + 1, new PartialDate(base.year() - Math.toIntExact(many), 0, 0));
      case "months" ->
          base.month() > 0
              ? dated(i, count.to() + 1, monthOf(day.minusMonths(many)))
              : Optional.empty();
      case "weeks" ->
          base.day() > 0
              ? dated(i, count.to() + 1, monthOf(day.minusWeeks(many)))
              : Optional.empty();
      case "days" ->
          base.day() > 0
              ? dated(i, count.to() + 1, monthOf(day.minusDays(many)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Dates.Dated> afterLast(Tokens tokens, int i, PartialDate base) {
    if (i + 1 >= tokens.size() || tokens.get(i + 1).name() != null) {
      return Optional.empty();
    }
    String word = tokens.get(i + 1).word();
    int season = SEASON_END.getOrDefault(word, 0);
    if (season > 0) {
      int year = base.month() > season ? base.year() : base.year() - 1;
      return dated(i, i + 2, new PartialDate(year, 0, 0));
    }
    if (word.equals("year")) {
      return dated(i, i + 2, new PartialDate(base.year() - 1, 0, 0));
    }
    if (word.equals("month") && base.month() > 0) {
      return dated(i, i + 2, monthOf(base.firstDay().minusMonths(1)));
    }
    if (word.equals("week") && base.day() > 0) {
      return dated(i, i + 2, monthOf(base.firstDay().minusWeeks(1)));
    }
    int month = Dates.month(tokens, i + 1);
    if (month > 0 && Dates.year(tokens, i + 2) == 0 && base.month() > 0) {
      int year = month < base.month() ? base.year() : base.year() - 1;
      return dated(i, afterMonths(tokens, i + 1), new PartialDate(year, month, 0));
    }
    return day(tokens, i + 1, base, false).map(d -> from(i, d));
  }

  private static Optional<Dates.Dated> afterThis(Tokens tokens, int i, PartialDate base) {
    if (tokens.is(i + 1, "year") || (i + 1 < tokens.size() && isSeason(tokens, i + 1))) {
      return dated(i, i + 2, new PartialDate(base.year(), 0, 0));
    }
    boolean now =
        tokens.is(i + 1, "week") || tokens.is(i + 1, "month") || tokens.is(i + 1, "morning");
    if (now && base.month() > 0) {
      return dated(i, i + 2, new PartialDate(base.year(), base.month(), 0));
    }
    int month = Dates.month(tokens, i + 1);
    return month > 0 ? dated(i, i + 2, new PartialDate(base.year(), month, 0)) : Optional.empty();
  }

  private static Optional<Dates.Dated> afterNext(Tokens tokens, int i, PartialDate base) {
    if (tokens.is(i + 1, "year")) {
      return dated(i, i + 2, new PartialDate(base.year() + 1, 0, 0));
    }
    if (tokens.is(i, "next") && tokens.is(i + 1, "month") && base.month() > 0) {
      return dated(i, i + 2, monthOf(base.firstDay().plusMonths(1)));
    }
    if (tokens.is(i, "next") && tokens.is(i + 1, "week") && base.day() > 0) {
      return dated(i, i + 2, monthOf(base.firstDay().plusWeeks(1)));
    }
    return Optional.empty();
  }

  /** The last day of that name before the day of writing, or the next one. */
  private static Optional<Dates.Dated> day(Tokens tokens, int i, PartialDate base, boolean ahead) {
    DayOfWeek day =
        i < tokens.size() && tokens.get(i).name() == null ? DAYS.get(tokens.get(i).word()) : null;
    if (day == null || base.day() == 0) {
      return Optional.empty();
    }
    LocalDate date =
        base.firstDay()
            .with(
                ahead
                    ? TemporalAdjusters.nextOrSame(day)
                    : tokens.is(i - 1, "last")
                        ? TemporalAdjusters.previous(day)
                        : TemporalAdjusters.previousOrSame(day));
    return dated(i, i + 1, PartialDate.of(date));
  }

  private static boolean isSeason(Tokens tokens, int i) {
    return tokens.get(i).name() == null && SEASON_END.containsKey(tokens.get(i).word());
  }

  /** Whether a word is the name of a day. */
  static boolean isDay(String word) {
    return DAYS.containsKey(word);
  }

  private static boolean isAhead(Tokens tokens, int at) {
    for (int i = Math.max(0, at - AHEAD_REACH); i < at; i++) {
      if (tokens.get(i).name() == null && AHEAD.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** "2018-19", "2018/2019": a year of accounts, not a date. */
  static boolean isSpan(Tokens tokens, int to) {
    return isDash(tokens, to)
        && to + 1 < tokens.size()
        && tokens.touches(to)
        && tokens.touches(to + 1)
        && tokens.get(to + 1).isNumeral();
  }

  private static boolean isSpanEnd(Tokens tokens, int from) {
    return isDash(tokens, from - 1)
        && from > 1
        && tokens.touches(from)
        && tokens.get(from - 2).isNumeral();
  }

  private static boolean isDash(Tokens tokens, int i) {
    return tokens.is(i, "-") || tokens.is(i, "–") || tokens.is(i, "/");
  }

  private static Dates.Dated from(int from, Dates.Dated dated) {
    return new Dates.Dated(from, dated.to(), dated.date());
  }

  private static Optional<Dates.Dated> dated(int from, int to, PartialDate date) {
    return Optional.of(new Dates.Dated(from, to, date));
  }

  private static PartialDate monthOf(LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), 0);
  }
}
