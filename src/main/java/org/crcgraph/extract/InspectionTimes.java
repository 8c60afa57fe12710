package org.crcgraph.extract;

import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When a sentence says that an inspection was done, and when its report came out. A date goes by
 * the word of inspecting or publishing that stands nearest before it, else nearest after it.
 *
 * @param period when inspectors were there, or null
 * @param published when the report came out, or null
 */
record InspectionTimes(@Nullable PartialDate period, @Nullable PartialDate published) {
  /** The date that tells the inspection from others, or null. */
  @Nullable PartialDate any() {
    return published == null ? period : published;
  }

  /** Words that tell when inspectors were there. */
  private static final Set<String> WORK =
      Set.of(
          "inspected",
          "inspecting",
          "inspection",
          "inspections",
          "re-inspected",
          "visited",
          "visiting",
          "visit",
          "visits",
          "fieldwork",
          "looked",
          "examined",
          "conducted",
          "carried",
          "undertaken",
          "undertook",
          "made",
          "took",
          "spent",
          "audited",
          "returned");

  /** Words that tell when the report came out. */
  private static final Set<String> COMING_OUT =
      Set.of(
          "published",
          "publish",
          "publishes",
          "publishing",
          "publication",
          "released",
          "issued",
          "out",
          "report",
          "reports",
          "reported",
          "reporting",
          "review",
          "findings",
          "said",
          "says",
          "found",
          "concluded",
          "warned",
          "appeared",
          "rated",
          "gave",
          "launched",
          "announced",
          "criticised",
          "condemned",
          "called",
          "described",
          "judged",
          "told",
          "marked",
          "inquiry",
          "investigation");

  private static final Set<String> NOUNS = Set.of("report", "findings", "review", "inspection");

  /** Words before a year that is a date. */
  private static final Set<String> INTRODUCING =
      Set.of(
          "in", "of", "(", "during", "late", "early", "mid", "spring", "summer", "autumn", "winter",
          "by", "our", "its", "their", "the", "for", ",", "and", "–", "-");

  /** The dates in tokens {@code from} to {@code to}. */
  static InspectionTimes in(Tokens tokens, int from, int to, @Nullable PartialDate base) {
    PartialDate period = null;
    PartialDate published = null;
    for (int i = Math.max(0, from);
        i < Math.min(to, tokens.size()) && !isNextReport(tokens, i);
        i++) {
      Optional<Dates.Dated> dated = SpokenDates.at(tokens, i, base);
      if (dated.isEmpty()) {
        continue;
      }
      int end = dated.get().to();
      boolean written =
          tokens.is(i - 1, "(")
              && tokens.is(end, ")")
              && (isOne(tokens, i - 2, COMING_OUT)
                  || tokens.is(i - 2, "today")
                  || tokens.is(i - 2, "yesterday")
                  || tokens.is(i - 3, "today")
                  || tokens.is(i - 3, "yesterday"));
      if (!isSince(tokens, i)) {
        boolean work = !tokens.is(i, "today") && !written && isOfWork(tokens, i, end);
        if (work && period == null) {
          period = dated.get().date();
        } else if (!work && (published == null || written)) {
          published = dated.get().date();
        }
      }
      i = end - 1;
    }
    return new InspectionTimes(period, published);
  }

  /** "and that on Northshire": another report. */
  private static boolean isNextReport(Tokens tokens, int i) {
    return tokens.is(i, "and") && tokens.is(i + 1, "that") && tokens.is(i + 2, "on");
  }

  private static boolean isOfWork(Tokens tokens, int from, int to) {
    // "the November inspection", "the November report"
    int noun = tokens.is(to, "’s") || tokens.is(to, "'s") ? to + 1 : to;
    if (isOne(tokens, noun, NOUNS)) {
      return tokens.get(noun).is("inspection") && !isOne(tokens, noun + 1, NOUNS);
    }
    if (tokens.is(from - 1, "between")) {
      return true;
    }
    for (int i = from - 1; i >= 0; i--) {
      if (tokens.is(i, ";")) {
        break;
      }
      if (isOne(tokens, i, COMING_OUT)) {
        return false;
      }
      if (isOne(tokens, i, WORK)) {
        return true;
      }
    }
    for (int i = to; i < tokens.size(); i++) {
      if (isOne(tokens, i, COMING_OUT)) {
        return false;
      }
      if (isOne(tokens, i, WORK)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(Tokens tokens, int i, Set<String> words) {
    return i >= 0
        && i < tokens.size()
        && tokens.get(i).name() == null
        && words.contains(tokens.get(i).word());
  }

  /** "since 2014": how long something has gone on. */
  private static boolean isSince(Tokens tokens, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 9); i--) {
      if (tokens.is(i, "since") || tokens.is(i, "until") || tokens.is(i, "before")) {
        return true;
      }
    }
    // "the same faults as in 2016", "around 2013", "the 2014 reforms"
    int before = tokens.is(at - 1, "in") ? at - 2 : at - 1;
    boolean compared =
        tokens.is(before, "as")
            || tokens.is(before, "than")
            || tokens.is(before, "around")
            || tokens.is(before, "about");
    return compared || (Dates.year(tokens, at) > 0 && !isOne(tokens, at - 1, INTRODUCING));
  }
}
