package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Inspections told by when and where inspectors were. */
final class InspectionVisits {
  private final Watchdogs watchdogs;
  private final InspectionFinds finds;

  InspectionVisits(Watchdogs watchdogs, InspectionFinds finds) {
    this.watchdogs = watchdogs;
    this.finds = finds;
  }

  private static final Set<String> VISITS =
      Set.of("looked", "inspected", "visited", "inspection", "visit", "audited", "re-inspected");

  /** The words that {@link #addStay} looks for. */
  static final Set<String> STAYING =
      Set.of("were", "was", "been", "go", "went", "visiting", "visit", "reporting");

  /** The words that {@link #addVisited} looks for. */
  static final Set<String> VISITED_WORDS =
      Set.of("inspected", "visited", "last", "previous", "previously", "earlier");

  /** "Eastshire CRC was inspected in 2016", "when inspectors were last there, in 2016". */
  void addVisited(Tokens tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      boolean participle = tokens.is(i, "inspected") || tokens.is(i, "visited");
      if (participle) {
        EntityRef named = inspectedBefore(tokens, i);
        if (named != null) {
          PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
          PartialDate date = Dates.told(tokens, i, i + 8, base).orElse(null);
          finds.add(
              InspectionCandidate.told(
                      InspectionRule.VISITED,
                      Field.INSPECTORATE,
                      Set.of(named),
                      tokens.range(
                          InspectionPhrases.clauseStart(tokens, i), Math.min(i + 4, tokens.size())))
                  .during(date)
                  .apart(date != null && InspectionPhrases.isEarlier(date, base)));
          addVisitedToo(tokens, i + 1, base);
          return;
        }
      }
      int i0 = i;
      boolean last =
          ((tokens.is(i, "last") && Dates.told(tokens, i, i + 2, InspectionPhrases.DAY).isEmpty())
                  || tokens.is(i, "previous")
                  || tokens.is(i, "previously")
                  || tokens.is(i, "earlier"))
              && nearVisit(tokens, i);
      if (last) {
        PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
        PartialDate date =
            Dates.told(tokens, i + 1, i + 10, base)
                .or(() -> Dates.told(tokens, i0 - 7, i0, base))
                .orElse(null);
        EntityRef subject = InspectionPhrases.subject(tokens, i, finds);
        if (date != null && InspectionPhrases.isEarlier(date, base) && subject != null) {
          finds.add(
              InspectionCandidate.told(
                      InspectionRule.VISITED,
                      Field.INSPECTORATE,
                      Set.of(subject),
                      tokens.range(Math.max(0, i - 3), Math.min(i + 6, tokens.size())))
                  .during(date)
                  .apart(true));
          return;
        }
      }
    }
  }

  /** "and Northshire in September" after "Eastshire was inspected in July". */
  void addVisitedToo(Tokens tokens, int from, @Nullable PartialDate base) {
    for (int i = from; i + 2 < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      boolean next = name != null && tokens.is(i - 1, "and") && tokens.is(i + 1, "in");
      EntityRef crc =
          name == null || !next
              ? null
              : name.entity().kind() == EntityKind.AREA
                  ? finds.reading().areas().whole(name.entity())
                  : name.entity();
      PartialDate date = next ? Dates.told(tokens, i + 1, i + 5, base).orElse(null) : null;
      if (crc != null && Field.isOneCrc(crc) && date != null) {
        finds.add(
            InspectionCandidate.told(
                    InspectionRule.VISITED, Field.INSPECTORATE, Set.of(crc), tokens.range(i, i + 3))
                .during(date)
                .apart(InspectionPhrases.isEarlier(date, base)));
        return;
      }
    }
  }

  /** The CRC before "was inspected" or ", visited later": told by its name or its area. */
  private @Nullable EntityRef inspectedBefore(Tokens tokens, int verb) {
    int i = verb - 1;
    boolean linked = false;
    while (i >= 0
        && verb - i < 6
        && tokens.get(i).name() == null
        && INSPECTED_LINKS.contains(tokens.get(i).word())) {
      linked = true;
      i--;
    }
    Name name = i >= 0 && linked ? tokens.get(i).name() : null;
    if (name == null) {
      return null;
    }
    EntityRef meant = finds.topics().meaning(tokens, i, name);
    EntityRef crc = meant.kind() == EntityKind.AREA ? finds.reading().areas().whole(meant) : meant;
    return crc != null && Field.isOneCrc(crc) ? crc : null;
  }

  private static final Set<String> INSPECTED_LINKS =
      Set.of(
          "was", "were", ",", "been", "has", "had", "which", "last", "first", "also", "being",
          "is");

  private boolean nearVisit(Tokens tokens, int at) {
    for (int i = Math.max(0, at - 4); i < Math.min(at + 4, tokens.size()); i++) {
      if (tokens.get(i).name() == null
          && (VISITS.contains(tokens.get(i).word()) || tokens.is(i, "inspectors"))) {
        return true;
      }
    }
    return false;
  }

  /** "Inspectors were in Eastshire in June", "after visiting Eastshire in May 2016". */
  void addStay(Tokens tokens) {
    for (int i = 1; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      boolean went =
          ((tokens.is(i, "were") || tokens.is(i, "was") || tokens.is(i, "been"))
                  && (tokens.is(i + 1, "in") || tokens.is(i + 1, "at")))
              || ((tokens.is(i, "go") || tokens.is(i, "went")) && tokens.is(i + 1, "to"))
              || (tokens.is(i, "visiting") && tokens.is(i - 1, "after"))
              || (tokens.is(i, "visit") && tokens.is(i - 1, "to") && tokens.is(i - 2, "due"))
              || (tokens.is(i, "reporting") && tokens.is(i + 1, "on"));
      EntityRef watchdog = went ? watchdogs.ofVerb(tokens, i) : null;
      if (watchdog == null || !watchdog.name().startsWith("HM Inspectorate")) {
        continue;
      }
      List<String> places = new ArrayList<>();
      EntityRef crc = null;
      int end = i;
      for (int k = i + 1; k < Math.min(i + 10, tokens.size()); k++) {
        Name name = tokens.get(k).name();
        if (name != null && name.entity().kind() == EntityKind.AREA) {
          places.add(name.entity().name());
          end = k + 1;
        } else if (name != null && Field.isOneCrc(name.entity())) {
          crc = name.entity();
          end = k + 1;
        } else if (name == null && !isListed(tokens, k)) {
          break;
        }
      }
      boolean ofPrisons = watchdog.equals(Field.PRISONS_INSPECTORATE);
      EntityRef prison = ofPrisons ? prison(tokens, i + 2) : null;
      if (places.isEmpty() && crc == null && prison == null) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      PartialDate date = Dates.told(tokens, i, i + 14, base).orElse(null);
      if (date == null && !tokens.is(i, "reporting") && !tokens.is(i, "go")) {
        continue;
      }
      EntityRef subject = prison != null ? prison : crc;
      if (subject == null && !ofPrisons && !tokens.is(i, "go") && !tokens.is(i, "visit")) {
        subject =
            finds
                .topics()
                .onlyCrcBefore(tokens.range().from())
                .or(() -> finds.topics().leadingCrc(tokens.range().from()))
                .orElse(null);
      }
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.STAY,
                  watchdog,
                  subject == null ? Set.of() : Set.of(subject),
                  tokens.range(InspectionPhrases.clauseStart(tokens, i), Math.max(end, i + 2)))
              .in(places.isEmpty() ? null : String.join(", ", places))
              .during(date)
              .apart(date != null && InspectionPhrases.isEarlier(date, base)));
      return;
    }
  }

  private static boolean isListed(Tokens tokens, int i) {
    return tokens.is(i, ",")
        || tokens.is(i, "and")
        || tokens.is(i, "in")
        || tokens.is(i, "at")
        || tokens.is(i, "to")
        || tokens.is(i, "on")
        || tokens.is(i, "the")
        || tokens.is(i, "both");
  }

  /** "at Larchwood": the prison of that name, if the document names it in full. */
  private @Nullable EntityRef prison(Tokens tokens, int at) {
    if (at >= tokens.size()) {
      return null;
    }
    String word = finds.reading().text(tokens.get(at).range());
    for (Name name : finds.reading().names()) {
      if (name.entity().name().equals("HMP " + word)
          || (name.range().equals(tokens.get(at).range())
              && name.entity().name().startsWith("HMP "))) {
        return name.entity();
      }
    }
    return null;
  }
}
