package org.crcgraph.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of numbers: digits and words, scales, money, percentages, shares, durations. Years,
 * dates, times, ordinals, page and list numbers are no quantities.
 */
final class Quantities {
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final Map<String, Integer> SCALES =
      Map.of(
          "hundred",
          2,
          "thousand",
          3,
          "k",
          3,
          "m",
          6,
          "million",
          6,
          "mn",
          6,
          "bn",
          9,
          "billion",
          9);

  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("half", 2),
          Map.entry("halves", 2),
          Map.entry("third", 3),
          Map.entry("thirds", 3),
          Map.entry("quarter", 4),
          Map.entry("quarters", 4),
          Map.entry("fifth", 5),
          Map.entry("fifths", 5),
          Map.entry("sixth", 6),
          Map.entry("eighth", 8),
          Map.entry("tenth", 10),
          Map.entry("tenths", 10));

  private static final Map<String, String> PERIODS =
      Map.ofEntries(
          Map.entry("minute", "minutes"),
          Map.entry("minutes", "minutes"),
          Map.entry("hour", "hours"),
          Map.entry("hours", "hours"),
          Map.entry("day", "days"),
          Map.entry("days", "days"),
          Map.entry("week", "weeks"),
          Map.entry("weeks", "weeks"),
          Map.entry("month", "months"),
          Map.entry("months", "months"),
          Map.entry("year", "years"),
          Map.entry("years", "years"));

  /** Words before a number that make it a label: "page 7", "level 3". */
  private static final WordSet LABELS =
      WordSet.of(
          "page",
          "pages",
          "pg",
          "p",
          "pp",
          "para",
          "paragraph",
          "paragraphs",
          "section",
          "sections",
          "level",
          "phase",
          "chapter",
          "article",
          "act",
          "no",
          "number",
          "table",
          "annex",
          "version",
          "part",
          "rule",
          "step",
          "class",
          "category",
          "tier",
          "band",
          "grade",
          "question",
          "radio",
          "channel",
          "wave",
          "round",
          "note",
          "item",
          "clause",
          "schedule",
          "q",
          "v",
          "aged",
          "age",
          "room",
          "unit",
          "column",
          "windows",
          "covid",
          "vol",
          "volume",
          "appendix",
          "tr",
          "ap");

  /** Every word that a quantity can begin with, besides numerals. */
  private static final WordSet OPENERS = openers();

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Quantities() {}

  private static WordSet openers() {
    List<String> openers = new ArrayList<>(WORDS.keySet());
    openers.addAll(List.of("£", "a", "an", "half", "none", "not"));
    return WordSet.of(openers);
  }

  /** The quantities of a sentence, in order. */
  static List<Quantity> of(Tokens tokens) {
    List<Quantity> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Quantity quantity = at(tokens, i);
      if (quantity == null) {
        i++;
      } else {
        if (!isExcluded(tokens, quantity)) {
          found.add(quantity);
        }
        i = quantity.to();
      }
    }
    return found;
  }

  /** The quantity that begins at a token, or null. */
  static @Nullable Quantity at(Tokens tokens, int i) {
    if (i < 0 || i >= tokens.size() || tokens.get(i).name() != null) {
      return null;
    }
    if (!tokens.get(i).isNumeral() && !OPENERS.contains(tokens.get(i).word())) {
      return null;
    }
    if (tokens.is(i, "£")) {
      Plain plain = plain(tokens, i + 1);
      return plain == null
          ? null
          : new Quantity(
              i,
              tokens.is(plain.to(), "pounds") ? plain.to() + 1 : plain.to(),
              plain.value(),
              Quantity.Form.MONEY,
              "GBP");
    }
    Quantity share = share(tokens, i);
    if (share != null) {
      Plain large = partOfLarge(tokens, share);
      return large == null ? share : withUnit(tokens, i, large);
    }
    if (tokens.is(i, "none")) {
      return new Quantity(i, i + 1, BigDecimal.ZERO, Quantity.Form.NONE, null);
    }
    if (tokens.is(i, "not") && tokens.is(i + 1, "one")) {
      return new Quantity(i, i + 2, BigDecimal.ZERO, Quantity.Form.NONE, null);
    }
    if (tokens.is(i, "not") && tokens.is(i + 1, "a") && tokens.is(i + 2, "single")) {
      return new Quantity(i, i + 3, BigDecimal.ZERO, Quantity.Form.NONE, null);
    }
    Plain plain = plain(tokens, i);
    return plain == null ? null : withUnit(tokens, i, plain);
  }

  private static Quantity withUnit(Tokens tokens, int from, Plain plain) {
    int next = plain.to();
    if (tokens.is(next, "%") || tokens.is(next, "percent")) {
      return new Quantity(from, next + 1, plain.value(), Quantity.Form.PERCENT, "percent");
    }
    if (tokens.is(next, "per") && tokens.is(next + 1, "cent")) {
      return new Quantity(from, next + 2, plain.value(), Quantity.Form.PERCENT, "percent");
    }
    if (tokens.is(next, "percentage")
        && (tokens.is(next + 1, "points") || tokens.is(next + 1, "point"))) {
      return new Quantity(
          from, next + 2, plain.value(), Quantity.Form.PERCENT, "percentage points");
    }
    if (tokens.is(next, "percentage")) {
      return new Quantity(from, next + 1, plain.value(), Quantity.Form.PERCENT, "percent");
    }
    if (tokens.is(next, "p") && tokens.touches(next)) {
      return new Quantity(
          from, next + 1, plain.value().movePointLeft(2), Quantity.Form.MONEY, "GBP");
    }
    if (tokens.is(next, "pounds")) {
      return new Quantity(from, next + 1, plain.value(), Quantity.Form.MONEY, "GBP");
    }
    int unit = tokens.is(next, "-") ? next + 1 : next;
    if (tokens.is(unit, "full") || tokens.is(unit, "complete") || tokens.is(unit, "working")) {
      unit++;
    }
    if (unit < tokens.size() && tokens.get(unit).name() == null) {
      String period = PERIODS.get(tokens.get(unit).word());
      if (period != null) {
        return new Quantity(from, unit + 1, plain.value(), Quantity.Form.DURATION, period);
      }
    }
    return new Quantity(
        from,
        next,
        plain.value(),
        tokens.get(from).isNumeral() ? Quantity.Form.DIGITS : Quantity.Form.WORDS,
        null);
  }

  /** "a quarter", "two-thirds", "one in three", "nine out of ten", "half". */
  private static @Nullable Quantity share(Tokens tokens, int i) {
    int many;
    int next;
    if (tokens.is(i, "a") || tokens.is(i, "an") || tokens.is(i, "half")) {
      many = 1;
      next = tokens.is(i, "half") ? i : i + 1;
    } else {
      Plain plain = plain(tokens, i);
      if (plain == null || plain.value().compareTo(HUNDRED) > 0 || plain.value().scale() > 0) {
        return null;
      }
      many = plain.value().intValueExact();
      next = plain.to();
      Plain of = outOf(tokens, next);
      if (of != null
          && of.value().compareTo(plain.value()) > 0
          && of.value().compareTo(HUNDRED) <= 0) {
        return new Quantity(
            i, of.to(), percent(plain.value(), of.value()), Quantity.Form.SHARE, "percent");
      }
    }
    if (many == 1 && isWord(tokens, next) && tokens.is(next + 1, "in")) {
      // "one post in eight", "one pound in every four"
      int at = tokens.is(next + 2, "every") ? next + 3 : next + 2;
      Plain whole = plain(tokens, at);
      boolean counts =
          whole != null
              && isWord(tokens, whole.to())
              && tokens.get(whole.to()).word().endsWith("s")
              && !tokens.is(whole.to(), "has")
              && !tokens.is(whole.to(), "is")
              && !tokens.is(whole.to(), "was");
      if (whole != null
          && !counts
          && whole.value().compareTo(BigDecimal.ONE) > 0
          && whole.value().compareTo(HUNDRED) <= 0
          && Dates.year(tokens, at) == 0) {
        return new Quantity(
            i, whole.to(), percent(BigDecimal.ONE, whole.value()), Quantity.Form.SHARE, "percent");
      }
    }
    if (tokens.is(next, "-")) {
      next++;
    }
    Integer part = next < tokens.size() ? PARTS.get(tokens.get(next).word()) : null;
    if (part == null || many >= part || tokens.get(next).name() != null) {
      return null;
    }
    return new Quantity(
        i,
        next + 1,
        percent(new BigDecimal(many), new BigDecimal(part)),
        Quantity.Form.SHARE,
        "percent");
  }

  /** "A quarter of a million", "half a million": a number, not a share. */
  private static @Nullable Plain partOfLarge(Tokens tokens, Quantity share) {
    int next = share.to();
    while (tokens.is(next, "of") || tokens.is(next, "a") || tokens.is(next, "-")) {
      next++;
    }
    boolean apart = next > share.to() && !tokens.is(next - 1, "of");
    Integer scale =
        apart && next < tokens.size() && tokens.get(next).name() == null
            ? SCALES.get(tokens.get(next).word())
            : null;
    return scale == null || scale < 3 || tokens.get(next).word().length() < 3
        ? null
        : new Plain(
            next + 1, plainScale(share.value().scaleByPowerOfTen(scale - 2).stripTrailingZeros()));
  }

  private static boolean isWord(Tokens tokens, int i) {
    return i < tokens.size() && tokens.get(i).isWord();
  }

  private static @Nullable Plain outOf(Tokens tokens, int next) {
    if (tokens.is(next, "in")) {
      return plain(tokens, next + 1);
    }
    return tokens.is(next, "out") && tokens.is(next + 1, "of")
        ? plain(tokens, tokens.is(next + 2, "every") ? next + 3 : next + 2)
        : null;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    BigDecimal value =
        part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** A number without unit. */
  private record Plain(int to, BigDecimal value) {}

  private static @Nullable Plain plain(Tokens tokens, int i) {
    if (i >= tokens.size() || tokens.get(i).name() != null) {
      return null;
    }
    Plain base = tokens.get(i).isNumeral() ? digits(tokens, i) : words(tokens, i);
    return base == null ? null : scaled(tokens, base);
  }

  private static Plain scaled(Tokens tokens, Plain base) {
    Plain value = base;
    while (value.to() < tokens.size()) {
      Tokens.Token next = tokens.get(value.to());
      Integer scale = next.name() == null ? SCALES.get(next.word()) : null;
      if (scale == null || (next.word().length() <= 2 && !tokens.touches(value.to()))) {
        return value;
      }
      value = new Plain(value.to() + 1, value.value().scaleByPowerOfTen(scale));
      value = new Plain(value.to(), plainScale(value.value()));
    }
    return value;
  }

  private static BigDecimal plainScale(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static @Nullable Plain digits(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    String digits = word.replace(",", "");
    if (digits.length() > 15 || digits.indexOf('.') != digits.lastIndexOf('.')) {
      return null;
    }
    return new Plain(i + 1, new BigDecimal(digits));
  }

  private static @Nullable Plain words(Tokens tokens, int i) {
    Integer first = WORDS.get(tokens.get(i).word());
    if (first == null) {
      return null;
    }
    int value = first;
    int next = i + 1;
    if (first >= 20) {
      int unit = tokens.is(next, "-") ? next + 1 : next;
      Integer units = unit < tokens.size() ? WORDS.get(tokens.get(unit).word()) : null;
      if (units != null && units < 10) {
        value += units;
        next = unit + 1;
      }
    }
    if (tokens.is(next, "and") && tokens.is(next + 1, "a") && tokens.is(next + 2, "half")) {
      return new Plain(next + 3, new BigDecimal(value).add(new BigDecimal("0.5")));
    }
    return new Plain(next, new BigDecimal(value));
  }

  /** The month or the day of "2019-03-28". */
  private static boolean isInDigitalDate(Tokens tokens, int at) {
    for (int year = at; year >= at - 4; year -= 2) {
      if (Dates.year(tokens, year) > 0
          && tokens.is(year + 1, "-")
          && tokens.is(year + 3, "-")
          && tokens.touches(year + 2)
          && tokens.touches(year + 4)
          && tokens.get(year + 2).isNumeral()
          && tokens.get(year + 4).isNumeral()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExcluded(Tokens tokens, Quantity quantity) {
    int from = quantity.from();
    int to = quantity.to();
    Tokens.Token first = tokens.get(from);
    boolean ofRange =
        from > 2
            && (tokens.is(from - 1, "to") || tokens.is(from - 1, "and"))
            && tokens.get(from - 2).isNumeral()
            && tokens.get(from - 3).name() == null
            && tokens.get(from - 3).word().startsWith("paragraph");
    if (ofRange
        || (from > 0
            && tokens.get(from - 1).name() == null
            && tokens.get(from - 1).word().startsWith("paragraph"))) {
      return true;
    }
    if (first.isNumeral()) {
      boolean gluedBefore =
          tokens.touches(from)
              && (tokens.get(from - 1).isWord()
                  || tokens.is(from - 1, ":")
                  || tokens.is(from - 1, "@")
                  || tokens.is(from - 1, "#")
                  || tokens.is(from - 1, "/")
                  || tokens.is(from - 1, "$")
                  || tokens.is(from - 1, "€")
                  || tokens.get(from - 1).name() != null);
      boolean gluedAfter =
          quantity.isBare()
              && tokens.touches(to)
              && (tokens.get(to).isWord()
                  || tokens.is(to, "/")
                  || (tokens.is(to, ":") && to + 1 < tokens.size() && tokens.touches(to + 1)));
      if (gluedBefore || gluedAfter) {
        return true;
      }
      // A number that opens its line and is followed by a mark counts the items of a list.
      if (from == 0 && (tokens.is(to, ".") || tokens.is(to, ")")) && tokens.touches(to)) {
        return true;
      }
    }
    if (from > 0
        && tokens.get(from - 1).name() == null
        && LABELS.contains(tokens.get(from - 1).word())) {
      return quantity.isBare();
    }
    if (quantity.isBare() && isInDigitalDate(tokens, from)) {
      return true;
    }
    if (quantity.isBare() && Dates.isPartOfDate(tokens, from)) {
      return true;
    }
    // "a 34-year-old", ", 34,"
    return (quantity.form() == Quantity.Form.DURATION
            && tokens.is(to, "-")
            && tokens.is(to + 1, "old"))
        || (quantity.form() == Quantity.Form.DURATION && tokens.is(to, "old"));
  }
}
