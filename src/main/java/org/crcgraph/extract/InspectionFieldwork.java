package org.crcgraph.extract;

import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** When the inspection that a document is about was done, and how many cases it looked at. */
final class InspectionFieldwork {
  private final Topics topics;
  private @Nullable PartialDate period;
  private @Nullable Integer sample;
  private @Nullable TextRange firstFinding;
  private int findings;

  InspectionFieldwork(Topics topics) {
    this.topics = topics;
  }

  /** When it was done, or null. */
  @Nullable PartialDate period() {
    return period;
  }

  /** The number of cases, or null. */
  @Nullable Integer sample() {
    return sample;
  }

  /** The first sentence that says what inspectors found, if at least two do. */
  Optional<TextRange> found() {
    return findings >= 2 ? Optional.ofNullable(firstFinding) : Optional.empty();
  }

  /** The words that {@link #readPeriod} looks for. */
  static final Set<String> PERIOD_WORDS =
      Set.of(
          "fieldwork",
          "inspected",
          "inspection",
          "inspections",
          "inspectors",
          "inspectorate",
          "report",
          "found",
          "concluded",
          "noted",
          "said");

  /** "inspections made in July 2017", "the inspection took place in June 2018". */
  void readPeriod(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).word();
      boolean fieldwork = word.equals("fieldwork") || word.equals("inspected");
      if (period == null
          && (fieldwork || word.equals("inspection") || word.equals("inspections"))) {
        Dates.Dated dated = Dates.first(tokens, i, i + 10);
        if (dated != null
            && !SpokenDates.isSpan(tokens, dated.to())
            && (fieldwork || saysMade(tokens, i, dated.from()))
            && !isOfBefore(tokens, i, dated.date())) {
          period = dated.date();
        }
      }
      boolean watchdog =
          word.equals("inspectors") || word.equals("inspection") || word.equals("inspectorate");
      Name name = tokens.get(i).name();
      watchdog |= name != null && name.entity().name().equals(Field.INSPECTORATE.name());
      watchdog |= word.equals("report") && (tokens.is(i - 1, "its") || tokens.is(i - 1, "damning"));
      if (watchdog
          && i + 1 < tokens.size()
          && FINDING.contains(tokens.get(i + 1).word())
          && !topics.isPersonal(tokens.range().from())) {
        findings++;
        firstFinding = firstFinding == null ? tokens.range() : firstFinding;
      }
    }
  }

  private static final Set<String> FINDING = Set.of("found", "concluded", "noted", "said", "also");

  /** "last inspected in 2014": an inspection before the one that the document is about. */
  private boolean isOfBefore(Tokens tokens, int at, PartialDate date) {
    for (int i = Math.max(0, at - 4); i < at + 2; i++) {
      if (tokens.is(i, "last") || tokens.is(i, "previous") || tokens.is(i, "previously")) {
        return true;
      }
    }
    PartialDate base = topics.date(tokens.range().from()).orElse(null);
    return InspectionPhrases.isLongAgo(date, base);
  }

  private static boolean saysMade(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (MADE.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> MADE =
      Set.of("made", "place", "conducted", "carried", "undertaken");

  /** "86 cases examined by inspectors". */
  void readSample(Tokens tokens) {
    if (sample != null || topics.isPersonal(tokens.range().from())) {
      return;
    }
    boolean examined = false;
    for (int i = 0; i < tokens.size(); i++) {
      examined |= EXAMINED.contains(tokens.get(i).word());
    }
    int sum = 0;
    for (Quantity quantity : Quantities.of(tokens)) {
      if (examined && quantity.form() == Quantity.Form.DIGITS && isOfCases(tokens, quantity)) {
        sum += quantity.value().intValue();
      }
    }
    sample = sum >= LEAST_SAMPLE ? Integer.valueOf(sum) : null;
  }

  private static boolean isOfCases(Tokens tokens, Quantity quantity) {
    for (int i = quantity.to(); i < Math.min(quantity.to() + 5, tokens.size()); i++) {
      if (SAMPLED.contains(tokens.get(i).word())) {
        return true;
      }
      if (tokens.is(i, "and") || tokens.is(i, ",")) {
        return false;
      }
    }
    return false;
  }

  /** Fewer cases than this are told one by one: they are no sample. */
  private static final int LEAST_SAMPLE = 10;

  private static final Set<String> SAMPLED = Set.of("cases", "offenders", "prisoners");
  static final Set<String> EXAMINED =
      Set.of("examined", "inspected", "sampled", "reviewed", "based");
}
