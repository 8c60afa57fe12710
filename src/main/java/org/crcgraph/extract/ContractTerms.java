package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says a contract is worth, and how long it runs.
 *
 * @param value in pounds
 * @param duration ISO 8601
 * @param varied whether the price is one that was changed
 * @param cost whether the price is what something costs: "at a cost of £9 million"
 * @param first first token of the noun and its terms
 * @param last one past the last
 */
record ContractTerms(
    @Nullable BigDecimal value,
    @Nullable String duration,
    boolean varied,
    boolean cost,
    int first,
    int last) {
  /** The terms of the contract whose noun stands at tokens {@code from} to {@code to}. */
  static ContractTerms of(Tokens tokens, int from, int to, int low, int high) {
    BigDecimal value = null;
    String duration = null;
    boolean varied = false;
    boolean cost = false;
    int first = from;
    int last = to;
    for (Quantity quantity : Quantities.of(tokens)) {
      if (quantity.from() < low || quantity.to() > high) {
        continue;
      }
      boolean changed = value != null && isChangedTo(tokens, quantity, last);
      if (quantity.form() == Quantity.Form.MONEY
          && (value == null || changed)
          && (changed || near(quantity, from, to, 14) || isCalledWorth(tokens, quantity, to))
          && (changed || isWorth(tokens, quantity, from, to))
          && !isDifference(tokens, quantity)
          && !isOtherSum(tokens, quantity)
          && quantity.value().compareTo(LEAST_VALUE) >= 0) {
        value = quantity.value();
        cost = isAtCost(tokens, quantity.from());
        varied |= changed || isMore(tokens, quantity);
        first = Math.min(first, quantity.from());
        last = Math.max(last, quantity.to());
      }
      boolean years = "years".equals(quantity.unit()) || "months".equals(quantity.unit());
      boolean ofValue = value != null && quantity.from() == last + 1 && tokens.is(last, "over");
      if (years && duration == null && (ofValue || isTerm(tokens, quantity, from, to))) {
        duration = duration(quantity);
        first = Math.min(first, quantity.from());
        last = Math.max(last, quantity.to());
      }
    }
    return new ContractTerms(value, duration, varied, cost, first, last);
  }

  /** Less money than this is no price of a contract. */
  private static final BigDecimal LEAST_VALUE = new BigDecimal(50_000);

  private static String duration(Quantity quantity) {
    BigDecimal[] years = quantity.value().divideAndRemainder(BigDecimal.valueOf(12));
    if ("months".equals(quantity.unit()) && years[1].signum() == 0) {
      return "P" + years[0].stripTrailingZeros().toPlainString() + "Y";
    }
    return "P" + quantity.value().toPlainString() + ("years".equals(quantity.unit()) ? "Y" : "M");
  }

  /** "£342 million more", "an extra £277m": what a change of the contract adds. */
  private static boolean isMore(Tokens tokens, Quantity quantity) {
    int next = quantity.to();
    return ((tokens.is(next, "more") || tokens.is(next, "extra")) && !tokens.is(next + 1, "than"))
        || tokens.is(quantity.from() - 1, "extra")
        || tokens.is(quantity.from() - 1, "additional");
  }

  /** "from £410,000 a year to £96,000": what it is worth now. */
  private static boolean isChangedTo(Tokens tokens, Quantity quantity, int last) {
    return tokens.is(quantity.from() - 1, "to") && quantity.from() - last <= 5;
  }

  /** "contracts let in 2014 and said to be worth £450m": "worth" may stand far from the noun. */
  private static boolean isCalledWorth(Tokens tokens, Quantity quantity, int to) {
    boolean called = false;
    for (int i = quantity.from() - 1; i > quantity.from() - 5 && i > to; i--) {
      called |= tokens.is(i, "worth") || tokens.is(i, "valued");
    }
    return called && quantity.from() - to < FAR;
  }

  /** How many tokens after the noun "worth" may stand. */
  private static final int FAR = 26;

  /** "£467 million more than the contracts required": a difference is not what they are worth. */
  private static boolean isDifference(Tokens tokens, Quantity quantity) {
    int next = quantity.to();
    boolean spread =
        tokens.is(next, "over")
            && (Quantities.at(tokens, next + 1) != null || tokens.is(next + 1, "the"));
    if (spread
        || ((tokens.is(next, "more") || tokens.is(next, "extra"))
            && !tokens.is(next + 1, "than"))) {
      return false;
    }
    return tokens.is(next, "more")
        || tokens.is(next, "less")
        || tokens.is(next, "extra")
        || tokens.is(next, "over");
  }

  /** Whether money is the price: "£3 million contract", "contracts worth £3 million". */
  private static boolean isWorth(Tokens tokens, Quantity quantity, int from, int to) {
    int at = quantity.from();
    if (quantity.to() <= from) {
      for (int i = quantity.to(); i + 2 < from && i < quantity.to() + 3; i++) {
        if (tokens.is(i, "over") && tokens.is(i + 1, "the") && from - i <= 5) {
          // "£342 million more over the life of the contracts"
          return true;
        }
      }
      boolean on = tokens.is(quantity.to(), "on") && !isSpent(tokens, at);
      return from - quantity.to() <= 5 && !on && !isCost(tokens, quantity.to(), from);
    }
    if (isCalledWorth(tokens, quantity, to)) {
      return !isOfOther(tokens, to, at);
    }
    for (int i = at - 1; i >= to && at - i <= 7; i--) {
      if (tokens.get(i).name() == null && WORTH.contains(tokens.get(i).word())) {
        return !isOfOther(tokens, to, at);
      }
    }
    return at - to <= 1;
  }

  /** "£3 million for cutting the contracts short" is what that costs. */
  private static boolean isCost(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).word();
      if (word.equals("for")
          || word.equals("to")
          || (word.endsWith("ing") && i + 1 < to && Grammar.isDeterminer(tokens.get(i + 1).word()))
          || word.equals(",")
          || word.equals("more")
          || word.equals("from")) {
        return true;
      }
    }
    return false;
  }

  /** "overcharged £9 million on its contract", "saving £9 million": a sum, but no price. */
  private static boolean isOtherSum(Tokens tokens, Quantity quantity) {
    for (int i = quantity.from() - 1; i >= 0 && quantity.from() - i <= 5; i--) {
      String word = tokens.get(i).word();
      if (tokens.get(i).name() == null && (OTHER_SUMS.contains(word) || tokens.is(i, "repay"))) {
        return true;
      }
      if (tokens.is(i, ",") || tokens.is(i, ";") || WORTH.contains(word)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isAtCost(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i <= 5; i--) {
      if (tokens.is(i, "cost")) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> OTHER_SUMS =
      Set.of(
          "overcharged",
          "overcharging",
          "overcharge",
          "overpaid",
          "overpaying",
          "repaid",
          "repaying",
          "refunded",
          "refund",
          "save",
          "saves",
          "saved",
          "saving",
          "cut",
          "lose",
          "loses",
          "lost",
          "losing",
          "owe",
          "owes",
          "owed",
          "fined",
          "profit",
          "profits");

  /** Whether a sum is what somebody spends: "to spend £9 million on the contracts". */
  private static boolean isSpent(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i <= 5; i--) {
      String word = tokens.get(i).word();
      if (word.startsWith("spen")
          || word.equals("pay")
          || word.equals("pays")
          || word.equals("paid")
          || word.equals("paying")) {
        return true;
      }
    }
    return false;
  }

  /** "two rescue packages worth £510m": another noun between has the price. */
  private static boolean isOfOther(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).name() == null && OTHERS.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> OTHERS =
      Set.of(
          "package",
          "packages",
          "loss",
          "losses",
          "fine",
          "fines",
          "penalty",
          "penalties",
          "fund",
          "loan",
          "loans",
          "debt",
          "debts",
          "fined",
          "repaid",
          "owed");

  private static final Set<String> WORTH =
      Set.of(
          "costing",
          "another",
          "aside",
          "annually",
          "worth",
          "value",
          "valued",
          "values",
          "total",
          "totals",
          "totalling",
          "totalled",
          "of",
          "at",
          "bring",
          "brings",
          "for",
          "price",
          "revenues");

  private static boolean near(Quantity quantity, int from, int to, int reach) {
    return quantity.from() - to <= reach && from - quantity.to() <= reach;
  }

  /** "seven-year contracts", "contracts run for seven years"; not "two years early". */
  private static boolean isTerm(Tokens tokens, Quantity quantity, int from, int to) {
    boolean before = quantity.to() <= from && from - quantity.to() <= 4;
    boolean after =
        quantity.from() >= to
            && (quantity.from() - to <= 16 || isLast(tokens, quantity.to()))
            && (tokens.is(quantity.from() - 1, "for")
                || tokens.is(quantity.from() - 1, "over")
                || tokens.is(quantity.from() - 1, "last")
                || tokens.is(quantity.from() - 1, "lasts")
                || tokens.is(quantity.from() - 1, "lasting")
                || tokens.is(quantity.from() - 1, "of"));
    if (tokens.is(quantity.from() - 1, "of") && tokens.is(quantity.from() - 2, "term")) {
      return true;
    }
    boolean other =
        tokens.is(quantity.to(), "early")
            || tokens.is(quantity.to(), "ago")
            || (quantity.from() > 0 && PARTS.contains(tokens.get(quantity.from() - 1).word()));
    return (before || after) && !other;
  }

  /** "the last two years of the contracts": a part of the term. */
  private static final Set<String> PARTS =
      Set.of("last", "final", "first", "remaining", "next", "past", "previous");

  private static boolean isLast(Tokens tokens, int i) {
    return i >= tokens.size() || (i + 1 == tokens.size() && tokens.is(i, "."));
  }
}
