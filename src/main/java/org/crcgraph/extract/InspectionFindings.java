package org.crcgraph.extract;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Inspections told by what inspectors said of somebody, and when. */
final class InspectionFindings {
  private final Watchdogs watchdogs;
  private final InspectionFinds finds;

  InspectionFindings(Watchdogs watchdogs, InspectionFinds finds) {
    this.watchdogs = watchdogs;
    this.finds = finds;
  }

  /** How far after a verb, in tokens, what it is about may stand. */
  private static final int REACH = 24;

  /** What inspectors say of somebody after an inspection. */
  static final Set<String> SAID =
      Set.of(
          "found",
          "reported",
          "said",
          "concluded",
          "warned",
          "called",
          "described",
          "judged",
          "rated",
          "marked",
          "ranked",
          "reached",
          "criticised",
          "praised",
          "branded",
          "gave");

  /** What somebody is after an inspection, by inspectors. */
  static final Set<String> PASSIVE =
      Set.of(
          "rated",
          "judged",
          "assessed",
          "found",
          "praised",
          "commended",
          "criticised",
          "marked",
          "given",
          "graded",
          "told",
          "branded",
          "described",
          "called",
          "inspected",
          "visited");

  /** "Northshire, which we reported on in January": what inspectors did. */
  static final Set<String> DONE =
      Set.of("reported", "inspected", "visited", "looked", "re-inspected", "examined");

