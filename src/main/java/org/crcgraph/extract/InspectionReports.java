package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Inspections told by a noun such as "inspection" or "report", or by a verb such as "inspected":
 * who wrote it and what it is about stand around it.
 */
final class InspectionReports {
  private final Words words;
  private final Watchdogs watchdogs;
  private final InspectionFinds finds;

  InspectionReports(Words words, Watchdogs watchdogs, InspectionFinds finds) {
    this.words = words;
    this.watchdogs = watchdogs;
    this.finds = finds;
  }

  /** The words that open a candidate, and those of publishing. */
  record Words(WordList nouns, WordList visits, WordList verbs, WordList publishing) {
    static Words of(Lexicon lexicon) {
      return new Words(
          WordList.of(lexicon, "inspection-nouns"),
          WordList.of(lexicon, "inspection-visits"),
          WordList.of(
              Stream.concat(
                      lexicon.words("inspection-verbs").stream(),
                      lexicon.words("inspection-visits").stream())
                  .toList()),
          WordList.of(lexicon, "publishing"));
    }

    /** Whether a word may open a noun or verb of inspecting. */
    boolean isOpener(String word) {
      return nouns.firstWords().contains(word) || verbs.firstWords().contains(word);
    }
  }

  /** Reads the first noun or verb that tells of an inspection. */
  boolean addFirst(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int noun = words.nouns().longestAt(tokens, i);
      int verb = noun > 0 ? -1 : words.verbs().longestAt(tokens, i);
      if (noun > 0 || verb > 0) {
        List<InspectionCandidate> found =
            noun > 0 ? ofNoun(tokens, i, i + noun) : ofVerb(tokens, i, i + verb);
        if (!found.isEmpty()) {
          Integer cases = InspectionPhrases.sampleOf(tokens);
          found.forEach(c -> finds.add(cases == null ? c : c.sampling(cases)));
          addThatOn(tokens, i + Math.max(noun, verb), found.get(0));
          finds.note(found.get(0).inspector(), tokens);
          return true;
        }
        i += Math.max(noun, verb) - 1;
      }
    }
    return false;
  }

  /** How far after a noun, in tokens, what it is about may stand. */
  private static final int REACH = 24;

  private static final Set<String> ABOUT =
      Set.of("of", "into", "on", "at", "covering", "about", "for", "in", "by", "to");

  /** "and that on Northshire (October 2017) on 91": the next report of a list. */
  void addThatOn(Tokens tokens, int from, InspectionCandidate first) {
    for (int i = from; i + 2 < tokens.size(); i++) {
      boolean next = tokens.is(i, "that") && (tokens.is(i + 1, "on") || tokens.is(i + 1, "of"));
      Name name = next ? tokens.get(i + 2).name() : null;
      if (name == null) {
        continue;
      }
      EntityRef place = name.entity();
      EntityRef crc =
          place.kind() == EntityKind.AREA ? finds.reading().areas().whole(place) : place;
      if (crc == null || !Field.isOneCrc(crc)) {
        continue;
      }
      Dates.Dated dated = Dates.first(tokens, i + 3, i + 8);
      Integer cases = null;
      for (Quantity quantity : Quantities.of(tokens)) {
        boolean here = quantity.from() > i && quantity.isBare();
        if (here && tokens.is(quantity.from() - 1, "on")) {
          cases = quantity.value().intValue();
        }
      }
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.THAT_ON,
                  first.inspector(),
                  Set.of(crc),
                  tokens.range(i, Math.min(i + 8, tokens.size())))
              .in(place.kind() == EntityKind.AREA ? place.name() : null)
              .publishedOn(dated == null ? null : dated.date())
              .apart(dated != null)
              .sampling(cases));
    }
  }

  /** "The inspectorate found last year that two thirds of the people in Eastshire had no plan." */
  void addSaid(Tokens tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !SAID.contains(tokens.get(i).word())) {
        continue;
      }
      EntityRef watchdog = watchdogs.before(tokens, i);
      if (watchdog == null
          || !watchdog.name().startsWith("HM Inspectorate")
          || InspectionPhrases.isInQuotes(tokens, i)) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      PartialDate date = Dates.told(tokens, i, i + 5, base).orElse(null);
      if (date == null) {
        continue;
      }
      Set<EntityRef> subjects = new LinkedHashSet<>();
      String area = null;
      for (int k = i + 1; k < Math.min(i + REACH, tokens.size()); k++) {
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
              .apart(InspectionPhrases.isEarlier(date, base)));
      return;
    }
  }

  static final Set<String> SAID =
      Set.of("found", "reported", "said", "concluded", "warned", "called", "described", "judged");

  private List<InspectionCandidate> ofNoun(Tokens tokens, int from, int to) {
    EntityRef watchdog = watchdogs.nearest(tokens, from);
    boolean inspection = saysInspection(tokens, from, to);
    boolean theme = tokens.is(from, "thematic") || tokens.is(from - 1, "thematic");
    Inspected about =
        hasPreposition(tokens, to)
            ? Inspected.after(tokens, to, finds.topics())
            : Inspected.nobody(to);
    Name before = from > 0 ? tokens.get(from - 1).name() : null;
    if (about.subjects().isEmpty()
        && inspection
        && before != null
        && before.entity().kind() == EntityKind.CRC) {
      about.subjects().add(before.entity());
    }
    boolean hers =
        tokens.is(from - 1, "her")
            || tokens.is(from - 2, "her")
            || tokens.is(from - 1, "his")
            || tokens.is(from - 2, "his");
    if (watchdog == null && hers) {
      EntityRef chief = watchdogs.chief(tokens, from);
      watchdog = chief != null ? chief : finds.latestWatchdog(tokens);
      if (before != null && before.entity().kind() == EntityKind.AREA) {
        about.areas().add(before.entity().name());
      }
    }
    if (watchdog == null && !(about.subjects().isEmpty() && about.areas().isEmpty())) {
      watchdog = finds.latestWatchdog(tokens);
    }
    if (watchdog == null && !theme && !(inspection && !about.subjects().isEmpty())) {
      return List.of();
    }
    EntityRef inspector = watchdog == null ? Field.INSPECTORATE : watchdog;
    boolean named =
        watchdog != null && (words.publishing().in(tokens, 0, tokens.size()) || !inspection);
    return candidates(tokens, from, to, about, inspector, theme, named, false);
  }

  private List<InspectionCandidate> ofVerb(Tokens tokens, int from, int to) {
    EntityRef watchdog = watchdogs.before(tokens, from);
    boolean visit = words.visits().longestAt(tokens, from) > 0;
    if (watchdog == null || (!visit && watchdog.name().startsWith("HM Inspectorate"))) {
      // Inspectors say much besides what their reports say; committees and auditors do not.
      return List.of();
    }
    boolean sample =
        visit
            && Quantities.at(tokens, to) != null
            && !words.publishing().in(tokens, 0, tokens.size())
            && finds.hasOwn();
    if (sample) {
      return List.of();
    }
    Inspected about = visit ? Inspected.after(tokens, to, finds.topics()) : Inspected.nobody(to);
    boolean noOne = about.subjects().stream().allMatch(Field::isClass);
    boolean other = !watchdog.name().equals(Field.INSPECTORATE.name());
    if (noOne && about.company() != null && (other || !about.areas().isEmpty())) {
      about.subjects().clear();
      about.subjects().add(about.company());
    }
    boolean plain = about.subjects().isEmpty() && about.areas().isEmpty();
    return plain && watchdog.name().startsWith("HM Inspectorate") && !tokens.is(from, "reported")
        ? List.of()
        : candidates(tokens, from, to, about, watchdog, false, true, visit);
  }

  private List<InspectionCandidate> candidates(
      Tokens tokens,
      int from,
      int to,
      Inspected about,
      EntityRef inspector,
      boolean theme,
      boolean named,
      boolean visit) {
    boolean ofProbation = inspector.name().equals(Field.INSPECTORATE.name());
    Set<EntityRef> subjects = new LinkedHashSet<>(about.subjects());
    if (subjects.isEmpty() && about.programme() != null && about.areas().isEmpty()) {
      subjects.add(ofProbation ? Field.CRCS : about.programme());
    }
    if (subjects.isEmpty() && ofProbation && !about.areas().isEmpty()) {
      finds.wholeOf(about.areas().get(0)).ifPresent(subjects::add);
    }
    if (subjects.isEmpty() && theme && ofProbation) {
      subjects.add(Field.CRCS);
    }
    InspectionRule rule =
        theme
            ? InspectionRule.THEME
            : !subjects.isEmpty()
                ? InspectionRule.OF
                : !about.areas().isEmpty()
                    ? InspectionRule.AREA
                    : ofProbation && isOnTopic(tokens, to)
                        ? InspectionRule.TOPIC
                        : InspectionRule.WATCHDOG;
    // What a visit is dated by is its fieldwork, unless the words are "reported that".
    boolean dated =
        (visit && !tokens.is(to - 1, "that"))
            || (saysInspection(tokens, from, to)
                && (isDatedAfter(tokens, about.end()) || tokens.is(about.end(), "last")));
    PartialDate told =
        tokens.is(about.end(), "last") && dated
            ? Dates.told(
                    tokens,
                    about.end(),
                    about.end() + 3,
                    finds.topics().date(tokens.range().from()).orElse(null))
                .orElse(null)
            : finds.published(tokens);
    Dates.Dated year = dated ? Dates.first(tokens, visit ? 0 : about.end(), tokens.size()) : null;
    InspectionCandidate first =
        InspectionCandidate.told(
                rule,
                inspector,
                subjects,
                tokens.range(
                    InspectionPhrases.clauseStart(tokens, from), Math.max(about.end(), to)))
            .titled(title(tokens, to, finds.reading()))
            .in(about.areas().isEmpty() ? null : about.areas().get(0))
            .during(dated ? (year == null ? told : year.date()) : null)
            .publishedOn(dated ? null : told)
            .named(named);
    List<InspectionCandidate> found = new ArrayList<>(List.of(first));
    boolean ofCompany = subjects.size() == 1 && subjects.contains(about.company());
    for (int i = 1; ofCompany && i < about.areas().size(); i++) {
      found.add(first.in(about.areas().get(i)));
    }
    return found;
  }

  /** "the report on supply chains": on a matter, not on anybody's work. */
  private static boolean isOnTopic(Tokens tokens, int to) {
    if (!tokens.is(to, "on") || to + 2 >= tokens.size()) {
      return false;
    }
    for (int i = to + 1; i < to + 3; i++) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null
          || !token.isWord()
          || Grammar.isDeterminer(token.word())
          || token.is("its")
          || token.is("work")
          || token.is("probation")
          || token.is("services")) {
        return false;
      }
    }
    return true;
  }

  /** "An inspection of Eastshire CRC in March 2017": when inspectors were there. */
  private static boolean isDatedAfter(Tokens tokens, int end) {
    return (tokens.is(end, "in") || tokens.is(end, "between"))
        && Dates.at(tokens, end + 1).isPresent();
  }

  private static boolean saysInspection(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).word().startsWith("inspect") || tokens.is(i, "audit")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPreposition(Tokens tokens, int to) {
    for (int i = to; i < Math.min(to + 4, tokens.size()); i++) {
      if (tokens.get(i).name() == null && ABOUT.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** A title after the noun: "the report – Better Plans –", "the report, “Better Plans”,". */
  private static @Nullable String title(Tokens tokens, int to, Reading reading) {
    for (int i = to; i < Math.min(to + 4, tokens.size()); i++) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().kind() == EntityKind.PUBLICATION) {
        return name.entity().name();
      }
      if (tokens.is(i, "“") || tokens.is(i, "‘")) {
        int end = i + 1;
        while (end < tokens.size()
            && end - i < 16
            && !tokens.is(end, "”")
            && !tokens.is(end, "’")) {
          end++;
        }
        boolean capital =
            i + 1 < end
                && Character.isUpperCase(reading.text().charAt(tokens.get(i + 1).range().from()));
        return capital && end < tokens.size() && end - i > 2
            ? reading.text(tokens.range(i + 1, end)).replaceAll("\\s+", " ")
            : null;
      }
    }
    return null;
  }
}
