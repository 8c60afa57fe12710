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

  /** Whether nothing has been found in the sentence so far: its dates are those of the first. */
  private boolean alone = true;

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

  /**
   * Reads the first noun or verb that tells of an inspection, and later ones that tell of another
   * by name.
   */
  boolean addAll(Tokens tokens) {
    boolean any = false;
    alone = true;
    for (int i = 0; i < tokens.size(); i++) {
      int noun = words.nouns().longestAt(tokens, i);
      int verb = noun > 0 ? -1 : words.verbs().longestAt(tokens, i);
      if (noun > 0 || verb > 0) {
        List<InspectionCandidate> found =
            noun > 0 ? ofNoun(tokens, i, i + noun) : ofVerb(tokens, i, i + verb);
        found = found.stream().filter(any ? finds::isNew : finds::isNotVisit).toList();
        if (!found.isEmpty()) {
          Integer cases = InspectionPhrases.sampleOf(tokens);
          found.forEach(c -> finds.add(cases == null ? c : c.sampling(cases)));
          if (!any) {
            addThatOn(tokens, i + Math.max(noun, verb), found.get(0));
            finds.note(found.get(0).inspector(), tokens);
          }
          any = true;
          alone = false;
        }
        i += Math.max(noun, verb) - 1;
      }
    }
    return any;
  }

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

  private List<InspectionCandidate> ofNoun(Tokens tokens, int from, int to) {
    EntityRef watchdog = watchdogs.nearest(tokens, from);
    boolean inspection = saysInspection(tokens, from, to);
    boolean theme = tokens.is(from, "thematic") || tokens.is(from - 1, "thematic");
    Inspected about =
        hasPreposition(tokens, to)
            ? Inspected.after(tokens, to, finds.topics(), words.nouns())
            : Inspected.nobody(to);
    if (tokens.is(0, "this") && (tokens.is(1, "was") || tokens.is(1, "is"))) {
      // "This was the first inspection in Northshire" goes on about one told before.
      return List.of();
    }
    Name before = from > 0 ? tokens.get(from - 1).name() : null;
    if (about.subjects().isEmpty()
        && (inspection || finds.firstWatchdog() != null)
        && before != null
        && (Field.isOneCrc(before.entity()) || (inspection && Field.isClass(before.entity())))) {
      about.subjects().add(before.entity());
    }
    if (about.subjects().isEmpty() && about.areas().isEmpty() && !theme) {
      EntityRef told = crcBefore(tokens, from);
      if (told != null && watchdog != null) {
        about.subjects().add(told);
      }
    }
    EntityRef auditor = audit(tokens, from, to);
    if (auditor != null) {
      return ofAudit(tokens, from, to, auditor);
    }
    boolean hers =
        isPossessive(tokens, from - 1, "her", "his")
            || isPossessive(tokens, from - 2, "her", "his");
    boolean its =
        isPossessive(tokens, from - 1, "its", "their")
            || isPossessive(tokens, from - 2, "its", "their");
    if (watchdog == null && its) {
      watchdog = finds.watchdogBefore(tokens);
    }
    if (watchdog == null && isTodays(tokens, from)) {
      watchdog = finds.firstWatchdog();
    }
    if (watchdog == null
        && (tokens.is(from - 2, "committee") || tokens.is(from - 3, "committee"))) {
      EntityRef author = finds.author();
      watchdog = author != null ? author : finds.watchdogBefore(tokens);
    }
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
        theme
            || (watchdog != null
                && (words.publishing().in(tokens, 0, tokens.size())
                    || !inspection
                    || tokens.is(to - 1, "report")));
    return candidates(tokens, from, to, about, inspector, theme, named, false);
  }

  /** "The work of the CRC in Eastshire, in a report": the CRC told before the noun. */
  private @Nullable EntityRef crcBefore(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0; i--) {
      Name name = tokens.get(i).name();
      EntityRef meant = name == null ? null : finds.topics().meaning(tokens, i, name);
      if (meant != null && Field.isOneCrc(meant)) {
        return meant;
      }
    }
    return null;
  }

  /** Who made "an audit by Brightwell", if it is no watchdog. */
  private static @Nullable EntityRef audit(Tokens tokens, int from, int to) {
    boolean own =
        tokens.is(from, "audit")
            || tokens.is(from, "review")
            || tokens.is(from, "inspection")
            || tokens.is(from, "investigation");
    Name name =
        own && to - from == 1 && tokens.is(to, "by") && to + 2 < tokens.size()
            ? tokens.get(tokens.is(to + 1, "the") ? to + 2 : to + 1).name()
            : null;
    if (name == null) {
      return null;
    }
    EntityRef entity = name.entity();
    boolean company = Field.isCompany(entity) || Field.isOneCrc(entity);
    boolean ministry =
        entity.equals(Field.MINISTRY) || entity.name().equals("HM Prison and Probation Service");
    return company || ministry ? entity : null;
  }

  /** An audit by a company or by the ministry is of the CRC that the text is about. */
  private List<InspectionCandidate> ofAudit(Tokens tokens, int from, int to, EntityRef auditor) {
    int at = tokens.range().from();
    EntityRef crc = finds.topics().mainCrc(at).orElse(Field.CRCS);
    PartialDate base = finds.topics().date(at).orElse(null);
    InspectionTimes times = InspectionTimes.in(tokens, from, tokens.size(), base);
    return List.of(
        InspectionCandidate.told(
                InspectionRule.BY,
                auditor,
                Set.of(crc),
                tokens.range(Math.max(0, from - 2), to + 2))
            .publishedOn(times.any()));
  }

  /** After the last comma before a token. */
  private static int clauseStart(Tokens tokens, int at) {
    int from = at;
    while (from > 0 && !tokens.is(from - 1, ",") && !tokens.is(from - 1, ";")) {
      from--;
    }
    return from;
  }

  /** The owner named after a noun, of which inspectors said something. */
  private static @Nullable EntityRef ownerAfter(Tokens tokens, int noun) {
    for (int i = noun; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().kind() == EntityKind.OWNER) {
        return name.entity();
      }
    }
    return null;
  }

  private static boolean isPossessive(Tokens tokens, int i, String one, String other) {
    return tokens.is(i, one) || tokens.is(i, other);
  }

  /** "Today’s report": of whoever the text has named first. */
  private static boolean isTodays(Tokens tokens, int from) {
    for (int i = from - 1; i >= Math.max(0, from - 4); i--) {
      if (tokens.is(i, "today") && (tokens.is(i + 1, "’s") || tokens.is(i + 1, "'s"))) {
        return true;
      }
    }
    return false;
  }

  private List<InspectionCandidate> ofVerb(Tokens tokens, int from, int to) {
    boolean going = to - from == 1 && tokens.get(from).word().endsWith("ing");
    EntityRef watchdog = watchdogs.before(tokens, from, going ? 12 : 6);
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
    Inspected about =
        visit ? Inspected.after(tokens, to, finds.topics(), words.nouns()) : Inspected.nobody(to);
    boolean noOne = about.subjects().stream().allMatch(Field::isClass);
    boolean other = !watchdog.name().equals(Field.INSPECTORATE.name());
    if (noOne && about.company() != null && (other || !about.areas().isEmpty())) {
      about.subjects().clear();
      about.subjects().add(about.company());
    }
    boolean plain = about.subjects().isEmpty() && about.areas().isEmpty() && about.prison() == null;
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
      if (ofProbation) {
        subjects.add(Field.CRCS);
      }
      if (!ofProbation || !about.programme().equals(Field.PROGRAMME)) {
        subjects.add(about.programme());
      }
    }
    if (subjects.isEmpty() && theme && ofProbation) {
      subjects.addAll(Inspected.classes(tokens));
    }
    boolean ofPrisons = inspector.equals(Field.PRISONS_INSPECTORATE);
    EntityRef body = ofPrisons ? about.prison() : ofProbation ? null : about.body();
    if (subjects.isEmpty() && body != null && !body.equals(inspector)) {
      subjects.add(body);
    }
    if (subjects.isEmpty() && ofProbation && !about.areas().isEmpty()) {
      finds.wholeOf(about.areas().get(0)).ifPresent(subjects::add);
    }
    if (subjects.isEmpty() && ofProbation && !about.areas().isEmpty()) {
      EntityRef owner = about.company() != null ? about.company() : ownerAfter(tokens, to);
      if (owner != null) {
        subjects.add(owner);
      }
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
    PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
    // What auditors found may have its own date.
    boolean saying = named && !visit && words.verbs().longestAt(tokens, from) > 0;
    InspectionTimes times =
        InspectionTimes.in(
            tokens, alone ? 0 : clauseStart(tokens, from), saying ? to + 4 : tokens.size(), base);
    InspectionCandidate first =
        InspectionCandidate.told(
                rule,
                inspector,
                subjects,
                tokens.range(
                    InspectionPhrases.clauseStart(tokens, from), Math.max(about.end(), to)))
            .titled(title(tokens, to, finds.reading()))
            .in(about.areas().isEmpty() ? null : about.areas().get(0))
            .during(times.period())
            .publishedOn(times.published())
            .apart(InspectionPhrases.isLongAgo(times.any(), base))
            .named(named);
    List<InspectionCandidate> found = new ArrayList<>(List.of(first));
    boolean ofCompany = subjects.size() == 1 && subjects.contains(about.company());
    for (int i = 1; ofCompany && i < about.areas().size(); i++) {
      found.add(first.in(about.areas().get(i)));
    }
    boolean several = tokens.is(to - 1, "reports") || tokens.is(to - 1, "inspections");
    if (several && subjects.size() > 1 && subjects.stream().allMatch(Field::isOneCrc)) {
      return subjects.stream().map(crc -> first.about(Set.of(crc))).toList();
    }
    return found;
  }

  /** "the report on supply chains": on a matter, not on anybody's work. */
  private static boolean isOnTopic(Tokens tokens, int to) {
    boolean on = tokens.is(to, "on") || tokens.is(to, "of") || tokens.is(to, "into");
    if (!on || to + 1 >= tokens.size() || Dates.at(tokens, to + 1).isPresent()) {
      return false;
    }
    for (int i = to + 1; i < Math.min(to + 3, tokens.size()); i++) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null
          || !(token.isWord() || i > to + 1)
          || Grammar.isDeterminer(token.word())
          || token.is("its")
          || token.is("work")
          || token.is("probation")
          || SpokenDates.isDay(token.word())
          || token.is("services")) {
        return false;
      }
    }
    return true;
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
    for (int i = to; i < Math.min(to + 6, tokens.size()); i++) {
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