  /** "The inspectorate found last year that two thirds of the people in Eastshire had no plan." */
  void addSaid(Tokens tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !SAID.contains(tokens.get(i).word())) {
        continue;
      }
      EntityRef watchdog = speaker(tokens, i);
      if (watchdog == null
          || !watchdog.name().startsWith("HM Inspectorate")
          || tokens.is(i + 1, ":")
          || InspectionPhrases.isInQuotes(tokens, i)) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      PartialDate date = date(tokens, i, base);
      if (date == null) {
        continue;
      }
      Set<EntityRef> subjects = new LinkedHashSet<>();
      String area = null;
      for (int k = Math.max(0, i - 8); k < Math.min(i + REACH, tokens.size()); k++) {
        Name name = tokens.get(k).name();
        if (name == null) {
          continue;
        }
        EntityRef meant = finds.topics().meaning(tokens, k, name);
        if (meant.kind() == EntityKind.CRC || meant.kind() == EntityKind.NPS_DIVISION) {
          subjects.add(meant);
        } else if (meant.kind() == EntityKind.AREA
            && area == null
            && InspectionPhrases.isPlace(tokens, k)) {
          area = meant.name();
          EntityRef whole = finds.reading().areas().whole(meant);
          if (whole != null) {
            subjects.add(whole);
          }
        }
      }
      if (subjects.isEmpty() && area == null) {
        continue;
      }
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.SAID,
                  watchdog,
                  subjects,
                  tokens.range(
                      InspectionPhrases.clauseStart(tokens, i), Math.min(i + 5, tokens.size())))
              .in(area)
              .publishedOn(date)
              .sampling(cases(tokens, i))
              .apart(InspectionPhrases.isEarlier(date, base)));
      return;
    }
  }

  /** Inspectors before a verb, also as "she", where the last watchdog named is theirs. */
  private @Nullable EntityRef speaker(Tokens tokens, int verb) {
    EntityRef near = watchdogs.before(tokens, verb, 11);
    if (near != null) {
      return near;
    }
    int i = verb - 1;
    while (i > 0 && (tokens.is(i, "had") || tokens.is(i, "has") || tokens.is(i, "also"))) {
      i--;
    }
    return tokens.is(i, "she") || tokens.is(i, "he") ? finds.watchdogBefore(tokens) : null;
  }

  /** When: told just after the verb, at the end of its clause, or before the inspectors. */
  private static @Nullable PartialDate date(Tokens tokens, int verb, @Nullable PartialDate base) {
    for (int k = verb + 1; k < Math.min(verb + 5, tokens.size()); k++) {
      Optional<Dates.Dated> dated = SpokenDates.at(tokens, k, base);
      if (dated.isPresent()) {
        return dated.get().date();
      }
    }
    boolean last = false;
    for (int k = tokens.size() - 1; k > verb && k > tokens.size() - 7; k--) {
      Optional<Dates.Dated> dated = SpokenDates.at(tokens, k, base);
      last =
          dated.isPresent() && dated.get().to() >= tokens.size() - 2 && tokens.size() - verb < 16;
      if (last && (tokens.is(k - 1, "in") || tokens.is(k, "last"))) {
        return dated.get().date();
      }
    }
    for (int k = Math.max(0, verb - 14); k < verb - 1; k++) {
      Optional<Dates.Dated> dated = SpokenDates.at(tokens, k, base);
      boolean opens = k < 2 || tokens.is(k - 2, ",") || tokens.is(k - 2, "and");
      if (dated.isPresent() && opens) {
        return dated.get().date();
      }
    }
    return null;
  }

  /** "Inspectors who had read 92 cases": the sample. */
  private static @Nullable Integer cases(Tokens tokens, int verb) {
    for (Quantity quantity : Quantities.of(tokens)) {
      if (quantity.to() < verb
          && quantity.isBare()
          && tokens.is(quantity.to(), "cases")
          && quantity.form() == Quantity.Form.DIGITS) {
        return quantity.value().intValue();
      }
    }
    return null;
  }

  /** "Eastshire CRC was praised by inspectors": they have been there. */
  void addPassive(Tokens tokens) {
    for (int i = 2; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !PASSIVE.contains(tokens.get(i).word())) {
        continue;
      }
      EntityRef crc = subjectOf(tokens, i);
      EntityRef watchdog = crc == null ? null : agent(tokens, i);
      if (crc == null || watchdog == null || InspectionPhrases.isInQuotes(tokens, i)) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      InspectionTimes times = InspectionTimes.in(tokens, i, tokens.size(), base);
      PartialDate date = times.published() == null ? times.period() : times.published();
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.PASSIVE,
                  watchdog,
                  Set.of(crc),
                  tokens.range(
                      InspectionPhrases.clauseStart(tokens, i), Math.min(i + 8, tokens.size())))
              .during(times.period())
              .publishedOn(times.published())
              .apart(date != null && InspectionPhrases.isEarlier(date, base)));
      return;
    }
  }

  private @Nullable EntityRef subjectOf(Tokens tokens, int participle) {
    int i = participle - 1;
    boolean passive = false;
    while (i >= 0
        && participle - i < 6
        && tokens.get(i).name() == null
        && (LOOSE.contains(tokens.get(i).word()) || BEING.contains(tokens.get(i).word()))) {
      passive |= !LOOSE.contains(tokens.get(i).word());
      i--;
    }
    if (i >= 0 && tokens.is(i, ")")) {
      i -= 3;
    }
    Name name = i >= 0 && passive ? tokens.get(i).name() : null;
    if (name == null) {
      return null;
    }
    EntityRef meant = finds.topics().meaning(tokens, i, name);
    EntityRef crc = meant.kind() == EntityKind.AREA ? finds.reading().areas().whole(meant) : meant;
    boolean inspected =
        crc != null && (Field.isOneCrc(crc) || crc.kind() == EntityKind.NPS_DIVISION);
    return inspected ? crc : null;
  }

  /** What may stand between a name and "criticised", beside forms of "be". */
  private static final Set<String> LOOSE =
      Set.of(
          "also",
          "still",
          "again",
          "recently",
          "then",
          "first",
          "later",
          "already",
          ",",
          "which",
          "has",
          "had");

  private static final Set<String> BEING = Set.of("was", "were", "been");

  /** The watchdog after "by". */
  private @Nullable EntityRef agent(Tokens tokens, int participle) {
    for (int i = participle + 1; i < Math.min(participle + 12, tokens.size() - 1); i++) {
      if (tokens.is(i, "by")) {
        for (int k = i + 1; k < Math.min(i + 5, tokens.size()); k++) {
          EntityRef watchdog = watchdogs.at(tokens, k);
          if (watchdog != null) {
            return watchdog;
          }
        }
        return null;
      }
      if (tokens.is(i, ".") || tokens.is(i, ";")) {
        return null;
      }
    }
    return null;
  }

  /** "Northshire, which we reported on in January", in words of the inspectorate. */
  void addWhich(Tokens tokens) {
    for (int i = 4; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !DONE.contains(tokens.get(i).word())) {
        continue;
      }
      int at = i - 1;
      while (at > 2 && (tokens.is(at, "last") || tokens.is(at, "first") || tokens.is(at, "have"))) {
        at--;
      }
      EntityRef watchdog = tokens.is(at, "we") ? finds.author() : watchdogs.at(tokens, at);
      boolean which = tokens.is(at - 1, "which") || tokens.is(at - 1, "that");
      if (!which || watchdog == null || !watchdog.name().startsWith("HM Inspectorate")) {
        continue;
      }
      int before = tokens.is(at - 2, ",") ? at - 3 : at - 2;
      Name name = before >= 0 ? tokens.get(before).name() : null;
      EntityRef crc =
          name == null
              ? null
              : name.entity().kind() == EntityKind.AREA
                  ? finds.reading().areas().whole(name.entity())
                  : name.entity();
      if (crc == null || !Field.isOneCrc(crc)) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      InspectionTimes times = InspectionTimes.in(tokens, i + 1, i + 8, base);
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.WHICH,
                  watchdog,
                  Set.of(crc),
                  tokens.range(before, Math.min(i + 5, tokens.size())))
              .during(times.period())
              .publishedOn(times.published())
              .apart(true));
      return;
    }
  }
}
